package dev.kulanz.stories;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.contact.Purpose;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An invoice that falls due in parts: each is asked for in its time, and all of them where the invoice is named. */
@KulanzTest
class InstalmentStoryTests {

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    private StoryDebtor owesTwoParts() {
        return anna.with("instalment", "1")
                .owes("R-77", "50.00", "2026-10-29")
                .with("instalment", "2")
                .owes("R-77", "40.00", "2026-10-30");
    }

    @Test
    void areDemandedTogetherAsPartsOfTheSameInvoice() {
        owesTwoParts();
        story.after(ofDays(3));
        anna.received("2026-11-02 friendly-reminder").stillOwes("90.00");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("90.00");
        assertThat(anna.lastBody()).contains(", 1. Rate (fällig am 29.", ", 2. Rate (fällig am 30.", "90,00 €");
    }

    @Test
    void areToldApartByTheirDueDatesWhereTheCreditorDoesNotNumberThem() {
        anna.ofOneInvoiceOwes("R-77", "50.00 2026-10-29", "40.00 2026-10-30");
        story.after(ofDays(3));
        assertThat(anna.lastBody())
                .contains(", eine Rate (fällig am 29.", ", eine Rate (fällig am 30.")
                .doesNotContain("1. Rate");
    }

    @Test
    void haveTheNumbersThatTheCreditorGaveThem() {
        part("3", "50.00", "2026-10-29");
        part("4", "40.00", "2026-10-30");
        story.after(ofDays(3));
        assertThat(anna.lastBody())
                .contains(", 3. Rate (fällig am 29.", ", 4. Rate (fällig am 30.")
                .doesNotContain("1. Rate");
    }

    @Test
    void areNamedAsSuchWhereOneAloneIsKept() {
        part("3", "40.00", "2026-10-29");
        story.after(ofDays(3));
        assertThat(anna.lastBody()).contains(", 3. Rate (fällig am 29.");
    }

    @Test
    void areToldApartByTheirNumbersInTheStoryOfTheCase() {
        owesTwoParts();
        anna.with("instalment", "").owes("G-1", "-10.00", "2026-10-29").pays("79.50");
        assertThat(anna.told("CreditNoteUsed").facts())
                .containsEntry("instalment", 1)
                .doesNotContainKey("dueDate");
        assertThat(anna.told("StepFound").facts())
                .containsEntry("instalment", 1)
                .doesNotContainKey("dueDate");
        assertThat(anna.told("RestForgiven").facts())
                .containsEntry("instalment", 2)
                .doesNotContainKey("dueDate");
    }

    @Test
    void areToldApartByTheirDaysInTheStoryOfTheCase() {
        anna.ofOneInvoiceOwes("R-77", "50.00 2026-10-29", "40.00 2026-10-30");
        anna.owes("G-1", "-10.00", "2026-10-29").pays("79.50");
        assertThat(anna.told("CreditNoteUsed").facts())
                .containsEntry("dueDate", "2026-10-29")
                .doesNotContainKey("instalment");
        assertThat(anna.told("StepFound").facts()).containsEntry("dueDate", "2026-10-29");
        assertThat(anna.told("RestForgiven").facts()).containsEntry("dueDate", "2026-10-30");
    }

    @Test
    void areDemandedOnlyOnceTheyAreDue() {
        anna.with("instalment", "1")
                .owes("R-77", "50.00", "2026-10-29")
                .with("instalment", "2")
                .owes("R-77", "40.00", "2026-12-30");
        story.after(ofDays(3));
        anna.stillOwes("50.00");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("50.00");
    }

    @Test
    void arePaidTheOldestFirstByWhoNamesTheInvoice() {
        anna.owes("R-1", "10.00", "2026-10-20");
        owesTwoParts().paysFor("R-77", "60.00").stillOwes("40.00");
        assertThat(story.house()
                        .jdbc()
                        .sql("""
                                select string_agg(b.invoice_id || b.instalment || ' ' || b.open_amount, ', '
                                                  order by b.invoice_id, b.instalment)
                                from item_balance b join open_item i on i.id = b.id where i.creditor_id = :creditor""")
                        .param("creditor", story.creditorId())
                        .query(String.class)
                        .single()
                        .replace(story.creditorId() + "-", ""))
                .isEqualTo("R-11 10.00, R-771 0.00, R-772 30.00");
    }

    @Test
    void areAllBlockedByABlockOfTheirInvoice() {
        owesTwoParts().isBlockedFor("R-77");
        assertThat(anna.blocks()).hasSize(2);
        story.after(ofDays(30));
        anna.receivedNothing();
    }

    @Test
    void areBlockedAlsoWhenTheyFallDueLater() {
        anna.with("instalment", "1")
                .owes("R-77", "50.00", "2026-10-29")
                .with("instalment", "2")
                .owes("R-77", "40.00", "2026-11-10")
                .isBlockedFor("R-77");
        story.after(ofDays(40));
        anna.receivedNothing();
        assertThat(anna.blocks()).hasSize(2);
    }

    private StoryDebtor part(String number, String amount, String dueDate) {
        return anna.with("instalment", number).owes("R-77", amount, dueDate);
    }

    private boolean wasAskedForMoney() {
        return anna.sent().stream().anyMatch(one -> one.purpose() == Purpose.DEMAND);
    }

    @Test
    void areBlockedOneByOneByTheRowsOfAFile() {
        part("1", "50.00", "2026-10-29").with("block_reason", "DISPUTE");
        part("2", "40.00", "2026-10-30").with("block_reason", "");
        part("3", "30.00", "2026-11-10");

        assertThat(anna.blocks()).hasSize(1);
        story.until("2026-11-05T12:00");
        anna.received("2026-11-02 friendly-reminder");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("50.00");
        story.until("2026-11-12T12:00");
        assertThat(anna.blocks()).hasSize(1);
    }

    @Test
    void areBlockedAlsoInTheNextCaseOfTheirInvoice() {
        part("1", "50.00", "2026-10-29");
        part("2", "40.00", "2026-11-20").isBlockedFor("R-77").pays("50.00").isSettled();

        story.until("2027-01-15T12:00");

        assertThat(anna.cases()).hasSize(2);
        assertThat(anna.blocks()).singleElement().satisfies(block -> assertThat(block.reason())
                .isEqualTo(BlockReason.DISPUTE));
        assertThat(wasAskedForMoney()).isFalse();
    }

    @Test
    void areBlockedNoMoreWhenSomebodyFreedTheOneBefore() {
        part("1", "50.00", "2026-10-29");
        part("2", "40.00", "2026-11-10");
        part("3", "30.00", "2026-12-10").isBlockedFor("R-77").pays("50.00").isSettled();
        story.until("2026-11-11T12:00");
        anna.isFreed().pays("40.00").isSettled();

        story.until("2026-12-11T12:00");

        assertThat(anna.cases()).hasSize(3);
        assertThat(anna.blocks()).isEmpty();
    }

    @Test
    void areCreditedTheOldestFirst() {
        owesTwoParts().with("instalment", "").with("credits_invoice", story.creditorId() + "-R-77");
        anna.owes("G-1", "-70.00", "2026-11-01").stillOwes("20.00");
        story.after(ofDays(3));
        assertThat(anna.lastBody()).contains("2. Rate").doesNotContain("1. Rate");
    }
}
