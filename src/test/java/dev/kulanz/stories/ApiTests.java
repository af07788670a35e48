package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.NewUser;
import dev.kulanz.access.Role;
import dev.kulanz.access.Users;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The API as other systems know it: forms, statuses and words that they rely on, and whose data they see. */
@KulanzTest
class ApiTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    private final ObjectMapper json = new ObjectMapper();

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor anna = story.debtor("Anna");
    private Browser clerk;

    @BeforeEach
    void begin() {
        clerk = Browser.withPassword(port, "clerk", "clerk");
    }

    private JsonNode read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + answer.body(), e);
        }
    }

    /** The answer is a problem of RFC 9457 that blames these fields and shows nothing of the inside. */
    private void isProblem(HttpResponse<String> answer, int status, String... fields) {
        JsonNode problem = read(answer, status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(problem.findValuesAsText("field")).containsAll(List.of(fields));
        assertThat(problem.get("errors"))
                .allSatisfy(error -> assertThat(error.get("message").asText()).isNotBlank());
        assertThat(answer.body()).doesNotContain("Exception", "at dev.kulanz", "org.springframework");
    }

    private Browser clerkOf(String creditor) {
        String name = "clerk-of-" + creditor;
        if (users.find(name).isEmpty()) {
            users.create(new NewUser(name, "", name, Role.CASE_WORKER, new CreditorScope(false, Set.of(creditor))));
        }
        return Browser.withPassword(port, name, name);
    }

    private String payment(String externalId, String amount, String more) {
        return """
                {"externalId": "%s", "creditorId": "%s", "debtorId": "Anna", "amount": %s, "currency": "EUR",
                 "valueDate": "2026-11-02"%s}""".formatted(externalId, story.creditorId(), amount, more);
    }

    @Test
    void tellsOfEachImportedRowWhatBecameOfIt() {
        String file = """
                creditor_id;debtor_id;name;email;invoice_id;invoice_date;due_date;amount;currency
                %1$s;Anna;Anna Beispiel;anna@example.com;%1$s-1;01.10.2026;15.10.2026;1.234,56;EUR
                %1$s;Ben;Ben Beispiel;ben@example.com;%1$s-2;2026-10-01;2026-10-15;-5.00;EUR
                """.formatted(story.creditorId());
        JsonNode dry = read(clerk.send("/api/v1/open-items/import?dryRun=true", "text/csv", file), 200);
        assertThat(dry.get("accepted").asInt()).isEqualTo(1);
        assertThat(anna.cases()).isEmpty();
        JsonNode result = read(clerk.send("/api/v1/open-items/import", "text/csv", file), 200);
        assertThat(UUID.fromString(result.get("importId").asText())).isNotNull();
        assertThat(result.get("accepted").asInt()).isEqualTo(1);
        assertThat(result.get("unchanged").asInt()).isZero();
        assertThat(result.get("rejected")).hasSize(1);
        assertThat(result.get("rejected").get(0).get("line").asInt()).isEqualTo(3);
        assertThat(result.get("rejected").get(0).get("field").asText()).isEqualTo("amount");
        assertThat(result.get("rejected").get(0).get("message").asText()).contains("negative");
        anna.stillOwes("1234.56");
        JsonNode again = read(clerk.send("/api/v1/open-items/import", "text/csv", file), 200);
        assertThat(again.get("accepted").asInt()).isZero();
        assertThat(again.get("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void refusesAFileThatCannotBeTakenAtAll() {
        isProblem(clerk.send("/api/v1/open-items/import", "text/csv", ""), 422);
        isProblem(clerk.send("/api/v1/open-items/import", "text/csv", "name,colour\nAnna,red\n"), 422);
        isProblem(clerk.send("/api/v1/open-items/import?mode=ALL", "text/csv", "a"), 422, "mode");
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
    void booksAPaymentOnce() {
        anna.owes("R-1", "100.00", "2026-10-30");
        HttpResponse<String> first = clerk.post("/api/v1/payments", payment("P-1", "40.00", ""));
        assertThat(read(first, 201).get("amount").decimalValue()).isEqualByComparingTo("40");
        HttpResponse<String> again = clerk.post("/api/v1/payments", payment("P-1", "40", ""));
        assertThat(read(again, 200)).isEqualTo(read(first, 201));
        anna.stillOwes("60.00");
        isProblem(clerk.post("/api/v1/payments", payment("P-1", "41.00", "")), 409);
        anna.stillOwes("60.00");
    }

    @Test
    void refusesPaymentsThatCannotBeMeant() {
        anna.owes("R-1", "100.00", "2026-10-30");
        isProblem(clerk.post("/api/v1/payments", payment("P-1", "0", "")), 422, "amount");
        isProblem(clerk.post("/api/v1/payments", payment("P-1", "-1", "")), 422, "amount");
        isProblem(clerk.post("/api/v1/payments", payment("P-1", "1.001", "")), 422, "amount");
        isProblem(clerk.post("/api/v1/payments", payment("P-1", "1", "").replace("EUR", "GBP")), 422, "currency");
        isProblem(clerk.post("/api/v1/payments", payment("P-1", "1", "").replace("Anna", "Eve")), 422, "debtorId");
        isProblem(clerk.post("/api/v1/payments", payment("P-1", "1", ", \"invoiceId\": \"X\"")), 422, "invoiceId");
        isProblem(
                clerk.post(
                        "/api/v1/payments",
                        payment("P\\u0000", "1", ", \"invoiceId\": \"X\\u0000\", \"reference\": \"Y\\u0007\"")),
                422,
                "externalId",
                "invoiceId",
                "reference");
        for (String day : List.of("1989-12-31", "2027-11-03", "+999999999-12-31")) {
            isProblem(
                    clerk.post("/api/v1/payments", payment("P-1", "1", "").replace("2026-11-02", day)),
                    422,
                    "valueDate");
        }
        isProblem(clerk.post("/api/v1/payments", "{}"), 422, "externalId", "debtorId", "amount", "valueDate");
        isProblem(clerk.post("/api/v1/payments", "{\"amount\": \"much\"}"), 400, "amount");
        isProblem(clerk.post("/api/v1/payments", "no json"), 400);
        anna.stillOwes("100.00");
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
    void pagesCasesAndCountsThem() {
        for (int i = 0; i < 5; i++) {
            story.debtor("D" + i).owes("D-" + i, "10.00", "2026-10-30");
        }
        story.debtor("D0").pays("10.00");
        Browser mine = clerkOf(story.creditorId());
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
    void refusesAFieldThatNobodyReadsForWhatWasMeantWouldBeLost() {
        anna.owes("R-1", "100.00", "2026-10-30");
        HttpResponse<String> misspelt = clerk.post("/api/v1/payments", payment("P-1", "1", ", \"invoiceID\": \"R-2\""));
        isProblem(misspelt, 422, "invoiceID");
        assertThat(misspelt.body()).contains("There is no field “invoiceID” here.", "invoiceId");
        anna.stillOwes("100.00");
    }

    @Test
    void saysWhatIsWantedWhereAValueDoesNotFit() {
        HttpResponse<String> day =
                clerk.post("/api/v1/payments", payment("P-1", "1", "").replace("2026-11-02", "2.11.2026"));
        isProblem(day, 400, "valueDate");
        assertThat(day.body())
                .contains("“2.11.2026” does not fit. Please write a day like 2026-11-22.")
                .doesNotContain("column");
        HttpResponse<String> status = clerk.get("/api/v1/cases?status=FOO");
        isProblem(status, 400, "status");
        assertThat(status.body()).contains("“FOO” does not fit. Please write one of OPEN, SETTLED");
        assertThat(clerk.get("/api/v1/cases?page=abc").body()).contains("Please write a whole number like 20.");
    }

    @Test
    void tellsNothingOfTheEnginesInsideWhereItsRestMissesAParameter() {
        HttpResponse<String> answer =
                Browser.withPassword(port, "admin", "admin").get("/engine-rest/metrics");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("is missing").doesNotContain("NullPointer", "org.camunda");
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
        anna.pays("100.00");
        isProblem(clerk.post(path, "{\"reason\": \"MANUAL\"}"), 409);
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
        Browser mine = clerkOf(story.creditorId());
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
        Browser other = clerkOf(story.creditorId() + "-other");
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
        isProblem(other.post("/api/v1/payments", payment("P-9", "100.00", "")), 422, "debtorId");
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
        isProblem(compliance.post("/api/v1/payments", payment("P-1", "1.00", "")), 403);
        isProblem(compliance.post("/api/v1/demo/clock", "{\"advanceBy\": \"P1D\"}"), 403);
    }

    @Test
    void asksForALoginAndKnowsNoOtherAddress() {
        isProblem(Browser.anonymous(port).get("/api/v1/cases"), 401);
        isProblem(Browser.withPassword(port, "clerk", "wrong").get("/api/v1/cases"), 401);
        isProblem(clerk.get("/api/v1/nothing-here"), 404);
    }
}
