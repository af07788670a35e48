package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.payments.ReturnOrder;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who has given a mandate waits to be debited: he is asked for nothing before the debit has come back. */
@KulanzTest
class DirectDebitStoryTests {

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna").with("mandate_id", "M-1");

    private HttpResponse<String> event(String id, String kind, String more) {
        HttpResponse<String> answer = Browser.withPassword(port, "owner", "owner")
                .post("/api/v1/order-events", """
                {"externalId": "%s", "creditorId": "%s", "invoiceId": "%2$s-R-1", "kind": "%s", %s}""".formatted(id, story.creditorId(), kind, more));
        story.now();
        return answer;
    }

    private String page(String address) {
        return Browser.loggedIn(port, "clerk").get(address).body();
    }

    @Test
    void isAskedForNothingAndBecomesNoCase() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2027-01-15T12:00");
        anna.receivedNothing();
        assertThat(anna.cases()).isEmpty();
    }

    @Test
    void isNamedInNoDryRun() {
        assertThat(anna.wouldReceive("R-1", "100.00", "2026-10-30")).isEmpty();
        assertThat(anna.wouldReceive("R-1", "100.00", "2026-11-03")).isEmpty();
    }

    @Test
    void isRemindedOfOtherInvoicesOnly() {
        anna.owes("R-1", "100.00", "2026-10-30").with("mandate_id", "").owes("R-2", "40.00", "2026-10-30");
        story.until("2026-11-04T12:00");
        assertThat(anna.lastBody()).contains("R-2", "40,00 €").doesNotContain("R-1");
        anna.stillOwes("40.00");
    }

    /** Its debit came back before any message: the first one says so. */
    @Test
    void entersTheLadderWhenThePaymentThatWasBookedForItComesBack() {
        anna.owes("R-1", "100.00", "2026-11-09");
        story.until("2026-11-09T10:00");
        anna.pays("100.00");
        story.until("2026-11-16T10:00");
        anna.lastPaymentComesBack().stillOwes("100.00");
        assertThat(anna.lastSent().step()).isEqualTo("payment-returned");
        assertThat(anna.lastSent().payBy()).isEqualTo("2026-11-23");
        story.until("2026-11-26T07:59");
        anna.received("2026-11-16 payment-returned");
        story.until("2026-11-26T12:00"); // the 23rd + 3 bank days
        anna.received("2026-11-16 payment-returned", "2026-11-26 friendly-reminder");
    }

    @Test
    void entersTheLadderWhenTheDebitIsSaidToHaveComeBack() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        assertThat(event("E-1", "DEBIT_RETURNED", "\"occurredOn\": \"2026-11-05\", \"reason\": \"AM04\"")
                        .statusCode())
                .isEqualTo(201);
        anna.received("2026-11-05 friendly-reminder");
    }

    @Test
    void entersTheLadderWhenTheMandateIsRevoked() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        event("E-1", "MANDATE_REVOKED", "\"occurredOn\": \"2026-11-04\"");
        anna.received("2026-11-05 friendly-reminder");
    }

    /** He took it back himself: something may be wrong with the claim, and a person looks first. */
    @Test
    void isLookedAtWhenTheDebtorTookTheDebitBack() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        event("E-1", "DEBIT_RETURNED", "\"occurredOn\": \"2026-11-05\", \"reason\": \"MD06\"");
        anna.receivedNothing();
        assertThat(page("/holds?due=true&q=" + story.creditorId())).contains(story.creditorId() + "-R-1");
    }

    @Test
    void isLookedAtWhenAPaymentWasTakenBackByTheDebtor() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-04T10:00");
        anna.pays("100.00");
        story.until("2026-11-05T10:00");
        story.house()
                .returns()
                .book(new ReturnOrder(story.creditorId(), anna.lastPayment(), null, "MD06"), CreditorScope.ALL);
        story.now().until("2026-12-15T12:00");
        anna.receivedNothing();
        assertThat(page("/holds?due=true&q=" + story.creditorId())).contains(story.creditorId() + "-R-1");
    }

    @Test
    void isLookedAtWhenNothingIsHeardOfTheDebit() {
        anna.owes("R-1", "100.00", "2026-10-30"); // a Friday; the 8th bank day after it is the 11th of November
        story.until("2026-11-11T20:00");
        assertThat(page("/holds?due=true&q=" + story.creditorId())).doesNotContain("-R-1");
        story.until("2026-11-12T20:00");
        assertThat(page("/holds?due=true&q=" + story.creditorId())).contains(story.creditorId() + "-R-1");
        assertThat(page("/")).contains("/holds?due=true");
        anna.receivedNothing();
    }

    @Test
    void isDunnedOnceAPersonSaysSo() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-12T10:00");
        assertThat(Browser.withPassword(port, "clerk", "clerk")
                        .delete("/api/v1/holds/" + holdId())
                        .statusCode())
                .isEqualTo(204);
        story.now();
        anna.received("2026-11-12 friendly-reminder");
        anna.with("subject", "again").owes("R-1", "100.00", "2026-10-30");
        assertThat(anna.isBlockedNow()).as("what somebody has let go stays so").isFalse();
    }

    private String holdId() {
        return story.house()
                .jdbc()
                .sql("""
                        select h.id::text from item_hold h join open_item i on i.id = h.open_item_id
                        where i.creditor_id = :creditor and h.lifted_at is null""")
                .param("creditor", story.creditorId())
                .query(String.class)
                .single();
    }

    @Test
    void isHeldAgainWhileTheDebitIsPresentedOnceMore() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        event("E-1", "DEBIT_RETURNED", "\"occurredOn\": \"2026-11-05\", \"reason\": \"AM04\"");
        event("E-2", "DEBIT_PRESENTED", "\"occurredOn\": \"2026-11-10\"");
        assertThat(anna.blocks())
                .singleElement()
                .satisfies(block -> assertThat(block.reason().name()).isEqualTo("DIRECT_DEBIT"));
        story.until("2026-11-30T12:00");
        anna.received("2026-11-05 friendly-reminder");
        event("E-3", "DEBIT_RETURNED", "\"occurredOn\": \"2026-11-30\", \"reason\": \"AM04\"");
        story.until("2026-12-01T12:00");
        assertThat(anna.sent()).hasSize(2);
    }

    /** What a creditor does not want read says nothing. */
    @Test
    void isDunnedWhereMandatesAreNotRead() {
        story.readsNoMandates();
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-04T12:00");
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void isNotForgottenWhenTheDueDateMoves() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("R-1", "100.00", "2026-11-20");
        story.until("2026-11-30T12:00");
        assertThat(page("/holds?due=true&q=" + story.creditorId())).doesNotContain("-R-1");
        story.until("2026-12-03T12:00"); // the 8th bank day after the 20th is the 2nd
        assertThat(page("/holds?due=true&q=" + story.creditorId())).contains("-R-1");
    }
}
