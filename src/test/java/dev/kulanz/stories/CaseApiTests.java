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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cases as other systems know them: their state, contacts, blocks, notes and events. */
@KulanzTest
class CaseApiTests {

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
    void showsACaseAsPromised() {
        anna.owes("R-1", "100.00", "2026-10-30");
        JsonNode one = read(clerk.get("/api/v1/cases/" + anna.caseNumber()), 200);
        assertThat(one.get("number").asText()).isEqualTo(anna.caseNumber()).matches("K-2026-\\d{6}");
        assertThat(one.get("status").asText()).isEqualTo("OPEN");
        assertThat(one.get("round").asInt()).isEqualTo(1);
        assertThat(one.get("step").isNull()).isTrue();
        assertThat(one.get("debtorId").asText()).isEqualTo("Anna");
        assertThat(one.get("creditorId").asText()).isEqualTo(story.creditorId());
        assertThat(one.get("currency").asText()).isEqualTo("EUR");
        assertThat(one.get("openAmount").isNumber()).isTrue();
        assertThat(one.get("openAmount").decimalValue()).isEqualByComparingTo("100");
        assertThat(one.get("blocks")).isEmpty();
        assertThat(one.get("nextAction").get("what").asText()).isEqualTo("Send friendly reminder");
        assertThat(one.get("nextAction").get("at").asText()).isEqualTo("2026-11-02T07:00:00Z");
        story.until("2026-11-02T09:00");
        assertThat(read(clerk.get("/api/v1/cases/" + anna.caseNumber()), 200)
                        .get("step")
                        .asText())
                .isEqualTo("friendly-reminder");
        isProblem(clerk.get("/api/v1/cases/K-2026-999999"), 404);
    }

    @Test
    void remindsOfASumThatIsLargerThanAnyItemCanBe() {
        anna.owes("R-1", "999999999999.99", "2026-10-30").owes("R-2", "999999999999.99", "2026-10-30");
        story.until("2026-11-02T09:00");
        anna.received("2026-11-02 friendly-reminder");
        assertThat(anna.lastBody()).contains("1.999.999.999.999,98 €");
    }

