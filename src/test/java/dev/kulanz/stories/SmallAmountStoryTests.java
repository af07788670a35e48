package dev.kulanz.stories;

import static dev.kulanz.stories.Calls.MOBILE;
import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.CaseSearch;
import dev.kulanz.contact.Contact;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody is written to for a few cents: too little waits for more, and a small rest is closed. */
@KulanzTest
class SmallAmountStoryTests {

    private static final String WAITS = "Wait until more is owed";

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    // ---- what is not asked for

    @Test
    void asksNobodyForLessThanThreeEuros() {
        ConsumerLadder.reaches(anna).owes("R-1", "2.99", "2026-10-30");
        story.after(days(100));
        anna.receivedNothing().stillOwes("2.99");
        assertThat(anna.contacts()).isEmpty();
        assertThat(anna.task()).isNull();
        assertThat(anna.nextAction()).isEqualTo(WAITS);
        assertThat(anna.told("WaitsForMore").facts()).containsEntry("amount", new BigDecimal("3.00"));
        assertThat(anna.history())
                .filteredOn(one -> one.kind().equals("WaitsForMore"))
                .hasSize(1);
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void asksForThreeEuros() {
        anna.owes("R-1", "3.00", "2026-10-30");
        story.until("2026-11-02T09:00");
        anna.received("2026-11-02 friendly-reminder");
        assertThat(waiting()).isZero();
    }

    @Test
    void asksForTheSmallInvoiceWithTheNextOne() {
        anna.owes("R-1", "0.80", "2026-10-30");
        story.until("2026-11-20T09:00");
        anna.receivedNothing().owes("R-2", "2.20", "2026-11-24");
        story.until("2026-11-26T12:00");
        anna.receivedNothing(); // the second has its own days
        assertThat(anna.nextAction()).isNotEqualTo(WAITS);
        story.until("2026-11-28T20:00");
        assertThat(anna.sent()).extracting(one -> one.step()).containsExactly("friendly-reminder");
        assertThat(anna.lastBody()).contains("R-1", "0,80 €", "R-2", "2,20 €", "3,00 €");
    }

    @Test
    void writesNoLetterForLessThanFifteenEuros() {
        StoryDebtor letter = story.debtor("Letter").with("email", "").livesAt("Am Bach 5", "50667", "Köln");
        letter.owes("L-1", "14.99", "2026-10-30");
        story.until("2026-11-20T09:00");
        letter.receivedNothing();
        assertThat(letter.task()).isNull();
        assertThat(letter.nextAction()).isEqualTo(WAITS);
        assertThat(letter.told("WaitsForMore").facts()).containsEntry("amount", new BigDecimal("15.00"));
        letter.owes("L-2", "0.01", "2026-10-30");
        story.until("2026-11-21T20:00");
        assertThat(letter.sent()).extracting(one -> one.channel().name()).containsExactly("LETTER");
        assertThat(letter.lastBody()).contains("L-1", "L-2", "15,00 €");
    }

    @Test
    void endsBeforeTheMahnungThatCouldOnlyBeALetter() {
        ConsumerLadder.reaches(anna).with("mobile", MOBILE).owes("R-1", "14.99", "2026-10-30");
        story.after(days(100));
        assertThat(anna.sent())
                .extracting(one -> one.step() + " " + one.channel())
                .containsExactly("friendly-reminder EMAIL", "second-reminder EMAIL", "digital-nudge EMAIL");
        assertThat(anna.contacts())
                .filteredOn(one -> one.step().equals("voicebot-call"))
                .allMatch(call -> call.status() == Contact.Status.CANCELLED)
                .hasSize(1);
        assertThat(anna.task()).isNull();
        assertThat(anna.nextAction()).isEqualTo(WAITS);
    }

    /** The call names only what he has read of, and that is too little for a call. */
    @Test
    void callsNobodyForTheLittleThatHeWasToldOfBefore() {
        ConsumerLadder.reaches(anna)
                .with("mobile", MOBILE)
                .with("dunning_step", "plan-offer")
                .with("last_reminder_on", "2026-10-26")
                .owes("R-1", "14.99", "2026-09-28");
        anna.with("dunning_step", "").with("last_reminder_on", "").owes("R-2", "90.00", "2026-10-30");
        story.until("2026-11-20T12:00");
        assertThat(anna.contacts())
                .filteredOn(one -> one.step().equals("voicebot-call"))
                .allMatch(call -> call.status() == Contact.Status.CANCELLED)
                .hasSize(1);
        assertThat(anna.lastBody()).contains("R-1", "R-2");
    }

    /** The older invoice is paid: the younger one goes its own way, by mail. */
    @Test
    void waitsNoLongerForALetterWhenTheLadderTurns() {
        ConsumerLadder.reaches(anna)
                .with("dunning_step", "digital-nudge")
                .with("last_reminder_on", "2026-10-28")
                .owes("R-1", "8.00", "2026-09-28");
        anna.with("dunning_step", "").with("last_reminder_on", "").owes("R-2", "6.00", "2026-11-10");
        story.until("2026-11-14T09:00");
        assertThat(anna.nextAction()).isEqualTo(WAITS);
        anna.paysFor("R-1", "8.00");
        assertThat(anna.nextAction()).isNotEqualTo(WAITS);
        story.until("2026-11-16T12:00");
        assertThat(anna.sent()).extracting(one -> one.step()).containsExactly("friendly-reminder");
    }

    @Test
    void sendsTheMahnungByMailToWhomNoLetterWouldFind() {
        anna.owes("R-1", "10.00", "2026-10-30");
        story.until("2026-12-10T12:00");
        assertThat(anna.sent())
                .extracting(one -> one.step() + " " + one.channel())
                .contains("dunning-notice EMAIL");
    }

    @Test
    void goesNoFurtherWhenAPaymentLeavesTooLittle() {
        anna.with("dunning_step", "dunning-notice")
                .with("last_reminder_on", "2026-10-28")
                .owes("R-1", "100.00", "2026-09-28");
        story.until("2026-11-03T12:00");
        anna.pays("97.50");
        story.after(days(100));
        anna.receivedNothing().stillOwes("2.50");
        assertThat(anna.nextAction()).isEqualTo(WAITS);
    }

    @Test
    void looksOnceMoreWhenTheMessageGoesOut() {
        story.until("2026-11-02T20:30");
        anna.owes("R-1", "100.00", "2026-10-20").owes("R-2", "2.00", "2026-10-21");
        assertThat(anna.contacts()).extracting(one -> one.status()).containsExactly(Contact.Status.PLANNED);
        anna.paysFor("R-1", "100.00");
        story.until("2026-11-05T12:00");
        anna.receivedNothing().stillOwes("2.00");
        assertThat(anna.contacts()).extracting(one -> one.status()).containsExactly(Contact.Status.CANCELLED);
        assertThat(anna.nextAction()).isEqualTo(WAITS);
    }

    @Test
    void takesAPromiseOfASmallSum() {
        anna.owes("R-1", "2.00", "2026-10-30").promises("2.00", "2026-11-10");
        assertThat(anna.promised()).containsExactly("2.00 by 2026-11-10: OPEN");
        anna.pays("2.00").isSettled();
        assertThat(anna.promised()).containsExactly("2.00 by 2026-11-10: KEPT");
    }

    // ---- whose limits

    @Test
    void asksForEveryCentIfTheCreditorWantsIt() {
        story.demandsFrom("0.00", "0.00", "0.00", "0.00");
        anna.owes("R-1", "0.01", "2026-10-30");
        story.until("2026-11-02T09:00");
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void hasLimitsOfTheirOwnForEachCurrency() {
        story.demandsIn("JPY", "500", "2000", "7000", "0");
        anna.owes("J-1", "499", "JPY", "2026-10-30").owes("U-1", "4.00", "USD", "2026-10-30");
        StoryDebtor kenji = story.debtor("Kenji").owes("K-1", "500", "JPY", "2026-10-30");
        story.until("2026-11-05T09:00");
        assertThat(anna.sent()).singleElement().satisfies(one -> assertThat(one.body())
                .contains("U-1"));
        kenji.received("2026-11-02 friendly-reminder");
    }

    @Test
    void goesOnAsAnnouncedInCasesThatRanBefore() {
        anna.owes("R-1", "0.80", "2026-10-30");
        story.house()
                .jdbc()
                .sql("update dunning_case set terms_id = null where creditor_id = :creditor")
                .param("creditor", story.creditorId())
                .update();
        story.until("2026-11-02T09:00");
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void keepsTheLimitsThatHeldWhenTheRoundBegan() {
        anna.owes("R-1", "2.00", "2026-10-30");
        story.demandsFrom("1.00", "1.00", "1.00", "0.00");
        StoryDebtor bert = story.debtor("Bert").owes("B-1", "2.00", "2026-10-30");
        story.until("2026-11-05T09:00");
        anna.receivedNothing();
        bert.received("2026-11-02 friendly-reminder");
        anna.pays("2.00").lastPaymentComesBack();
        story.until("2026-12-01T09:00");
        assertThat(anna.sent()).extracting(one -> one.step()).contains("friendly-reminder");
    }

    // ---- a small rest

    @Test
    void closesASmallRestWhenMoneyCameIn() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-03T09:00");
        anna.pays("99.00").isSettled();
        assertThat(anna.told("RestForgiven").facts()).containsEntry("amount", new BigDecimal("1.00"));
        story.until("2026-11-04T12:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-03 payment-thanks");
        anna.pays("1.00"); // it comes after all
        assertThat(credit()).isEqualByComparingTo("-1.00");
    }

    @Test
    void leavesALargerRestOpen() {
        anna.owes("R-1", "100.00", "2026-10-30").pays("98.99").stillOwes("1.01");
    }

    @Test
    void closesNoInvoiceThatWasSmallFromTheBeginning() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("R-2", "0.80", "2026-10-30");
        anna.paysFor("R-1", "99.90").stillOwes("0.80");
        assertThat(anna.told("RestForgiven").facts()).containsEntry("amount", new BigDecimal("0.10"));
    }

    @Test
    void closesNotTwoRestsThatAreTooMuchTogether() {
        anna.owes("R-1", "50.00", "2026-10-30").owes("R-2", "50.00", "2026-10-30");
        anna.paysFor("R-1", "49.40").paysFor("R-2", "49.40").stillOwes("1.20");
    }

    @Test
    void closesARestThatTheFileBringsAlong() {
        anna.with("paid", "99.99").owes("R-1", "100.00", "2026-10-20");
        story.after(days(60));
        anna.receivedNothing().isSettled();
    }

    @Test
    void owesTheRestAgainWhenThePaymentComesBack() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-03T09:00");
        anna.pays("99.50").isSettled().lastPaymentComesBack().stillOwes("100.00");
        assertThat(anna.told("RestOwedAgain").facts()).containsEntry("amount", new BigDecimal("0.50"));
    }

