package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import dev.kulanz.access.CreditorScope;
import dev.kulanz.contact.ContactView;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Refusal;
import dev.kulanz.stops.Stops;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The emergency stop. */
@KulanzTest
class StopStoryTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Stops stops;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T09:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");
    private Browser clerk;

    @BeforeEach
    void begin() {
        clerk = Browser.withPassword(port, "clerk", "clerk");
    }

    @Test
    void holdsBackWhatACreditorSendsUntilItIsLifted() {
        anna.owes("R-1", "100.00", "2026-10-31");
        String stop = stopped("");
        story.until("2026-11-04T12:00");
        anna.receivedNothing();
        assertThat(clerk.get("/api/v1/stops").body()).contains(stop, "\"waiting\":1", "\"placedBy\":\"clerk\"");

        assertThat(clerk.delete("/api/v1/stops/" + stop).statusCode()).isEqualTo(204);
        story.now();
        anna.received("2026-11-04 friendly-reminder");
        assertThat(clerk.get("/api/v1/stops").body()).doesNotContain(stop);
    }

    @ParameterizedTest
    @CsvSource({
        "step, friendly-reminder, true",
        "step, second-reminder, false",
        "channel, EMAIL, true",
        "channel, LETTER, false"
    })
    void coversAStepOrAChannel(String what, String value, boolean holds) {
        anna.owes("R-1", "100.00", "2026-10-31");
        String stop = stopped(",\"%s\":\"%s\"".formatted(what, value));
        story.until("2026-11-04T12:00");
        assertThat(anna.sent()).hasSize(holds ? 0 : 1);
        stops.lift(UUID.fromString(stop), CreditorScope.ALL);
    }

    @Test
    void holdsServiceMessagesAsWell() {
        anna.owes("R-1", "100.00", "2026-10-31");
        story.until("2026-11-04T12:00");
        String stop = stopped("");
        anna.pays("100.00");
        story.until("2026-11-06T12:00");
        anna.received("2026-11-03 friendly-reminder");
        stops.lift(UUID.fromString(stop), CreditorScope.ALL);
        story.now();
        anna.received("2026-11-03 friendly-reminder", "2026-11-06 payment-thanks");
    }

    @Test
    void saysNothingAnyMoreThatIsOverWhenItIsLifted() {
        anna.owes("R-1", "100.00", "2026-10-31");
        String stop = stopped("");
        story.until("2026-11-04T12:00");
        anna.pays("100.00");
        stops.lift(UUID.fromString(stop), CreditorScope.ALL);
        story.until("2026-11-06T12:00");
        assertThat(anna.sent()).extracting(ContactView::step).doesNotContain("friendly-reminder");
    }

    @Test
    void letsGoOverAWeekWhereNothingWentOutBefore() {
        List<StoryDebtor> many = debtors(12, "2026-10-31");
        String stop = stopped("");
        story.until("2026-11-04T12:00"); // a Wednesday
        stops.lift(UUID.fromString(stop), CreditorScope.ALL);
        story.until("2026-11-20T12:00");
        assertThat(firstMessages(many))
                .containsExactly(
                        Map.entry(LocalDate.parse("2026-11-04"), 3L),
                        Map.entry(LocalDate.parse("2026-11-05"), 3L),
                        Map.entry(LocalDate.parse("2026-11-06"), 3L),
                        Map.entry(LocalDate.parse("2026-11-09"), 3L)); // a Monday
    }

    @Test
    void letsGoNoMoreADayThanOnNormalDaysBefore() {
        debtors(2, "2026-10-31");
        story.until("2026-11-03T12:00"); // two went out
        List<StoryDebtor> many = IntStream.range(0, 5)
                .mapToObj(i -> story.debtor("Late" + i).owes("L-" + i, "100.00", "2026-11-02"))
                .toList();
        String stop = stopped("");
        story.until("2026-11-06T12:00"); // a Friday
        stops.lift(UUID.fromString(stop), CreditorScope.ALL);
        story.until("2026-11-12T12:00");
        assertThat(firstMessages(many))
                .containsExactly(
                        Map.entry(LocalDate.parse("2026-11-06"), 2L),
                        Map.entry(LocalDate.parse("2026-11-09"), 2L), // nobody works at the weekend
                        Map.entry(LocalDate.parse("2026-11-10"), 1L));
    }

    @Test
    void isPlacedOnceAndLiftedOnce() {
        String stop = stopped("");
        assertThat(stopped("")).isEqualTo(stop);
        assertThat(clerk.delete("/api/v1/stops/" + stop).statusCode()).isEqualTo(204);
        assertThat(clerk.delete("/api/v1/stops/" + stop).statusCode()).isEqualTo(204);
        assertThat(clerk.delete("/api/v1/stops/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        String next = stopped("");
        assertThat(next).isNotEqualTo(stop);
        clerk.delete("/api/v1/stops/" + next);
    }

    @ParameterizedTest
    @CsvSource({"creditorId, nobody", "step, dunning", "channel, FAX"})
    void refusesWhatIsNotThere(String field, String value) {
        HttpResponse<String> answer = clerk.post("/api/v1/stops", "{\"%s\":\"%s\"}".formatted(field, value));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void stopsNotEverythingWhereNothingIsNamed() {
        assertThat(clerk.post("/api/v1/stops", "{}").statusCode()).isEqualTo(422);
        assertThat(clerk.post("/api/v1/stops", "{\"reason\":\"why\"}").statusCode())
                .isEqualTo(422);
        Browser desk = Browser.loggedIn(port, "clerk");
        desk.submit("/stops", "");
        desk.submit("/stops", "creditorId=&step=&channel=&reason=");
        assertThat(stops.inForce(CreditorScope.ALL)).noneMatch(stop -> stop.creditorId() == null);
    }

    @Test
    void isForThoseWhoSeeTheCreditor() {
        CreditorScope others = new CreditorScope(false, Set.of("another"));
        Stops.Wanted all = new Stops.Wanted(null, "final-notice", null, null);
        assertThatThrownBy(() -> stops.place(all, others)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> stops.place(new Stops.Wanted(story.creditorId(), null, null, null), others))
                .isInstanceOf(Refusal.class);
        UUID ours = UUID.fromString(stopped(""));
        UUID everybodys = stops.place(all, CreditorScope.ALL).id();
        try {
            assertThat(stops.inForce(others)).extracting("id").containsExactly(everybodys);
            assertThatThrownBy(() -> stops.lift(ours, others)).hasMessageContaining("There is no stop");
            assertThatThrownBy(() -> stops.lift(everybodys, others)).hasMessageContaining("all creditors");
        } finally {
            stops.lift(everybodys, CreditorScope.ALL);
            stops.lift(ours, CreditorScope.ALL);
        }
        assertThat(Browser.withPassword(port, "compliance", "compliance")
                        .post("/api/v1/stops", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void isPlacedAndLiftedOnTheDesk() {
        Browser desk = Browser.loggedIn(port, "clerk");
        anna.owes("R-1", "100.00", "2026-10-31");
        desk.submit(
                "/stops",
                "creditorId=" + story.creditorId() + "&step=&channel=&reason=" + Browser.enc("wrong <b>texts</b>"));
        story.until("2026-11-04T12:00");
        String page = desk.page("/stops").body();
        assertThat(page).contains("wrong &lt;b&gt;texts&lt;/b&gt;", "One message waits behind it");
        UUID id = stops.inForce(new CreditorScope(false, Set.of(story.creditorId())))
                .get(0)
                .id();
        desk.submit("/stops/" + id + "/lift", "");
        story.now();
        anna.received("2026-11-04 friendly-reminder");
    }

    private List<StoryDebtor> debtors(int count, String due) {
        return IntStream.range(0, count)
                .mapToObj(i -> story.debtor("Debtor" + i).owes("R-" + i, "100.00", due))
                .toList();
    }

    private static Map<LocalDate, Long> firstMessages(List<StoryDebtor> debtors) {
        return debtors.stream()
                .map(debtor -> debtor.sent().get(0))
                .collect(Collectors.groupingBy(
                        sent -> LocalDate.ofInstant(Objects.requireNonNull(sent.sentAt()), BusinessClock.ZONE),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private String stopped(String more) {
        HttpResponse<String> answer =
                clerk.post("/api/v1/stops", "{\"creditorId\":\"%s\"%s}".formatted(story.creditorId(), more));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonPath.read(answer.body(), "$.id");
    }
}
