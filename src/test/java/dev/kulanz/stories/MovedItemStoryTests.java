package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.CaseItems.MovedOn;
import dev.kulanz.cases.CaseSearch;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An item is in one case at a time: the one that asks for it. */
@KulanzTest
class MovedItemStoryTests {

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor anna = story.debtor("Anna");

    @LocalServerPort
    private int port;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseItems items;

    @Autowired
    private CaseSearch search;

    @Test
    void comesToANewCaseWhenItIsRaisedAfterTheSettlement() {
        anna.owes("R-1", "64.10", "2026-10-30");
        story.after(days(1));
        anna.pays("64.10").isSettled();
        anna.owes("R-1", "67.31", "2026-10-30");
        story.after(days(1));
        anna.stillOwes("3.21");
        isOverAndWithout(anna.cases().get(0), "R-1");
        assertThat(anna.cases()).hasSize(2);
    }

    @Test
    void comesToTheOpenCaseWhenItsPaymentReturnsAfterTheSettlement() {
        anna.owes("R-1", "50.00", "2026-10-28").pays("50.00").isSettled();
        anna.owes("R-2", "20.00", "2026-10-29").stillOwes("20.00");
        anna.lastPaymentComesBack().stillOwes("70.00");
        isOverAndWithout(anna.cases().get(0), "R-1");
        assertThat(items.all(anna.cases().get(1).id()))
                .extracting(ItemBalance::invoiceId)
                .containsExactly(story.creditorId() + "-R-1", story.creditorId() + "-R-2");
    }

    @Test
    void isToldInTheOpenCaseThatThePaymentCameBackAndHearsNoStepTwice() {
        anna.owes("R-1", "50.00", "2026-10-28");
        story.until("2026-11-12T12:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder")
                .pays("50.00");
        anna.owes("R-2", "20.00", "2026-11-13");
        story.until("2026-11-17T12:00");
        anna.lastPaymentComesBack();
        story.until("2026-12-03T12:00");
        anna.received(
                "2026-11-02 friendly-reminder",
                "2026-11-11 second-reminder",
                "2026-11-12 payment-thanks",
                "2026-11-16 friendly-reminder", // of R-2
                "2026-11-17 payment-returned", // to pay by the 24th
                "2026-11-27 digital-nudge", // of both: R-1 decides
                "2026-11-30 plan-offer");
        assertThat(anna.summary().openAmount()).isEqualByComparingTo("70.00");
    }

    @Test
    void isNamedAsThePartThatItIs() {
        anna.with("instalment", "3").owes("R-1", "64.10", "2026-10-30");
        story.after(days(1));
        anna.pays("64.10").isSettled();
        String first = anna.caseNumber();
        anna.owes("R-1", "67.31", "2026-10-30");
        story.after(days(1));

        assertThat(items.movedOn(cases.get(first).id()))
                .containsExactly(new MovedOn(story.creditorId() + "-R-1", 3, null, anna.caseNumber()));
        assertThat(Browser.loggedIn(port, "clerk").get("/cases/" + first).body())
                .contains("Instalment 3 of invoice " + story.creditorId() + "-R-1 has left this case");
    }

    private void isOverAndWithout(DunningCase first, String invoice) {
        assertThat(first.status()).isEqualTo(DunningCase.Status.SETTLED);
        assertThat(search.of(first).openAmount()).isZero();
        assertThat(items.movedOn(first.id()))
                .containsExactly(new MovedOn(story.creditorId() + "-" + invoice, null, null, anna.caseNumber()));
    }

    @Test
    void choosesTheLadderByWhatIsOpenAlsoBeforeTheFirstContactIsDue() {
        anna.owes("R-1", "64.10", "2026-11-01").receivedNothing();
        assertThat(anna.told("JourneyStarted").facts().get("fact.openAmount")).hasToString("64.10");
    }
}