    @Test
    void pagesCasesAndCountsThem() {
        for (int i = 0; i < 5; i++) {
            story.debtor("D" + i).owes("D-" + i, "10.00", "2026-10-30");
        }
        story.debtor("D0").pays("10.00");
        Browser mine = new Clerks(users, port).of(story.creditorId());
        List<String> numbers = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            HttpResponse<String> answer = mine.get("/api/v1/cases?size=2&page=" + page);
            assertThat(answer.headers().firstValue("X-Total-Count")).hasValue("5");
            numbers.addAll(read(answer, 200).findValuesAsText("number"));
        }
        assertThat(numbers).hasSize(5).doesNotHaveDuplicates();
        assertThat(read(mine.get("/api/v1/cases?status=SETTLED"), 200)).hasSize(1);
        assertThat(read(mine.get("/api/v1/cases?debtorId=D3"), 200)).hasSize(1);
        isProblem(mine.get("/api/v1/cases?page=-1"), 422, "page");
        isProblem(mine.get("/api/v1/cases?size=100000"), 422, "size");
        isProblem(mine.get("/api/v1/cases?status=LOST"), 400, "status");
    }

    @Test
    void findsNothingWhereNothingCanBe() {
        anna.owes("R-1", "100.00", "2026-10-30");
        assertThat(read(clerk.get("/api/v1/cases?q=Anna%00"), 200)).isEmpty();
        assertThat(read(clerk.get("/api/v1/cases?debtorId=%00"), 200)).isEmpty();
        isProblem(clerk.get("/api/v1/contacts?case=%00"), 404);
        isProblem(clerk.get("/api/v1/cases?page=2147483647"), 422, "page");
        isProblem(clerk.get("/api/v1/cases?page=-1"), 422, "page");
    }

    @Test
    void showsContactsAsPromised() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T09:00");
        JsonNode all = read(clerk.get("/api/v1/contacts?case=" + anna.caseNumber()), 200);
        assertThat(all).hasSize(1);
        JsonNode one = all.get(0);
        assertThat(one.get("case").asText()).isEqualTo(anna.caseNumber());
        assertThat(one.get("purpose").asText()).isEqualTo("DEMAND");
        assertThat(one.get("channel").asText()).isEqualTo("EMAIL");
        assertThat(one.get("status").asText()).isEqualTo("SENT");
        assertThat(one.get("recipient").asText()).isEqualTo("anna@example.com");
        assertThat(one.get("sentAt").asText()).isEqualTo("2026-11-02T07:00:00Z");
        for (String field : List.of("id", "round", "step", "tone", "style", "language", "notBefore", "subject")) {
            assertThat(one.hasNonNull(field)).as(field).isTrue();
        }
        assertThat(one.get("body").asText()).contains("R-1", "100,00").containsPattern("(?m)^http\\S+/pay/\\S+$");
        isProblem(clerk.get("/api/v1/contacts?case=K-2026-999999"), 404);
        isProblem(clerk.get("/api/v1/contacts"), 400, "case");
    }

    @Test
    void placesAndLiftsBlocks() {
        anna.owes("R-1", "100.00", "2026-10-30");
        String path = "/api/v1/cases/" + anna.caseNumber() + "/blocks";
        JsonNode placed = read(clerk.post(path, "{\"reason\": \"DISPUTE\", \"until\": \"2026-12-01\"}"), 201);
        assertThat(placed.get("scope").asText()).isEqualTo("CASE");
        JsonNode block = read(clerk.get("/api/v1/cases/" + anna.caseNumber()), 200)
                .get("blocks")
                .get(0);
        assertThat(block.get("reason").asText()).isEqualTo("DISPUTE");
        assertThat(block.get("until").asText()).isEqualTo("2026-12-01");
        assertThat(clerk.delete(path + "/" + placed.get("id").asText()).statusCode())
                .isEqualTo(204);
        isProblem(clerk.delete(path + "/" + placed.get("id").asText()), 404);
        assertThat(read(clerk.get(path), 200)).isEmpty();
        isProblem(clerk.post(path, "{\"reason\": \"BORED\"}"), 422, "reason");
        isProblem(clerk.post(path, "{\"reason\": \"MANUAL\", \"until\": \"2020-01-01\"}"), 422, "until");
        isProblem(clerk.post(path, "{\"reason\": \"MANUAL\", \"invoiceId\": \"X\"}"), 422, "invoiceId");
        isProblem(clerk.post(path, "{\"reason\": \"MANUAL\", \"scope\": \"ITEM\"}"), 422, "invoiceId");
        String ofThisCase = story.creditorId() + "-R-1";
        isProblem(
                clerk.post(
                        path, "{\"reason\": \"MANUAL\", \"scope\": \"CASE\", \"invoiceId\": \"" + ofThisCase + "\"}"),
                422,
                "invoiceId");
        isProblem(clerk.post(path, "{\"reason\": \"MANUAL\", \"invoiceId\": \"X\\u0000\"}"), 422, "invoiceId");
        isProblem(clerk.post(path, "{\"reason\": \"MANUAL\", \"note\": \"X\\u0000\"}"), 422, "note");
        isProblem(clerk.post(path, "{\"reason\": \"MANUAL\", \"until\": \"+999999999-01-01\"}"), 422, "until");
        isProblem(clerk.post(path, "{\"reason\": \"MANUAL\", \"until\": \"9999-12-31\"}"), 422, "until");
        anna.pays("100.00");
        isProblem(clerk.post(path, "{\"reason\": \"DISPUTE\"}"), 409);
        assertThat(read(clerk.post(path, "{\"reason\": \"MANUAL\"}"), 201)
                        .get("scope")
                        .asText())
                .as("he is never to be written to again")
                .isEqualTo("PERSON");
    }

    @Test
    void blocksAPersonInAllHisCases() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("R-2", "80.00", "CHF", "2026-10-30");
        String first = "/api/v1/cases/" + anna.cases().get(0).number();
        String other = "/api/v1/cases/" + anna.cases().get(1).number();
        isProblem(clerk.post(first + "/blocks", "{\"reason\": \"DISPUTE\", \"scope\": \"PERSON\"}"), 422, "scope");
        JsonNode placed = read(clerk.post(first + "/blocks", "{\"reason\": \"DECEASED\", \"scope\": \"CASE\"}"), 201);
        assertThat(placed.get("scope").asText()).isEqualTo("PERSON");
        assertThat(read(clerk.get(other), 200).get("blocks").get(0)).isEqualTo(placed);
        assertThat(read(clerk.get("/api/v1/cases?debtorId=Anna&creditorId=" + story.creditorId()), 200)
                        .findValuesAsText("scope"))
                .containsExactly("PERSON", "PERSON");
        assertThat(clerk.delete(other + "/blocks?reason=DECEASED").statusCode()).isEqualTo(204);
        assertThat(read(clerk.get(first + "/blocks"), 200)).isEmpty();
        isProblem(clerk.delete(first + "/blocks/" + placed.get("id").asText()), 404);
    }

    @Test
    void keepsWhoRepresentsSomebody() {
        anna.owes("R-1", "100.00", "2026-10-30");
        String one = "/api/v1/cases/" + anna.caseNumber();
        isProblem(clerk.get(one + "/representative"), 404);
        isProblem(
                clerk.post(one + "/blocks", "{\"reason\": \"DISPUTE\", \"representative\": {\"name\": \"Rita\"}}"),
                422,
                "representative");
        isProblem(
                clerk.post(one + "/blocks", "{\"reason\": \"REPRESENTED\", \"representative\": {\"name\": \"Rita\"}}"),
                422,
                "email");
        assertThat(read(clerk.get(one + "/blocks"), 200)).isEmpty();
        read(clerk.post(one + "/blocks", """
                        {"reason": "REPRESENTED", "representative": {"name": "Rita Recht", "email": "rita@example.com"}}"""), 201);
        assertThat(read(clerk.get(one + "/representative"), 200).get("name").asText())
                .isEqualTo("Rita Recht");
        JsonNode other = read(clerk.put(one + "/representative", """
                        {"name": "Karl Kümmer", "street": "Weg 1", "postcode": "04103", "city": "Leipzig"}"""), 200);
        assertThat(other.get("country").asText()).isEqualTo("DE");
        assertThat(other.has("email")).isFalse();
        isProblem(clerk.put(one + "/representative", "{\"name\": \"Karl\", \"street\": \"Weg 1\"}"), 422, "postcode");
        assertThat(clerk.delete(one + "/representative").statusCode()).isEqualTo(204);
        isProblem(clerk.get(one + "/representative"), 404);
    }

    @Test
    void keepsNotesInTheHistory() {
        anna.owes("R-1", "100.00", "2026-10-30");
        String path = "/api/v1/cases/" + anna.caseNumber();
        read(clerk.post(path + "/notes", "{\"text\": \"Called, will pay on Friday.\"}"), 201);
        isProblem(clerk.post(path + "/notes", "{\"text\": \" \"}"), 422, "text");
        isProblem(clerk.post(path + "/notes", "{\"text\": \"Called\\u0000\"}"), 422, "text");
        isProblem(clerk.get(path + "/history?page=2147483647&size=500"), 422, "page");
        HttpResponse<String> history = clerk.get(path + "/history");
        JsonNode told = read(history, 200);
        assertThat(told.findValuesAsText("kind")).containsSubsequence("CaseOpened", "JourneyStarted", "NoteAdded");
        assertThat(history.headers().firstValue("X-Total-Count")).hasValue(String.valueOf(told.size()));
        JsonNode note = told.get(told.size() - 1);
        assertThat(note.get("actor").asText()).isEqualTo("clerk");
        assertThat(note.get("facts").get("text").asText()).isEqualTo("Called, will pay on Friday.");
    }

    @Test
    void feedsEachEventOnceAndInOrder() {
        anna.owes("R-1", "100.00", "2026-10-30").pays("100.00");
        Browser mine = new Clerks(users, port).of(story.creditorId());
        List<JsonNode> events = new ArrayList<>();
        String after = "";
        JsonNode page = read(mine.get("/api/v1/events?size=2"), 200);
        while (!page.isEmpty()) {
            page.forEach(events::add);
            after = page.get(page.size() - 1).get("id").asText();
            page = read(mine.get("/api/v1/events?size=2&after=" + after), 200);
        }
        assertThat(events).extracting(event -> event.get("id").asText()).doesNotHaveDuplicates();
        assertThat(events)
                .extracting(event -> event.get("type").asText())
                .containsSubsequence(
                        "dev.kulanz.CaseOpened",
                        "dev.kulanz.JourneyStarted",
                        "dev.kulanz.PaymentBooked",
                        "dev.kulanz.CaseSettled");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.get("specversion").asText()).isEqualTo("1.0");
            assertThat(event.get("subject").asText()).isEqualTo(anna.caseNumber());
            assertThat(event.get("source").asText()).endsWith(story.creditorId());
        });
        isProblem(mine.get("/api/v1/events?after=yesterday"), 422, "after");
    }
}
