package dev.kulanz.stories;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The creditor takes back what he had billed: before, with or after the invoice, in part or more than it. */
@KulanzTest
class CreditNoteStoryTests {

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    @Test
    void isNotRemindedWhileNothingIsOwedInTotal() {
        anna.owes("G-1", "-120.00", "2026-10-30").owes("R-1", "120.00", "2026-10-29");
        story.after(ofDays(60));
        anna.receivedNothing();
        assertThat(anna.cases()).isEmpty();
    }

    @Test
    void isAskedForWhatTheCreditNoteLeaves() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("G-1", "-12.50", "2026-10-30");
        story.after(ofDays(3));
        anna.received("2026-11-02 friendly-reminder").stillOwes("87.50");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("87.50");
        assertThat(anna.lastBody())
                .contains("87,50 €", "ursprünglich 100,00 €, davon gutgeschrieben 12,50 €")
                .doesNotContain("bezahlt 12,50");
    }

    @Test
    void isLeftInPeaceButNotThankedForMoneyThatNobodyPaid() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(ofDays(3));
        anna.received("2026-11-02 friendly-reminder")
                .owes("G-1", "-100.00", "2026-11-05")
                .isSettled();
        story.after(ofDays(60));
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void isThankedForWhatHePaidBesideTheCreditNote() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(ofDays(3));
        anna.owes("G-1", "-20.00", "2026-11-05")
                .stillOwes("80.00")
                .pays("80.00")
                .isSettled();
        story.after(ofDays(5));
        anna.received("2026-11-02 friendly-reminder", "2026-11-05 payment-thanks");
    }

    @Test
    void keepsHisPromiseWithWhatTheCreditNoteLeaves() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("R-2", "50.00", "2026-10-31");
        story.after(ofDays(3));
        anna.promises("100.00", "2026-11-13")
                .with("credits_invoice", story.creditorId() + "-R-1")
                .owes("G-1", "-20.00", "2026-11-05")
                .pays("80.00");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-13: KEPT");
        anna.stillOwes("50.00");
    }

    @Test
    void keepsHisPromiseAlsoIfACreditFromBeforeIsTakenBack() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("G-1", "-20.00", "2026-10-30");
        story.after(ofDays(3));
        anna.promises("50.00", "2026-11-13")
                .owesOnly("R-1", "100.00", "2026-10-30")
                .stillOwes("100.00")
                .pays("50.00");
        assertThat(anna.promised()).containsExactly("50.00 by 2026-11-13: KEPT");
    }

    /** What one credit note gives since the promise counts, whatever another one from before it takes back. */
    @Test
    void countsEachCreditNoteByItselfForHisPromise() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("G-1", "-20.00", "2026-10-30");
        story.after(ofDays(3));
        anna.promises("50.00", "2026-11-13")
                .with("credits_invoice", story.creditorId() + "-R-1")
                .owes("G-2", "-10.00", "2026-11-05")
                .owes("G-1", "-5.00", "2026-10-30")
                .stillOwes("85.00")
                .pays("40.00");
        assertThat(anna.promised()).containsExactly("50.00 by 2026-11-13: KEPT");
    }

    @Test
    void usesTheRestOfACreditForWhatBecomesOverdueLater() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("G-1", "-130.00", "2026-10-30");
        anna.owes("R-2", "50.00", "2026-11-19");
        story.after(ofDays(25));
        anna.received("2026-11-23 friendly-reminder").stillOwes("20.00");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("20.00");
    }

    @Test
    void owesAgainWhatACreditNoteNoLongerCovers() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("G-1", "-100.00", "2026-10-30");
        anna.owes("G-1", "-40.00", "2026-10-30");
        story.after(ofDays(1));
        anna.received("2026-11-02 friendly-reminder").stillOwes("60.00");
    }

    @Test
    void owesAgainWhenAFullListNoLongerNamesTheCreditNote() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("G-1", "-100.00", "2026-10-30");
        anna.owesOnly("R-1", "100.00", "2026-10-30").stillOwes("100.00");
    }

    @Test
    void owesNothingAgainWhenAFullListNamesNeitherInvoiceNorCreditNote() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("G-1", "-100.00", "2026-10-30");
        anna.owesOnly("R-2", "30.00", "2026-12-20");
        story.after(ofDays(20));
        anna.receivedNothing();
    }

    @Test
    void setsSeveralCreditNotesOffAgainstSeveralInvoicesOneAfterTheOther() {
        anna.owes("G-1", "-40.00", "2026-10-28")
                .owes("G-2", "-35.00", "2026-10-29")
                .owes("G-3", "-10.00", "2026-10-30");
        anna.owes("R-1", "30.00", "2026-11-06")
                .owes("R-2", "20.00", "2026-11-07")
                .owes("R-3", "60.00", "2026-11-08");
        story.after(ofDays(12));
        anna.received("2026-11-11 friendly-reminder").stillOwes("25.00");
        assertThat(anna.lastBody())
                .contains("R-3", "davon gutgeschrieben 35,00 €")
                .doesNotContain("R-1", "R-2");
    }

    @Test
    void coversTheNextInvoiceWhenTheFirstWasPaidElsewhere() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("G-1", "-100.00", "2026-10-30");
        anna.owesOnly("G-1", "-100.00", "2026-10-30").owes("R-2", "50.00", "2026-10-31");
        story.after(ofDays(20));
        anna.receivedNothing();
    }

    @Test
    void leavesInPeaceWhenTheCreditorHasSetBothOffAsWell() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("G-1", "-100.00", "2026-10-30");
        anna.owes("R-1", "0", "2026-10-30").owes("G-1", "0", "2026-10-30");
        story.after(ofDays(20));
        anna.receivedNothing();
    }

    @Test
    void isNotAskedAgainWhenTheRestOfHisCreditCoversASecondInvoice() {
        anna.owes("R-1", "60.00", "2026-10-30").owes("G-1", "-100.00", "2026-10-30");
        anna.owes("R-2", "20.00", "2026-11-09").owes("G-1", "-40.00", "2026-10-30");
        story.after(ofDays(10));
        anna.owes("G-1", "-40.00", "2026-10-30");
        story.after(ofDays(20));
        anna.receivedNothing();
    }

    @Test
    void paysNothingInAnotherCurrency() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("G-1", "-100.00", "CHF", "2026-10-30");
        story.after(ofDays(1));
        anna.received("2026-11-02 friendly-reminder").stillOwes("100.00");
    }

    @Test
    void announcesInADryRunWhatTheImportDoes() {
        anna.owes("G-1", "-100.00", "2026-10-30");
        assertThat(anna.wouldReceive("R-1", "100.00", "2026-10-29")).isEmpty();
        assertThat(anna.wouldReceive("R-1", "110.00", "2026-10-29")).hasSize(1);
        assertThat(anna.lastImport().rejected()).isEqualTo(List.of());
    }
}
