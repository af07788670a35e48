package dev.kulanz.stories;

import static dev.kulanz.stories.Answers.isProblem;
import static dev.kulanz.stories.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kulanz.access.Users;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The API by itself: who may do and see what, creditors, and time. */
@KulanzTest
class ApiTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor anna = story.debtor("Anna");
    private Browser clerk;

    @BeforeEach
    void begin() {
        clerk = Browser.withPassword(port, "clerk", "clerk");
    }

    @Test
    void saysWhereItIsWithoutHavingBeenTold() {
        JsonNode description = read(clerk.get("/v3/api-docs"), 200);
        assertThat(description.path("servers").findValuesAsText("url")).containsExactly("/");
    }

    @Test
    void tellsNothingOfTheEnginesInsideWhereItsRestMissesAParameter() {
        HttpResponse<String> answer =
                Browser.withPassword(port, "admin", "admin").get("/engine-rest/metrics");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("is missing").doesNotContain("NullPointer", "org.camunda");
    }

    @Test
    void keepsCreditorsForOwnersOnly() {
        Browser owner = Browser.withPassword(port, "owner", "owner");
        String path = "/api/v1/creditors/" + story.creditorId() + "-b";
        String settings = """
                {"name": "Shop B", "accounts": [{"iban": "DE89 3704 0044 0532 0130 00", "name": "Shop B GmbH"}]}""";
        isProblem(clerk.put(path, settings), 403);
        assertThat(read(owner.put(path, settings), 201).get("name").asText()).isEqualTo("Shop B");
        JsonNode kept = read(owner.put(path, settings), 200);
        assertThat(kept.get("accounts").get(0).get("iban").asText()).isEqualTo("DE89370400440532013000");
        assertThat(kept.get("firstContactDays").asInt()).isEqualTo(3);
        isProblem(
                owner.put(path, "{\"accounts\": [{\"iban\": \"DE00\"}], \"firstContactDays\": 500}"),
                422,
                "name",
                "accounts[0].iban",
                "firstContactDays");
        isProblem(owner.put(path, "{\"name\": \"B\", \"channels\": [null]}"), 422, "channels");
        isProblem(owner.put(path, "{\"name\": \"B\", \"accounts\": [null]}"), 422, "accounts[0]");
        isProblem(owner.put(path, """
                        {"name": "B\\r\\nBcc: eve@example.com", "street": "A\\nB", "legalNotice": "Shop\\u0000"}"""), 422, "name", "street", "legalNotice");
        isProblem(owner.get("/api/v1/creditors/" + story.creditorId() + "-unknown"), 404);
    }

    @Test
    void movesTimeByTheApi() {
        anna.owes("R-1", "100.00", "2026-10-30");
        Instant before = Instant.parse(
                read(clerk.get("/api/v1/demo/clock"), 200).get("now").asText());
        JsonNode moved = read(clerk.post("/api/v1/demo/clock", "{\"advanceBy\": \"P7D\"}"), 200);
        assertThat(Instant.parse(moved.get("now").asText()))
                .isAfterOrEqualTo(before.plus(java.time.Duration.ofDays(7)));
        anna.received("2026-11-02 friendly-reminder");
        isProblem(clerk.post("/api/v1/demo/clock", "{\"advanceBy\": \"-P1D\"}"), 422, "advanceBy");
        isProblem(clerk.post("/api/v1/demo/clock", "{\"advanceBy\": \"soon\"}"), 422, "advanceBy");
        isProblem(clerk.post("/api/v1/demo/clock", "{}"), 422, "advanceBy");
    }

    @Test
    void showsAClerkOfAnotherCreditorNothing() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T09:00");
        String number = anna.caseNumber();
        String id = read(clerk.post("/api/v1/cases/" + number + "/blocks", "{\"reason\": \"MANUAL\"}"), 201)
                .get("id")
                .asText();
        Browser other = new Clerks(users, port).of(story.creditorId() + "-other");
        assertThat(read(other.get("/api/v1/cases"), 200)).isEmpty();
        assertThat(other.get("/api/v1/cases").headers().firstValue("X-Total-Count"))
                .hasValue("0");
        assertThat(read(other.get("/api/v1/events"), 200)).isEmpty();
        assertThat(read(other.get("/api/v1/creditors"), 200)).isEmpty();
        assertThat(read(other.get("/api/v1/open-items/imports"), 200)).isEmpty();
        for (String path : List.of("", "/history", "/blocks")) {
            isProblem(other.get("/api/v1/cases/" + number + path), 404);
        }
        isProblem(other.get("/api/v1/contacts?case=" + number), 404);
        isProblem(other.get("/api/v1/creditors/" + story.creditorId()), 404);
        isProblem(other.post("/api/v1/cases/" + number + "/blocks", "{\"reason\": \"MANUAL\"}"), 404);
        isProblem(other.delete("/api/v1/cases/" + number + "/blocks"), 404);
        isProblem(other.delete("/api/v1/cases/" + number + "/blocks/" + id), 404);
        isProblem(other.post("/api/v1/cases/" + number + "/notes", "{\"text\": \"Hello\"}"), 404);
        isProblem(other.post("/api/v1/payments", BookingApiTests.payment(story, "P-9", "100.00", "")), 422, "debtorId");
        JsonNode imported =
                read(other.send("/api/v1/open-items/import", "text/csv", """
                        creditor_id,debtor_id,name,invoice_id,invoice_date,due_date,amount,currency
                        %s,Eve,Eve,X-1,2026-10-01,2026-10-15,5.00,EUR
                        """.formatted(story.creditorId())), 200);
        assertThat(imported.get("accepted").asInt()).isZero();
        assertThat(imported.get("rejected").get(0).get("field").asText()).isEqualTo("creditor_id");
        anna.stillOwes("100.00");
    }

    @Test
    void letsComplianceReadAndChangeNothing() {
        anna.owes("R-1", "100.00", "2026-10-30");
        Browser compliance = Browser.withPassword(port, "compliance", "compliance");
        String path = "/api/v1/cases/" + anna.caseNumber();
        read(compliance.get(path), 200);
        isProblem(compliance.post(path + "/blocks", "{\"reason\": \"MANUAL\"}"), 403);
        isProblem(compliance.post("/api/v1/payments", BookingApiTests.payment(story, "P-1", "1.00", "")), 403);
        isProblem(compliance.post("/api/v1/demo/clock", "{\"advanceBy\": \"P1D\"}"), 403);
    }

    @Test
    void asksForALoginAndKnowsNoOtherAddress() {
        isProblem(Browser.anonymous(port).get("/api/v1/cases"), 401);
        isProblem(Browser.withPassword(port, "clerk", "wrong").get("/api/v1/cases"), 401);
        isProblem(clerk.get("/api/v1/nothing-here"), 404);
    }
}
