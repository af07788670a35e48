package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The creditor's file comes again: the same, or with other amounts, dates and invoices. */
@KulanzTest
class ImportStoryTests {

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    @Test
    void changesNothingWhenImportedAgain() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("R-1", "100.00", "2026-10-30");
        story.after(days(2));
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(1));
        anna.received("2026-11-02 friendly-reminder").stillOwes("100.00");
        assertThat(anna.cases()).hasSize(1);
    }

    @Test
    void becomesACaseOnTheDayAfterTheDueDateAndIsRemindedThreeDaysAfterIt() {
        anna.owes("R-1", "100.00", "2026-11-09");
        story.until("2026-11-10T04:59");
        assertThat(anna.cases()).isEmpty();
        story.until("2026-11-10T05:00");
        assertThat(anna.cases()).hasSize(1);
        story.until("2026-11-12T07:59");
        anna.receivedNothing();
        story.until("2026-11-12T08:00");
        anna.received("2026-11-12 friendly-reminder");
    }

    @Test
    void settlesTheCaseWhenTheAmountIsLoweredToWhatWasPaid() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(2));
        anna.pays("60.00").owes("R-1", "60.00", "2026-10-30").isSettled();
        story.after(days(60));
        anna.received("2026-11-02 friendly-reminder", "2026-11-04 payment-thanks");
    }

    @Test
    void settlesTheCaseWhenTheAmountIsLoweredBelowWhatWasPaid() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(2));
        anna.pays("60.00").owes("R-1", "50.00", "2026-10-30").isSettled();
    }

    @Test
    void asksForTheHigherAmountFromTheNextMessageOn() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(2));
        anna.owes("R-1", "120.00", "2026-10-30").stillOwes("120.00");
        story.after(days(8));
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("120.00");
    }

    @Test
    void demandsNothingMoreWhileTheDueDateLiesInTheFuture() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(2));
        anna.owes("R-1", "100.00", "2026-12-10");
        story.until("2026-12-10T20:00");
        anna.received("2026-11-02 friendly-reminder");
        story.until("2026-12-14T20:00");
        assertThat(anna.sent()).hasSize(2);
        assertThat(anna.lastSent().sentAt()).isAfter("2026-12-10T23:00:00Z");
    }

    @Test
    void cancelsAPlannedMessageWhoseOnlyItemIsNoLongerDue() {
        story.until("2026-11-02T21:00");
        anna.owes("R-1", "100.00", "2026-10-28").owes("R-1", "100.00", "2026-12-10");
        story.after(days(10));
        anna.receivedNothing();
    }

    @Test
    void joinsANewOverdueInvoiceToTheOpenCase() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("R-2", "50.00", "2026-11-06");
        story.after(days(3));
        assertThat(anna.lastBody()).contains("-R-1").doesNotContain("-R-2");
        story.after(days(7));
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder")
                .stillOwes("150.00");
        assertThat(anna.cases()).hasSize(1);
        assertThat(anna.lastBody()).contains("-R-1", "-R-2", "Alles zusammen sind das 150,00 €.");
    }

    @Test
    void remindsFriendlyFirstOfWhatWasNeverToldWhenTheRestIsPaid() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("R-2", "50.00", "2026-11-06");
        story.after(days(6));
        anna.paysFor("R-1", "100.00");
        story.after(days(4));
        anna.received("2026-11-02 friendly-reminder", "2026-11-09 friendly-reminder")
                .stillOwes("50.00");
        assertThat(anna.lastBody()).contains("-R-2").doesNotContain("-R-1");
    }

    @Test
    void neverDemandsTwiceOnOneDayWhenTwoCurrenciesAreOwed() {
        anna.owes("R-1", "100.00", "EUR", "2026-10-30").owes("R-2", "70.00", "USD", "2026-10-30");
        assertThat(anna.cases()).hasSize(2);
        story.after(days(14));
        anna.received(
                "2026-11-02 friendly-reminder",
                "2026-11-03 friendly-reminder",
                "2026-11-11 second-reminder",
                "2026-11-12 second-reminder");
        assertThat(anna.sent())
                .extracting(contact -> LocalDate.ofInstant(contact.sentAt(), java.time.ZoneOffset.UTC))
                .doesNotHaveDuplicates();
        assertThat(anna.sent().get(0).currency())
                .isNotEqualTo(anna.sent().get(1).currency());
    }

    @Test
    void settlesOneCurrencyWithoutTheOther() {
        anna.owes("R-1", "100.00", "EUR", "2026-10-30").owes("R-2", "70.00", "USD", "2026-10-30");
        story.after(days(3));
        anna.pays("70.00", "USD");
        story.after(days(11));
        assertThat(anna.sent())
                .extracting("step", "currency")
                .contains(org.assertj.core.groups.Tuple.tuple("second-reminder", "EUR"))
                .doesNotContain(org.assertj.core.groups.Tuple.tuple("second-reminder", "USD"));
    }

    @Test
    void opensANewCaseForWhatBecomesOverdueAfterTheFirstIsSettled() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.after(days(3));
        anna.pays("100.00").owes("R-2", "50.00", "2026-11-16");
        story.until("2026-11-20T10:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-05 payment-thanks", "2026-11-19 friendly-reminder");
        assertThat(anna.cases()).hasSize(2);
    }
}