    @Test
    void closesNoRestIfTheCreditorWantsNone() {
        story.demandsFrom("3.00", "15.00", "50.00", "0.00");
        anna.owes("R-1", "100.00", "2026-10-30").pays("99.99").stillOwes("0.01");
        story.after(days(60));
        anna.receivedNothing();
    }

    @Test
    void setsACreditOffBeforeARestIsClosed() {
        anna.owes("R-0", "10.00", "2026-10-20").pays("10.40").owes("R-1", "100.00", "2026-10-30");
        anna.pays("99.60").isSettled();
        assertThat(anna.history()).noneMatch(one -> one.kind().equals("RestForgiven"));
        assertThat(credit()).isEqualByComparingTo("0");
    }

    // ---- before an import

    @Test
    void saysInTheDryRunWhoWaits() {
        assertThat(anna.wouldReceive("R-1", "2.99", "2026-10-30")).isEmpty();
        assertThat(anna.wouldWait("R-1", "2.99", "2026-10-30")).containsExactly("2.99 of 3.00 EUR");
        assertThat(anna.wouldWait("R-1", "3.00", "2026-10-30")).isEmpty();
        StoryDebtor letter = story.debtor("Letter").with("email", "").livesAt("Am Bach 5", "50667", "Köln");
        assertThat(letter.wouldReceive("L-1", "14.99", "2026-10-30")).isEmpty();
        assertThat(letter.wouldWait("L-1", "14.99", "2026-10-30")).containsExactly("14.99 of 15.00 EUR");
        assertThat(letter.wouldReceive("L-1", "15.00", "2026-10-30"))
                .containsExactly("2026-11-02 friendly-reminder LETTER");
        assertThat(anna.with("paid", "99.99").wouldWait("R-1", "100.00", "2026-10-30"))
                .isEmpty();
    }

    private long waiting() {
        var wanted = new CaseSearch.Wanted(null, null, story.creditorId(), null, CaseSearch.Mark.WAITS_FOR_MORE, null);
        return story.house().search().count(CreditorScope.ALL, wanted);
    }

    private BigDecimal credit() {
        List<BigDecimal> sums = story.house()
                .jdbc()
                .sql("""
                        select coalesce(sum(e.amount), 0) from ledger_entry e join account a on a.id = e.account_id
                        join debtor d on d.id = a.debtor_id
                        where d.creditor_id = :creditor and e.open_item_id is null""")
                .param("creditor", story.creditorId())
                .query(BigDecimal.class)
                .list();
        return sums.get(0);
    }
}
