package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.contact.ContactView;
import dev.kulanz.payments.PaymentFeeds;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody is asked for money while it is not known what was paid of late. */
@KulanzTest
class PaymentFeedStoryTests {

    @LocalServerPort
    private int port;

    @Autowired
    private PaymentFeeds feeds;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T09:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");
    private Browser owner;

    @BeforeEach
    void begin() {
        anna.owes("R-1", "100.00", "2026-10-31");
        owner = Browser.withPassword(port, "owner", "owner");
    }

    /** The dashboard of other tests is calm. */
    @AfterEach
    void expectNothing() {
        expected(0);
    }

    @Test
    void holdsDemandsUntilTheFeedGoesOn() {
        expected(1);
        seenUntil("2026-10-29"); // a Thursday: known enough until Monday
        story.until("2026-11-05T12:00");
        anna.receivedNothing();
        assertThat(feeds.stale(ours())).extracting(Creditors.Named::id).containsExactly(story.creditorId());

        seenUntil("2026-11-04");
        story.now();
        anna.received("2026-11-05 friendly-reminder");
        assertThat(feeds.stale(ours())).isEmpty();
    }

    @ParameterizedTest(name = "every {0} bank days, known until {1}: sent on {2}")
    @CsvSource({
        "1, 2026-10-30, 2026-11-03", // a Friday: until Tuesday
        "1, 2026-10-29,",
        "5, 2026-10-26, 2026-11-03",
        "5, 2026-10-23,",
        "0, 2026-01-01, 2026-11-03"
    })
    void asksForMoneyTwoBankDaysAfterWhatIsKnown(int rhythm, LocalDate known, LocalDate sent) {
        expected(rhythm);
        seenUntil(known.toString());
        story.until("2026-11-05T12:00");
        if (sent == null) {
            anna.receivedNothing();
        } else {
            anna.received(sent + " friendly-reminder");
        }
    }

    @Test
    void sendsThanksWithoutIt() {
        story.until("2026-11-04T12:00");
        expected(1);
        seenUntil("2026-10-29");
        anna.pays("100.00");
        story.until("2026-11-06T12:00");
        assertThat(anna.sent()).extracting(ContactView::step).contains("payment-thanks");
    }

    @Test
    void knowsWhatWasPaidByThePaymentsThemselves() {
        expected(1);
        seenUntil("2026-10-29");
        story.until("2026-11-05T12:00");
        anna.receivedNothing();
        HttpResponse<String> paid = owner.post("/api/v1/payments", """
                {"externalId":"f-1","creditorId":"%s","debtorId":"%s","amount":1,"currency":"EUR","valueDate":"2026-11-04"}""".formatted(story.creditorId(), anna.id()));
        assertThat(paid.statusCode()).as(paid.body()).isEqualTo(201);
        story.now();
        assertThat(anna.sent()).extracting(ContactView::step).contains("friendly-reminder");
    }

    @Test
    void knowsItByACompleteList() {
        expected(1);
        seenUntil("2026-10-29");
        story.until("2026-11-05T12:00");
        anna.owesOnly("R-1", "100.00", "2026-10-31");
        story.now();
        anna.received("2026-11-05 friendly-reminder");
    }

    @Test
    void alarmsOnceForEachTime() {
        expected(1);
        seenUntil("2026-10-29");
        story.until("2026-11-09T12:00");
        assertThat(alarms()).isEqualTo(1);
        seenUntil("2026-11-06");
        story.until("2026-11-30T12:00");
        assertThat(alarms()).isEqualTo(2);
    }

    @Test
    void takesNothingBack() {
        expected(1);
        seenUntil("2026-11-02");
        assertThat(seenUntil("2026-10-29").body()).contains("\"seenUntil\":\"2026-11-02\"");
    }

    @ParameterizedTest
    @CsvSource({"nobody, 2026-11-02, creditorId", ", 2026-11-02, creditorId", "ours, 2026-11-03, until", "ours, , until"
    })
    void refusesWhatCanNotBe(String creditor, String until, String field) {
        HttpResponse<String> answer = owner.post(
                "/api/v1/payments/seen-until",
                "{%s\"until\":%s}"
                        .formatted(
                                creditor == null
                                        ? ""
                                        : "\"creditorId\":\"%s\","
                                                .formatted(creditor.equals("ours") ? story.creditorId() : creditor),
                                until == null ? "null" : "\"" + until + "\""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void isExpectedByWhoMaySaySo() {
        String path = "/api/v1/payments/feeds/" + story.creditorId();
        assertThat(Browser.withPassword(port, "clerk", "clerk")
                        .put(path, "{\"rhythm\":0}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(owner.put(path, "{\"rhythm\":61}").statusCode()).isEqualTo(422);
        assertThat(owner.put(path, "{}").statusCode()).isEqualTo(422);
    }

    private CreditorScope ours() {
        return new CreditorScope(false, Set.of(story.creditorId()));
    }

    private void expected(int rhythm) {
        HttpResponse<String> answer =
                owner.put("/api/v1/payments/feeds/" + story.creditorId(), "{\"rhythm\":%d}".formatted(rhythm));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> seenUntil(String day) {
        HttpResponse<String> answer = owner.post(
                "/api/v1/payments/seen-until",
                "{\"creditorId\":\"%s\",\"until\":\"%s\"}".formatted(story.creditorId(), day));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private long alarms() {
        return story.house()
                .jdbc()
                .sql("select count(*) from journal where creditor_id = :creditor and kind = 'PaymentFeedStale'")
                .param("creditor", story.creditorId())
                .query(Long.class)
                .single();
    }
}
