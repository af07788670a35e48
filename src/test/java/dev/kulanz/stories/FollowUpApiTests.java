package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.CaseSearch;
import dev.kulanz.cases.FollowUps;
import dev.kulanz.journal.JournalEntry;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Follow-up dates, by the API. */
@KulanzTest
class FollowUpApiTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private FollowUps followUps;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T09:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");
    private Browser clerk;

    @BeforeEach
    void begin() {
        anna.owes("R-1", "100.00", "2026-10-28");
        clerk = Browser.withPassword(port, "clerk", "clerk");
    }

    @Test
    void isKeptAndMovedAndListedWhenItIsDue() {
        assertThat(put("2026-11-10", "ask again").statusCode()).isEqualTo(200);
        assertThat(put("2026-11-05", "calls back").body())
                .contains("\"date\":\"2026-11-05\"", "\"reason\":\"calls back\"", "\"setBy\":\"clerk\"");
        assertThat(followUps.due(ours())).isZero();
        assertThat(due()).isEmpty();

        story.after(days(3));

        assertThat(followUps.due(ours())).isOne();
        assertThat(followUps.due(new CreditorScope(false, Set.of("another")))).isZero();
        assertThat(due()).containsExactly(anna.caseNumber());
        assertThat(clerk.get(path()).statusCode()).isEqualTo(200);
    }

    @Test
    void isClearedAndJournalledOnce() {
        put("2026-11-05", "calls back");
        assertThat(clerk.delete(path()).statusCode()).isEqualTo(204);
        assertThat(clerk.delete(path()).statusCode()).isEqualTo(204);

        assertThat(clerk.get(path()).statusCode()).isEqualTo(404);
        assertThat(stories.journal().ofCase(anna.caseNumber(), 0, 500))
                .extracting(JournalEntry::kind)
                .filteredOn(kind -> kind.startsWith("FollowUp"))
                .containsExactly("FollowUpSet", "FollowUpCleared");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, calls back, date, can't lie in the past",
        "9999-12-31, calls back, date, within the next ten years",
        "2026-11-05, ' ', reason, Please say why",
    })
    void isRefusedWithASentence(String date, String reason, String field, String sentence) {
        var answer = put(date, reason);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(field, sentence).doesNotContain("Exception");
        assertThat(clerk.get(path()).statusCode()).isEqualTo(404);
    }

    @Test
    void isNotForThoseWhoOnlyRead() {
        clerk = Browser.withPassword(port, "compliance", "compliance");
        assertThat(put("2026-11-05", "calls back").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> put(String date, String reason) {
        return clerk.put(path(), "{\"date\": \"%s\", \"reason\": \"%s\"}".formatted(date, reason));
    }

    private String path() {
        return "/api/v1/cases/" + anna.caseNumber() + "/follow-up";
    }

    private CreditorScope ours() {
        return new CreditorScope(false, Set.of(story.creditorId()));
    }

    private List<String> due() {
        var wanted = new CaseSearch.Wanted(null, null, null, null, CaseSearch.Mark.FOLLOW_UP_DUE, null);
        return stories.search().page(ours(), wanted, 0, 10).stream()
                .map(one -> one.number())
                .toList();
    }
}
