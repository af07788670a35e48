package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the shop knows of an order holds its invoice: it came back, never came, was cancelled. */
@KulanzTest
class OrderEventStoryTests {

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    private StoryDebtor remindedOnce() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-03T10:00");
        return anna.received("2026-11-02 friendly-reminder");
    }

    private String body(String id, String kind, String day) {
        return """
                {"externalId": "%s", "creditorId": "%s", "debtorId": "Anna", "invoiceId": "%2$s-R-1", "kind": "%s",
                 "occurredOn": "%s"}""".formatted(id, story.creditorId(), kind, day);
    }

    private HttpResponse<String> post(String body) {
        HttpResponse<String> answer =
                Browser.withPassword(port, "owner", "owner").post("/api/v1/order-events", body);
        story.now();
        return answer;
    }

    private void happens(String id, String kind, String day) {
        HttpResponse<String> answer = post(body(id, kind, day));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private List<String> holds() {
        return anna.blocks().stream().map(block -> block.reason().name()).toList();
    }

    private String dueHolds() {
        return Browser.loggedIn(port, "clerk")
                .get("/holds?due=true&q=" + story.creditorId())
                .body();
    }

    @Test
    void restsWhileAReturnIsAnnouncedAndGoesOnInAFriendlyWayIfNothingComes() {
        remindedOnce();
        happens("E-1", "RETURN_ANNOUNCED", "2026-11-03");
        assertThat(anna.blocks()).singleElement().satisfies(block -> {
            assertThat(block.reason().name()).isEqualTo("RETURN_ANNOUNCED");
            assertThat(block.scope().name()).isEqualTo("ITEM");
            assertThat(block.until()).isEqualTo("2026-11-24");
        });
        story.until("2026-11-24T20:00");
        anna.received("2026-11-02 friendly-reminder");
        story.until("2026-11-26T20:00");
        assertThat(anna.lastSent().step()).isEqualTo("friendly-reminder");
        assertThat(anna.sent()).hasSize(2);
    }

    @Test
    void restsOnceItIsBackUntilTheCreditNoteComes() {
        remindedOnce();
        happens("E-1", "RETURN_ANNOUNCED", "2026-11-03");
        happens("E-2", "RETURN_RECEIVED", "2026-11-03");
        assertThat(holds()).containsExactly("RETURN_RECEIVED");
        story.until("2026-11-10T12:00");
        anna.with("credits_invoice", story.creditorId() + "-R-1").owes("G-1", "-60.00", "2026-11-10");
        assertThat(holds()).isEmpty();
        story.until("2026-11-16T12:00");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("40.00");
    }

    /** Collected, sent back, and charged back: nobody has looked at the goods yet. */
    @Test
    void holdsAgainWhatIsOpenAgainUnlessSomebodyLetItGo() {
        remindedOnce();
        happens("E-1", "RETURN_RECEIVED", "2026-11-03");
        anna.pays("100.00");
        happens("E-2", "DELIVERED", "2026-11-01");
        assertThat(holds()).isEmpty();
        assertThat(Browser.withPassword(port, "owner", "owner")
                        .post("/api/v1/payments/returns", """
                {"creditorId": "%s", "externalId": "%s", "reason": "AM04"}""".formatted(story.creditorId(), anna.lastPayment()))
                        .statusCode())
                .isEqualTo(201);
        happens("E-3", "DELIVERED", "2026-11-02");
        assertThat(holds()).containsExactly("RETURN_RECEIVED");
    }

    @Test
    void isLookedAtWhenNoCreditNoteComes() {
        remindedOnce();
        happens("E-1", "RETURN_RECEIVED", "2026-11-03");
        story.until("2026-11-17T12:00");
        assertThat(dueHolds()).doesNotContain("-R-1");
        story.until("2026-11-18T12:00");
        assertThat(dueHolds()).contains("-R-1");
        assertThat(Browser.loggedIn(port, "clerk")
                        .get("/cases?mark=FOLLOW_UP_DUE&q=" + anna.caseNumber())
                        .body())
                .contains(anna.caseNumber());
        story.until("2027-01-10T12:00");
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void tellsTheSameStoryInWhateverOrderItComes() {
        remindedOnce();
        happens("E-2", "RETURN_RECEIVED", "2026-11-03");
        happens("E-1", "RETURN_ANNOUNCED", "2026-11-02");
        assertThat(holds()).containsExactly("RETURN_RECEIVED");
    }

    @Test
    void isNotAskedForWhatWasNotDelivered() {
        remindedOnce();
        happens("E-1", "NOT_DELIVERED", "2026-11-02");
        story.until("2026-12-20T12:00");
        anna.received("2026-11-02 friendly-reminder");
        assertThat(dueHolds()).contains("-R-1");
        happens("E-2", "DELIVERED", "2026-12-20");
        assertThat(holds()).isEmpty();
        story.until("2026-12-22T12:00");
        assertThat(anna.lastSent().step()).isEqualTo("friendly-reminder");
    }

    @Test
    void isNotAskedForWhatWasCancelled() {
        anna.owes("R-1", "100.00", "2026-11-06");
        happens("E-1", "CANCELLED", "2026-11-02");
        story.until("2026-12-20T12:00");
        anna.receivedNothing();
        assertThat(anna.cases()).isEmpty();
        assertThat(dueHolds()).contains("-R-1");
        anna.owes("R-1", "0.00", "2026-11-06");
        assertThat(dueHolds()).doesNotContain("-R-1");
    }

    /** Shops tell of an order before they bill it. */
    @Test
    void isKnownBeforeTheInvoice() {
        HttpResponse<String> answer = post(body("E-1", "NOT_DELIVERED", "2026-11-01"));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"known\":false");
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-20T12:00");
        anna.receivedNothing();
        assertThat(post(body("E-1", "NOT_DELIVERED", "2026-11-01")).body()).isEqualTo(answer.body());
    }

    @Test
    void isTakenOnceHoweverOftenItIsTold() {
        remindedOnce();
        HttpResponse<String> first = post(body("E-1", "RETURN_ANNOUNCED", "2026-11-03"));
        HttpResponse<String> again = post(body("E-1", "RETURN_ANNOUNCED", "2026-11-03"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(post(body("E-1", "CANCELLED", "2026-11-03")).statusCode()).isEqualTo(409);
        assertThat(holds()).containsExactly("RETURN_ANNOUNCED");
        HttpResponse<String> list = Browser.withPassword(port, "owner", "owner")
                .get("/api/v1/order-events?invoiceId=" + story.creditorId() + "-R-1");
        assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
        assertThat(list.headers().firstValue("X-Total-Count")).hasValue("1");
        assertThat(list.body()).contains("\"externalId\":\"E-1\"", "RETURN_ANNOUNCED");
    }

    @Test
    void isTakenOnceHoweverManyTellItAtTheSameMoment() {
        remindedOnce();
        List<Integer> codes = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Browser.withPassword(port, "owner", "owner")
                        .post("/api/v1/order-events", body("E-1", "NOT_DELIVERED", "2026-11-03"))
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(codes).containsExactly(200, 200, 200, 200, 200, 200, 200, 201);
        assertThat(holds()).containsExactly("NOT_DELIVERED");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        remindedOnce();
        assertThat(post(body("E-1", "EXPLODED", "2026-11-03")).statusCode()).isBetween(400, 422);
        assertThat(post(body("E-2", "RETURN_RECEIVED", "2026-11-20")).statusCode())
                .isEqualTo(422);
        HttpResponse<String> another =
                post(body("E-3", "RETURN_RECEIVED", "2026-11-03").replace("Anna", "Berta"));
        assertThat(another.statusCode()).isEqualTo(422);
        assertThat(another.body()).contains("debtorId");
        assertThat(post(body("E-4", "RETURN_RECEIVED", "2026-11-03").replace(story.creditorId() + "\"", "nobody\""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(holds()).isEmpty();
    }

    @Test
    void takesAListAndSaysWhatWasWrongWithWhich() {
        remindedOnce();
        HttpResponse<String> answer = Browser.withPassword(port, "owner", "owner")
                .post(
                        "/api/v1/order-events/list",
                        "{\"events\": [%s, %s, %s, %s]}"
                                .formatted(
                                        body("E-1", "RETURN_ANNOUNCED", "2026-11-03"),
                                        body("E-1", "RETURN_ANNOUNCED", "2026-11-03"),
                                        body("E-2", "CANCELLED", "2026-11-03").replace("Anna", "Berta"),
                                        body("E-1", "CANCELLED", "2026-11-03")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"taken\":1", "\"repeated\":1", "\"index\":2", "\"index\":3", "409");
        assertThat(holds()).containsExactly("RETURN_ANNOUNCED");
    }

    @Test
    void boundsAList() {
        String many = IntStream.range(0, 1_001)
                .mapToObj(i -> body("E-" + i, "CANCELLED", "2026-11-02"))
                .collect(Collectors.joining(","));
        assertThat(post("{}").statusCode()).isBetween(400, 422);
        assertThat(Browser.withPassword(port, "owner", "owner")
                        .post(
                                "/api/v1/order-events/list",
                                "{\"events\": [" + body("E-1", "CANCELLED", "2026-11-20") + "]}")
                        .body())
                .contains("events[0].occurredOn");
        HttpResponse<String> answer = Browser.withPassword(port, "owner", "owner")
                .post("/api/v1/order-events/list", "{\"events\": [" + many + "]}");
        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void holdsAllPartsOfAnInvoiceOrTheOneThatIsNamed() {
        anna.ofOneInvoiceOwes("R-1", "50.00 2026-10-29", "50.00 2026-10-30");
        story.until("2026-11-03T10:00");
        happens("E-1", "NOT_DELIVERED", "2026-11-03");
        assertThat(holds()).containsExactly("NOT_DELIVERED", "NOT_DELIVERED");
    }

    @Test
    void isLiftedByAClerkInTheCaseFile() {
        remindedOnce();
        happens("E-1", "NOT_DELIVERED", "2026-11-03");
        anna.isFreed();
        assertThat(holds()).isEmpty();
        happens("E-2", "DELIVERED", "2026-11-03");
        happens("E-3", "NOT_DELIVERED", "2026-11-03");
        assertThat(holds()).as("what is later of one day counts").isEmpty();
    }

    @Test
    void saysAtTheLinkThatNothingIsToBeDone() {
        remindedOnce();
        happens("E-1", "RETURN_ANNOUNCED", "2026-11-03");
        Matcher link =
                Pattern.compile("/pay/[A-Za-z0-9_-]+").matcher(anna.lastSent().body());
        assertThat(link.find()).isTrue();
        assertThat(Browser.anonymous(port).get(link.group()).body())
                .contains("Rücksendung")
                .doesNotContain("Bitte überweisen Sie so", "DE75");
    }
}
