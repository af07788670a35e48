package dev.kulanz.stories;

import static dev.kulanz.stories.Answers.isProblem;
import static dev.kulanz.stories.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files and payments by the API: each row and each booking counts once, and what cannot be meant is refused. */
@KulanzTest
class BookingApiTests {

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor anna = story.debtor("Anna");
    private Browser clerk;

    @BeforeEach
    void begin() {
        clerk = Browser.withPassword(port, "clerk", "clerk");
    }

    private String payment(String externalId, String amount, String more) {
        return payment(story, externalId, amount, more);
    }

    /** What Anna pays, with more fields if there are any. */
    static String payment(Story story, String externalId, String amount, String more) {
        return """
                {"externalId": "%s", "creditorId": "%s", "debtorId": "Anna", "amount": %s, "currency": "EUR",
                 "valueDate": "2026-11-02"%s}""".formatted(externalId, story.creditorId(), amount, more);
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
    void tellsOfEachImportedRowWhatBecameOfIt() {
        String file = """
                creditor_id;debtor_id;name;email;invoice_id;invoice_date;due_date;amount;currency
                %1$s;Anna;Anna Beispiel;anna@example.com;%1$s-1;01.10.2026;15.10.2026;1.234,56;EUR
                %1$s;Ben;Ben Beispiel;ben@example.com;%1$s-2;2026-10-01;2026-10-15;0.00;EUR
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
        assertThat(result.get("rejected").get(0).get("message").asText()).contains("zero");
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

    /** Ids are copied from mails, pages and PDFs: what comes along and can't be seen tells nothing apart at any door. */
    @Test
    void findsWhatIsMeantThoughItsIdIsWrittenOtherwise() {
        String file = """
                creditor_id;debtor_id;name;email;invoice_id;invoice_date;due_date;amount;currency
                %1$s;An\u200bna;Anna Beispiel;anna@example.com;RE-%1$s\u20111;01.10.2026;15.10.2026;100,00 €;EUR
                """.formatted(story.creditorId());
        JsonNode result = read(clerk.send("/api/v1/open-items/import", "text/csv", file), 200);
        assertThat(result.get("accepted").asInt()).isEqualTo(1);
        assertThat(result.get("warnings").findValuesAsText("field")).containsExactly("debtor_id", "invoice_id");
        String invoice = "RE-" + story.creditorId() + "-1";
        String designated = ", \"invoiceId\": \"" + invoice.replace("RE-", "RE\u00ad-") + "\u00a0\"";
        String odd = payment("P\u200b-1", "40.00", designated).replace("\"Anna\"", "\"Anna\ufeff\"");
        read(clerk.post("/api/v1/payments", odd), 201);
        read(clerk.post("/api/v1/payments", payment("P-1", "40.00", ", \"invoiceId\": \"" + invoice + "\"")), 200);
        anna.stillOwes("60.00");
        String mine = "&creditorId=" + story.creditorId();
        assertThat(read(clerk.get("/api/v1/cases?debtorId=Anna%E2%80%8B" + mine), 200))
                .hasSize(1);
        assertThat(read(clerk.get("/api/v1/cases?q=" + invoice.replace("-1", "%E2%80%911") + mine), 200))
                .hasSize(1);
        String disputed = "{\"reason\": \"DISPUTE\", \"invoiceId\": \"" + invoice + "\u200d\"}";
        read(clerk.post("/api/v1/cases/" + anna.caseNumber() + "/blocks", disputed), 201);
        read(
                clerk.post(
                        "/api/v1/payments/returns",
                        "{\"creditorId\": \"%s\", \"externalId\": \"P\u2011\u00ad1\"}".formatted(story.creditorId())),
                201);
        anna.stillOwes("100.00");
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
}
