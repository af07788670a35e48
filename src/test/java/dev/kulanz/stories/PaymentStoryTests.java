package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody pays: before, between and after the reminders, a part, too much, or what he names. */
@KulanzTest
class PaymentStoryTests {

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    @Test
    void hearsNothingWhenPaidBeforeTheFirstReminder() {
        anna.owes("R-1", "100.00", "2026-10-30").stillOwes("100.00");
        assertThat(anna.nextAction()).isEqualTo("Send friendly reminder");
        anna.pays("100.00").isSettled();
        story.after(days(60));
        anna.receivedNothing().isSettled();
        assertThat(anna.contacts()).isEmpty();
    }

    @Test
    void hearsNothingWhenPaidWhileTheFirstMessageWaitsForMorning() {
        story.until("2026-11-02T21:00");
        anna.owes("R-1", "100.00", "2026-10-28");
        assertThat(anna.contacts()).hasSize(1);
        anna.pays("100.00");
        story.after(days(60));
        anna.receivedNothing().isSettled();
    }

    @Test
    void announcesNothingFromTheMomentOfThePayment() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(3));
        assertThat(anna.nextAction()).isNotNull();
        anna.book("100.00", "EUR", null); // and nothing else has run since
        assertThat(anna.nextAction()).isNull();
    }

    @Test
    void isThankedAndLeftInPeaceAfterPayingTheFirstReminder() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(3));
        anna.received("2026-11-02 friendly-reminder").pays("100.00").isSettled();
        story.after(days(60));
        anna.received("2026-11-02 friendly-reminder", "2026-11-05 payment-thanks")
                .isSettled();
    }

    @Test
    void isThankedAndLeftInPeaceAfterPayingTheSecondReminder() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(12));
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder")
                .pays("100.00")
                .isSettled();
        story.after(days(60));
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder", "2026-11-14 payment-thanks");
    }

    @Test
    void isNotThankedForAnInvoiceThatTheCreditorCleared() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("R-2", "30.00", "2026-11-20");
        story.after(days(3));
        anna.received("2026-11-02 friendly-reminder")
                .owesOnly("R-2", "30.00", "2026-11-20")
                .isSettled();
        story.after(days(5));
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void isAskedForTheRestAfterPayingAPart() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(3));
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("100.00");
        assertThat(anna.lastBody()).contains("100,00 €");
        anna.pays("10.00").stillOwes("90.00").pays("30.00").stillOwes("60.00");
        story.after(days(7));
        anna.received("2026-11-02 friendly-reminder"); // the ladder rests a week after the second payment
        story.after(days(2));
        anna.received("2026-11-02 friendly-reminder", "2026-11-12 second-reminder");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("60.00");
        assertThat(anna.lastBody())
                .contains("60,00 €", "ursprünglich 100,00 €, davon bezahlt 40,00 €")
                .contains("Bitte zahlen Sie 60,00 €");
        anna.pays("60.00").isSettled();
        story.after(days(30));
        anna.received("2026-11-02 friendly-reminder", "2026-11-12 second-reminder", "2026-11-14 payment-thanks");
    }

    /** What was paid beyond what he owed is told to him, to the clerk and to other systems. */
    @Test
    void tellsWhatWasPaidTooMuch() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(3));
        anna.pays("130.00").isSettled();
        story.after(days(1));
        assertThat(anna.lastSent().step()).isEqualTo("payment-thanks");
        assertThat(anna.lastBody())
                .contains("130,00 €", "ein Guthaben von 30,00 €")
                .doesNotContain("Verwendungszweck");
        Browser clerk = Browser.loggedIn(story.house().port(), "clerk");
        assertThat(clerk.get("/cases/" + anna.caseNumber()).body().replace('\u00a0', ' '))
                .containsPattern("(Credit|Guthaben): (€30.00|30,00 €)")
                .containsPattern("(€30.00 of it|davon 30,00 €)");
        assertThat(Browser.withPassword(story.house().port(), "owner", "owner")
                        .get("/api/v1/cases/" + anna.caseNumber())
                        .body())
                .containsPattern("\"credit\":30(\\.0+)?[,}]");
    }

    @Test
    void thanksForAllThatCameAndNamesTheRestThatIsForgiven() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.demandsFrom("3.00", "15.00", "50.00", "1.00").after(days(3));
        anna.pays("40.00").pays("59.50").isSettled();
        story.after(days(1));
        assertThat(anna.lastBody()).contains("99,50 €", "Rest von 0,50 €").doesNotContain("Guthaben");
    }

    @Test
    void thanksNobodyForTheMoneyOfACreditNote() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(3));
        anna.pays("40.00").owes("G-1", "-80.00", "2026-11-04").isSettled();
        story.after(days(1));
        assertThat(anna.lastBody()).contains("40,00 €", "ein Guthaben von 20,00 €");
    }

    @Test
    void usesWhatWasPaidTooMuchForALaterInvoice() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("R-2", "30.00", "2026-11-20");
        story.after(days(3));
        anna.pays("130.00");
        story.after(days(60));
        anna.received("2026-11-02 friendly-reminder", "2026-11-05 payment-thanks")
                .isSettled();
    }

    @Test
    void asksOnlyForWhatTheCreditDoesNotCover() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(3));
        anna.pays("130.00").isSettled().owes("R-2", "50.00", "2026-11-19");
        story.after(days(20));
        anna.received("2026-11-02 friendly-reminder", "2026-11-05 payment-thanks", "2026-11-23 friendly-reminder")
                .stillOwes("20.00");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("20.00");
        assertThat(anna.cases()).hasSize(2);
    }

    @Test
    void paysTheInvoiceThatTheDebtorNames() {
        anna.owes("R-1", "100.00", "2026-10-29").owes("R-2", "50.00", "2026-10-30");
        story.after(days(3));
        assertThat(anna.lastBody()).contains("-R-1", "-R-2", "Zusammen: 150,00 €");
        anna.paysFor("R-2", "50.00").stillOwes("100.00");
        story.after(days(9)); // a third was paid: the ladder rests a week
        assertThat(anna.lastSent().step()).isEqualTo("second-reminder");
        assertThat(anna.lastBody()).contains("-R-1", "100,00 €").doesNotContain("-R-2", "Zusammen");
    }

    @Test
    void paysTheOldestInvoiceWhenNoneIsNamed() {
        anna.owes("R-1", "100.00", "2026-10-29").owes("R-2", "50.00", "2026-10-30");
        story.after(days(3));
        anna.pays("100.00");
        story.after(days(7));
        assertThat(anna.lastBody()).contains("-R-2", "50,00 €").doesNotContain("-R-1");
    }

    @Test
    void usesWhatWasPaidOfALoweredInvoiceForTheOther() {
        anna.owes("R-1", "100.00", "2026-10-29").owes("R-2", "50.00", "2026-10-30");
        story.after(days(3));
        anna.paysFor("R-1", "100.00").stillOwes("50.00");
        anna.owes("R-1", "60.00", "2026-10-29").stillOwes("10.00");
        anna.owes("R-1", "60.00", "2026-10-29").stillOwes("10.00");
        anna.pays("10.00").isSettled();
    }

    @Test
    void countsOnceWhatTheFileCallsPaidAfterItMovedOn() {
        anna.owes("R-1", "100.00", "2026-10-29").owes("R-2", "50.00", "2026-10-30");
        anna.paysFor("R-1", "100.00").owes("R-1", "60.00", "2026-10-29").stillOwes("10.00");
        anna.with("paid", "100.00").owes("R-1", "100.00", "2026-10-29").stillOwes("50.00");
    }

    @Test
    void keepsWhatWasPaidOfALoweredInvoiceForALaterOne() {
        anna.owes("R-1", "100.00", "2026-10-29").pays("100.00");
        anna.owes("R-1", "60.00", "2026-10-29").isSettled();
        anna.owes("R-2", "50.00", "2026-10-30").stillOwes("10.00");
    }

    @Test
    void owesAgainWhenTheLoweredInvoiceIsRaisedAndTheCreditIsUsed() {
        anna.owes("R-1", "100.00", "2026-10-29").owes("R-2", "50.00", "2026-10-30");
        anna.paysFor("R-1", "100.00").owes("R-1", "60.00", "2026-10-29").stillOwes("10.00");
        anna.owes("R-1", "100.00", "2026-10-29").stillOwes("50.00");
    }
}
