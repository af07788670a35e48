package dev.kulanz.stories;

import static dev.kulanz.stories.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kulanz.access.Users;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Promises as other systems report them. */
@KulanzTest
class PromiseApiTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

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
    void answersWithThePromiseAndBlocksTheCaseAtOnce() {
        JsonNode promise = read(report("100.00", "2026-11-20"), 201);
        assertThat(promise.get("caseNumber").asText()).isEqualTo(anna.caseNumber());
        assertThat(promise.get("amount").decimalValue()).isEqualByComparingTo("100.00");
        assertThat(promise.get("date").asText()).isEqualTo("2026-11-20");
        assertThat(promise.get("status").asText()).isEqualTo("OPEN");
        JsonNode block = read(clerk.get("/api/v1/cases/" + anna.caseNumber()), 200)
                .get("blocks")
                .get(0);
        assertThat(block.get("reason").asText()).isEqualTo("PROMISE");
        assertThat(block.get("scope").asText()).isEqualTo("CASE");
        assertThat(block.get("until").asText()).isGreaterThanOrEqualTo("2026-11-25");
    }

    @Test
    void answersTheSameWhenItIsReportedTwice() {
        JsonNode first = read(report("100.00", "2026-11-20"), 201);
        assertThat(read(report("100", "2026-11-20"), 200)).isEqualTo(first);
        assertThat(anna.promised()).hasSize(1);
    }

    @Test
    void listsThePromisesOfACaseTheOldestFirst() {
        report("100.00", "2026-11-20");
        report("90.00", "2026-11-27");
        JsonNode list = read(clerk.get("/api/v1/promises?caseNumber=" + anna.caseNumber()), 200);
        assertThat(list.findValuesAsText("status")).containsExactly("REPLACED", "OPEN");
    }

    @ParameterizedTest
    @CsvSource({
        "100.00, 2026-11-01, date",
        "100.00, 2027-01-31, date",
        "0.00, 2026-11-20, amount",
        "-5, 2026-11-20, amount",
        "1e400, 2026-11-20, amount",
        "100.01, 2026-11-20, amount"
    })
    void refusesWhatCannotBeKeptAndNamesTheField(String amount, String date, String field) {
        JsonNode problem = read(report(amount, date), 422);
        assertThat(problem.findValuesAsText("field")).containsExactly(field);
        assertThat(anna.promised()).isEmpty();
        assertThat(anna.isBlockedNow()).isFalse();
    }

    @Test
    void refusesTheThirdPromise() {
        report("100.00", "2026-11-20");
        report("90.00", "2026-11-20");
        JsonNode problem = read(report("80.00", "2026-11-20"), 422);
        assertThat(problem.findValuesAsText("field")).containsExactly("caseNumber");
    }

    @Test
    void namesEachFieldThatIsMissing() {
        assertThat(read(clerk.post("/api/v1/promises", "{}"), 422).findValuesAsText("field"))
                .containsExactly("caseNumber");
        String onlyTheCase = "{\"caseNumber\": \"%s\"}".formatted(anna.caseNumber());
        assertThat(read(clerk.post("/api/v1/promises", onlyTheCase), 422).findValuesAsText("field"))
                .containsExactly("amount", "date");
        read(clerk.get("/api/v1/promises"), 422);
    }

    @Test
    void refusesWhatIsNoDay() {
        assertThat(report("100.00", "2026-02-30").statusCode()).isEqualTo(400);
    }

    @Test
    void doesNotKnowACaseThatIsNotForThisUser() {
        clerk = new Clerks(users, port).of("elsewhere");
        read(report("100.00", "2026-11-20"), 404);
        read(clerk.get("/api/v1/promises?caseNumber=" + anna.caseNumber()), 404);
        assertThat(anna.promised()).isEmpty();
    }

    @Test
    void isNotForReaders() {
        clerk = Browser.withPassword(port, "compliance", "compliance");
        assertThat(report("100.00", "2026-11-20").statusCode()).isEqualTo(403);
        read(clerk.get("/api/v1/promises?caseNumber=" + anna.caseNumber()), 200);
    }

    private HttpResponse<String> report(String amount, String date) {
        return clerk.post("/api/v1/promises", """
                {"caseNumber": "%s", "amount": %s, "date": "%s"}""".formatted(anna.caseNumber(), amount, date));
    }
}
