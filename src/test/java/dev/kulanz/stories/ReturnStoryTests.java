package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.contact.ContactView;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A bank takes a payment back: what was paid is owed again, and the ladder goes on where it was. */
@KulanzTest
class ReturnStoryTests {

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    private List<ContactView> sent(String step) {
        return anna.sent().stream()
                .filter(contact -> contact.step().equals(step))
                .toList();
    }

    @Test
    void comesBackInTheNextRoundWhenThePaymentDoes() {
        paidAtTheMahnung();
        String number = anna.caseNumber();
        story.until("2026-12-04T10:00");
        anna.lastPaymentComesBack().stillOwes("100.00");
        assertThat(anna.caseNumber()).isEqualTo(number);
        assertThat(anna.cases()).singleElement().satisfies(one -> assertThat(one.round())
                .isEqualTo(2));
        assertThat(anna.lastSent().step()).isEqualTo("payment-returned");
        assertThat(anna.lastSent().payBy()).isEqualTo("2026-12-11");
        assertThat(anna.lastBody()).contains("100,00 €", "11. Dezember 2026");
        story.until("2026-12-17T07:59");
        anna.received(ConsumerLadder.until("2026-12-01", "2026-12-02 payment-thanks", "2026-12-04 payment-returned"));
        story.until("2026-12-17T12:00"); // the Mahnung's 14th + 3 bank days; the timer was over on the 14th
        anna.received(ConsumerLadder.until(
                "2026-12-01", "2026-12-02 payment-thanks", "2026-12-04 payment-returned", "2026-12-17 final-notice"));
    }

    private void paidAtTheMahnung() {
        ConsumerLadder.reaches(anna).owes("R-1", "100.00", "2026-10-30");
        story.until("2026-12-02T12:00");
        anna.pays("100.00").isSettled();
    }

    @Test
    void comesBackOnceHoweverOftenTheReturnIsReported() {
        paidAtTheMahnung();
        story.until("2026-12-04T10:00");
        anna.lastPaymentComesBack().lastPaymentComesBack().stillOwes("100.00");
        assertThat(sent("payment-returned")).hasSize(1);
        assertThat(anna.cases()).singleElement().satisfies(one -> assertThat(one.round())
                .isEqualTo(2));
    }

    @Test
    void owesAgainWhatAPartPaymentHadPaid() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.pays("10.00").stillOwes("90.00");
        story.until("2026-11-06T10:00");
        anna.lastPaymentComesBack().stillOwes("100.00");
        assertThat(anna.cases()).singleElement().satisfies(one -> assertThat(one.round())
                .isEqualTo(1));
        anna.received("2026-11-02 friendly-reminder", "2026-11-06 payment-returned");
        assertThat(anna.lastSent().payBy()).isEqualTo("2026-11-13");
        story.until("2026-11-17T20:00");
        assertThat(sent("second-reminder")).isEmpty();
        story.until("2026-11-18T10:00"); // the 13th + 3 bank days
        assertThat(anna.lastSent().step()).isEqualTo("second-reminder");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("100.00");
    }

    /** The credit note came after the payment and covers a part of what is owed again. */
    @Test
    void asksForNoMoreThanACreditNoteLeavesOfIt() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.pays("100.00")
                .isSettled()
                .with("credits_invoice", story.creditorId() + "-R-1")
                .owes("G-1", "-30.00", "2026-10-30");
        story.until("2026-11-09T10:00");
        anna.lastPaymentComesBack().stillOwes("70.00");
        assertThat(anna.lastSent().step()).isEqualTo("payment-returned");
        assertThat(anna.lastBody())
                .contains("Ihre Zahlung über 100,00 €", "wieder 70,00 € offen", "Betrag: 70,00 €")
                .doesNotContain("Betrag: 100,00 €", "Der Betrag ist");
    }

    @Test
    void asksForNoMoreThanTheInvoicesThatAPaymentBeyondThemHadPaid() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.pays("130.00").isSettled();
        story.until("2026-11-09T10:00");
        anna.lastPaymentComesBack().stillOwes("100.00");
        assertThat(anna.lastBody())
                .contains("Ihre Zahlung über 130,00 €", "wieder 100,00 € offen", "Betrag: 100,00 €")
                .doesNotContain("Betrag: 130,00 €");
    }

    /** What is owed besides has its own messages: this one is about what came back. */
    @Test
    void asksOfAnInvoiceNoMoreThanCameBack() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("R-2", "40.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.paysFor("R-1", "10.00").lastPaymentComesBack();
        assertThat(anna.lastBody())
                .contains("wieder 10,00 € offen", "Betrag: 10,00 €")
                .doesNotContain("R-2");
    }

    /** He says himself that something is wrong with it: he hears what came back, and gets no day. */
    @Test
    void saysOfNoOtherInvoiceThatItIsOpenAgain() {
        anna.owes("R-1", "50.00", "2026-10-30").owes("R-2", "40.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.paysFor("R-1", "50.00").isBlockedFor("R-1").lastPaymentComesBack();
        tellsOnlyThatFiftyCameBack();
    }

    @Test
    void givesNoDayWhileAllOfTheCaseIsDisputed() {
        anna.owes("R-1", "50.00", "2026-10-30").owes("R-2", "40.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.paysFor("R-1", "50.00").isBlocked(BlockReason.DISPUTE).lastPaymentComesBack();
        tellsOnlyThatFiftyCameBack();
    }

    private void tellsOnlyThatFiftyCameBack() {
        assertThat(sent("payment-returned")).singleElement().satisfies(message -> assertThat(message.payBy())
                .isNull());
        assertThat(anna.lastBody())
                .contains(
                        "Ihre Zahlung über 50,00 €", "wieder 50,00 € offen", "Im Moment müssen Sie deshalb nichts tun.")
                .doesNotContain("R-2", "Betrag:", "Zeit bis", "mit einem neuen Termin");
    }

    @Test
    void tellsNothingOfAReturnWhoseMoneyHasBeenPaidAgain() {
        anna.owes("R-1", "50.00", "2026-10-30").owes("R-2", "40.00", "2026-10-30");
        story.until("2026-11-05T22:00");
        anna.paysFor("R-1", "50.00").lastPaymentComesBack().paysFor("R-1", "50.00");
        story.until("2026-11-06T08:01");
        assertThat(sent("payment-returned")).isEmpty();
    }

    @Test
    void tellsAllThatIsOpenAgainAndAsksForWhatIsDueOfIt() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("R-2", "50.00", "2026-11-20");
        story.until("2026-11-05T10:00");
        anna.pays("150.00");
        story.until("2026-11-09T10:00");
        anna.lastPaymentComesBack();
        assertThat(anna.lastBody())
                .contains("wieder 150,00 € offen", "Davon sind 100,00 € jetzt fällig", "Betrag: 100,00 €")
                .doesNotContain("R-2");
    }

    /** What was paid beyond R-1 had paid R-2 since. */
    @Test
    void tellsAlsoWhatTheSurplusHadPaidSince() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.pays("150.00").owes("R-2", "40.00", "2026-10-30");
        story.until("2026-11-09T10:00");
        anna.lastPaymentComesBack().stillOwes("140.00");
        assertThat(anna.lastBody())
                .contains("Ihre Zahlung über 150,00 €", "wieder 140,00 € offen", "R-1", "R-2", "Betrag: 140,00 €")
                .doesNotContain("Davon sind");
    }

    /** A payment of which nothing was needed for R-1; its money went to R-2 later. R-3 has nothing to do with it. */
    @Test
    void tellsOfAPaymentThatWasAllSurplusOnlyWhatItHadPaidSince() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.pays("100.00").pays("30.00").owes("R-2", "20.00", "2026-10-30").owes("R-3", "80.00", "2026-10-30");
        story.until("2026-11-09T10:00");
        anna.lastPaymentComesBack();
        assertThat(sent("payment-returned")).singleElement().satisfies(message -> assertThat(
                        StoryDebtor.textOf(message))
                .contains("Ihre Zahlung über 30,00 €", "wieder 30,00 € offen", "Betrag: 30,00 €")
                .doesNotContain("R-1"));
    }

    @Test
    void takesReturnsFromOtherSystemsAndRefusesUnknownPayments() {
        anna.owes("R-1", "100.00", "2026-10-30").pays("10.00");
        assertThat(returned(anna.lastPayment()).statusCode()).isEqualTo(201);
        assertThat(returned(anna.lastPayment()).statusCode()).isEqualTo(200);
        anna.stillOwes("100.00");
        HttpResponse<String> unknown = returned("P-never-seen");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("P-never-seen").doesNotContain("at dev.kulanz");
    }

    private HttpResponse<String> returned(String payment) {
        return Browser.withPassword(port, "owner", "owner")
                .post("/api/v1/payments/returns", """
                {"creditorId": "%s", "externalId": "%s", "reason": "AM04"}""".formatted(story.creditorId(), payment));
    }
}
