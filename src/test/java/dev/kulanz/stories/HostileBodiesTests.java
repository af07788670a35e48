package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Each field of each body that the API takes, with values that can't be meant: refused by name, briefly, and nothing is done. */
@KulanzTest
class HostileBodiesTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SMALL = 6_000;

    /** In JSON's spelling; {@code @} stands for what a right value begins with. */
    private static final List<String> NO_TEXTS = List.of(
            "\"@\\u0000\"",
            "\"\\u0000\"",
            "\"@\\ud800\"",
            "\"\\udfff@\"",
            "\"\\udc00\\ud800\"",
            "\"@\\ufffd\"",
            "\"@\\uffff\"",
            "\"@\\u0007\"",
            "\"@\\u007f\"",
            "\"@\\u0085\"",
            "\"@\\u001b[31m\"",
            "\"" + "x".repeat(100_000) + "\"",
            "\"" + "🎈".repeat(5_000) + "\"",
            "12",
            "1.5",
            "1e400",
            "true",
            "{}",
            "[]",
            "[\"@\"]",
            "{\"a\": 1}");

    private static final List<String> NO_AMOUNTS = List.of(
            "-1e150000000",
            "1e150000000",
            "1e-150000000",
            "-0e-2147483647",
            "1e2147483647",
            "1e99999999999",
            "9".repeat(40),
            "9".repeat(2_000),
            "0." + "0".repeat(500) + "1",
            "9999999999999",
            "1000000000000",
            "0.001",
            "-1",
            "0",
            "\"12\"",
            "\"12,50\"",
            "\"1e2\"",
            "\"\"",
            "\" \"",
            "true",
            "[1]",
            "[]",
            "{}",
            "NaN",
            "Infinity",
            "0x10",
            "01",
            "+1",
            ".5",
            "1.");

    private static final List<String> NO_DAYS = List.of(
            "20600",
            "20600.5",
            "1793750400000",
            "[2026, 11, 2]",
            "[]",
            "{}",
            "true",
            "\"\"",
            "\" \"",
            "\"20600\"",
            "\"2026-11-02T00:00:00Z\"",
            "\"2026-11-02 \"",
            "\"2026-11-2\"",
            "\"20261102\"",
            "\"2026-W45-1\"",
            "\"02.11.2026\"",
            "\"2026-02-30\"",
            "\"2026-13-01\"",
            "\"0000-01-01\"",
            "\"0001-01-01\"",
            "\"1899-12-31\"",
            "\"+10000-01-01\"",
            "\"+999999999-12-31\"",
            "\"-999999999-01-01\"",
            "\"٢٠٢٦-١١-٠٢\"",
            "\"" + "2".repeat(100_000) + "\"");

    private static final List<String> NO_WHOLE_NUMBERS = List.of(
            "1.5",
            "1e2",
            "\"3\"",
            "\"\"",
            "true",
            "[3]",
            "[]",
            "{}",
            "2147483648",
            "-2147483649",
            "9".repeat(400),
            "1e999999999");

    private static final List<String> NO_LISTS = List.of("\"\"", "\"EMAIL\"", "1", "true", "{}", "{\"0\": \"EMAIL\"}");

    private static final List<String> NO_WORDS =
            List.of("0", "1", "\"0\"", "\"\"", "\" \"", "\"case\"", "\"CASE\\u0000\"", "true", "[]", "{}");

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor anna = story.debtor("Anna");
    private Browser owner;

    @BeforeEach
    void begin() {
        owner = Browser.withPassword(port, "owner", "owner");
        anna.owes("R-1", "100.00", "2026-10-30");
        anna.book("5.00", "EUR", null);
        story.debtor("Berta").with("mandate_id", "M-1").owes("B-1", "50.00", "2026-10-30");
    }

    /** The dashboard of other tests is calm. */
    @AfterEach
    void letGo() {
        stories.jdbc().sql("delete from stop").update();
        stories.jdbc().sql("delete from payment_feed").update();
    }

    /** A request that is right: it is done, or refused for what it is about only. */
    private record Sample(String path, String body) {}

    private Map<String, Sample> samples() {
        String creditor = story.creditorId();
        String number = anna.caseNumber();
        Map<String, Sample> samples = new TreeMap<>(Map.of(
                "POST /api/v1/payments",
                new Sample("/api/v1/payments", """
                        {"externalId": "P-1", "creditorId": "%1$s", "debtorId": "Anna", "invoiceId": "%1$s-R-1",
                         "amount": 1.00, "currency": "EUR", "valueDate": "2026-11-02", "reference": "thanks"}""".formatted(creditor)),
                "POST /api/v1/payments/returns",
                new Sample("/api/v1/payments/returns", """
                        {"creditorId": "%s", "externalId": "%s", "valueDate": "2026-11-02", "reason": "AM04"}""".formatted(creditor, anna.lastPayment())),
                "POST /api/v1/promises",
                new Sample("/api/v1/promises", """
                        {"caseNumber": "%s", "amount": 1.00, "date": "2026-11-20"}""".formatted(number)),
                "POST /api/v1/cases/{number}/notes",
                new Sample("/api/v1/cases/" + number + "/notes", "{\"text\": \"called\"}"),
                "POST /api/v1/cases/{number}/blocks",
                new Sample("/api/v1/cases/" + number + "/blocks", """
                        {"reason": "MANUAL", "scope": "ITEM", "invoiceId": "%s-R-1", "until": "2026-12-01", "note": "why"}""".formatted(creditor)),
                "PUT /api/v1/cases/{number}/follow-up",
                new Sample(
                        "/api/v1/cases/" + number + "/follow-up", "{\"date\": \"2026-11-20\", \"reason\": \"calls\"}"),
                "PUT /api/v1/creditors/{id}",
                new Sample("/api/v1/creditors/" + creditor + "-new", """
                        {"name": "Shop", "accounts": [{"iban": "DE75512108001245126199", "name": "Shop GmbH"}],
                         "street": "Weg 1", "postcode": "10115", "city": "Berlin", "country": "DE",
                         "email": "shop@example.com", "phone": "+4930901820", "website": "https://shop.example",
                         "legalNotice": "Berlin", "defaultLanguage": "de", "firstContactDays": 3, "channels": ["EMAIL"],
                         "firstContactBankDays": 3, "debitBankDays": 8,
                         "termsFrom": "2026-12-01",
                         "limits": {"demand": 3.00, "letterOrCall": 15.00, "handover": 50.00, "goodwill": 1.00}}"""),
                "POST /api/v1/handovers/{number}/answers",
                new Sample("/api/v1/handovers/" + number + "/answers", """
                        {"answerId": "%s-1", "caseNumber": "%s", "answer": "ACCEPTED", "reason": "why", "agencyReference": "A-1"}""".formatted(creditor, number)),
                "POST /api/v1/handovers/{number}/recall",
                new Sample("/api/v1/handovers/" + number + "/recall", "{\"reason\": \"why\"}"),
                "POST /api/v1/demo/clock",
                new Sample("/api/v1/demo/clock", "{\"advanceBy\": \"PT1S\"}")));
        samples.put("POST /api/v1/stops", new Sample("/api/v1/stops", """
                        {"creditorId": "%s", "step": "final-notice", "channel": "SMS", "reason": "why"}""".formatted(creditor)));
        samples.put("POST /api/v1/sending/doubts/answers", new Sample("/api/v1/sending/doubts/answers", """
                        {"answer": "STAYED", "creditorId": "%s", "channel": "SMS", "contact": "%s"}""".formatted(
                        creditor, java.util.UUID.randomUUID())));
        samples.put(
                "POST /api/v1/payments/seen-until", new Sample("/api/v1/payments/seen-until", """
                        {"creditorId": "%s", "until": "2026-11-02"}""".formatted(creditor)));
        samples.put("POST /api/v1/order-events", new Sample("/api/v1/order-events", """
                        {"externalId": "O-1", "creditorId": "%1$s", "debtorId": "Anna", "invoiceId": "%1$s-R-1", "instalment": 3,
                         "kind": "NOT_DELIVERED", "occurredOn": "2026-11-02", "until": "2026-11-09", "reason": "AM04"}""".formatted(creditor)));
        samples.put("POST /api/v1/order-events/list", new Sample("/api/v1/order-events/list", """
                        {"events": [{"externalId": "O-2", "creditorId": "%1$s", "invoiceId": "%1$s-R-2", "kind": "DELIVERED", "occurredOn": "2026-11-02"}]}""".formatted(creditor)));
        samples.put("PUT /api/v1/holds/{id}", new Sample("/api/v1/holds/" + holdId(), "{\"lookOn\": \"2026-12-01\"}"));
        samples.put(
                "PUT /api/v1/payments/feeds/{creditorId}",
                new Sample("/api/v1/payments/feeds/" + creditor, "{\"rhythm\": 3}"));
        samples.put(
                "PUT /api/v1/cases/{number}/representative",
                new Sample("/api/v1/cases/" + number + "/representative", """
                        {"name": "Rita Recht", "email": "rita@example.com", "street": "Weg 1", "postcode": "10115", "city": "Berlin",
                         "country": "DE"}"""));
        return samples;
    }

    private String holdId() {
        return stories.jdbc()
                .sql("""
                        select h.id::text from item_hold h join open_item i on i.id = h.open_item_id
                        where i.invoice_id = :invoice""")
                .param("invoice", story.creditorId() + "-B-1")
                .query(String.class)
                .single();
    }

    @Test
    void knowsEveryBodyThatTheApiTakes() {
        List<String> withBody = mappings.getHandlerMethods().entrySet().stream()
                .filter(one -> Arrays.stream(one.getValue().getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class)))
                .flatMap(one -> names(one.getKey()))
                .filter(name -> name.contains(" /api/"))
                .toList();
        assertThat(samples().keySet()).containsExactlyInAnyOrderElementsOf(withBody);
    }

    private static Stream<String> names(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path));
    }

    @Test
    void refusesValuesThatCannotBeMeantInEveryField() {
        String before = everything();
        SoftAssertions softly = new SoftAssertions();
        samples().forEach((name, sample) -> fields(sample).forEach((field, value) -> hostile(field, value)
                .forEach(bad -> isRefused(softly, name, sample, field, value, bad))));
        softly.assertAll();
        assertThat(everything()).isEqualTo(before);
    }

    private void isRefused(
            SoftAssertions softly, String name, Sample sample, String field, JsonNode right, String bad) {
        String written = bad.replace("@", right.isTextual() ? right.asText() : "");
        String body = sample.body()
                .replaceFirst(place(field, right), "$1" + java.util.regex.Matcher.quoteReplacement(written));
        HttpResponse<String> answer = send(name, sample.path(), body);
        String about = "%s with %s = %s: %d %s"
                .formatted(name, field, shortened(written), answer.statusCode(), shortened(answer.body()));
        softly.assertThat(answer.statusCode()).as(about).isBetween(400, 422);
        softly.assertThat(answer.body().length()).as(about).isLessThan(SMALL);
        softly.assertThat(answer.body()).as(about).contains("\"field\":\"" + blamed(field));
    }

    /** A name that is written twice, fields that nobody reads, more than one value, nesting, other encodings. */
    @Test
    void refusesBodiesThatMeanTwoThingsOrNothing() {
        String before = everything();
        SoftAssertions softly = new SoftAssertions();
        samples().forEach((name, sample) -> {
            String body = sample.body().strip();
            String first = body.substring(1, body.indexOf(':'));
            String inner = body.substring(1, body.length() - 1);
            List<String> wrong = List.of(
                    "{" + inner + ", " + inner + "}",
                    "{" + inner + ", " + first + ": null}",
                    "{" + first + ": null, " + inner + "}",
                    "{" + inner + ", \"\\ud800\": 1}",
                    "{" + inner + ", \"" + "n".repeat(100_000) + "\": 1}",
                    "{" + inner + ", \"x\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                    "{" + inner + ", \"x\": " + "{\"x\":".repeat(2_000) + "1" + "}".repeat(2_000) + "}",
                    body + body,
                    body + " x",
                    body + "]",
                    "[" + body + "]",
                    "\"" + body.replace("\"", "\\\"").replace("\n", " ") + "\"",
                    "{" + inner + ",}",
                    "{" + inner + "} // comment",
                    body.replace('"', '\''),
                    body.substring(0, body.length() - 1),
                    "123",
                    "true",
                    "\"\"",
                    "");
            for (String one : wrong) {
                if (name.endsWith("/recall") && one.isEmpty()) {
                    continue; // a recall needs no body
                }
                HttpResponse<String> answer = send(name, sample.path(), one);
                String about =
                        name + " " + shortened(one) + ": " + answer.statusCode() + " " + shortened(answer.body());
                softly.assertThat(answer.statusCode()).as(about).isBetween(400, 422);
                softly.assertThat(answer.statusCode()).as(about).isNotEqualTo(409);
                softly.assertThat(answer.body().length()).as(about).isLessThan(SMALL);
            }
        });
        softly.assertAll();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void takesOnlyJsonInUtf8() {
        String before = everything();
        SoftAssertions softly = new SoftAssertions();
        Sample note = samples().get("POST /api/v1/cases/{number}/notes");
        for (String type : List.of(
                "text/plain",
                "text/csv",
                "application/xml",
                "application/x-www-form-urlencoded",
                "application/octet-stream",
                "multipart/form-data; boundary=b",
                "application/json; charset=nonsense",
                "*/*",
                "json")) {
            HttpResponse<String> answer = owner.send(note.path(), type, "{\"text\": \"häßlich\"}");
            softly.assertThat(answer.statusCode())
                    .as(type + " " + answer.body())
                    .isBetween(400, 422);
        }
        for (byte[] bytes : List.of(
                bytes("{\"text\": \"a", 0xff, "\"}"),
                bytes("{\"text\": \"a", 0xc0, "\"}"),
                bytes("{\"text\": \"a", 0xe4, "\"}"),
                new byte[] {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'
                },
                new byte[] {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', 0, '"', '}'})) {
            HttpResponse<String> answer = owner.sendBytes(note.path(), "application/json", bytes);
            softly.assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
        }
        softly.assertAll();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void takesWhatIsRight() {
        samples().forEach((name, sample) -> assertThat(send(name, sample.path(), sample.body()))
                .as(name)
                .satisfies(answer -> assertThat(answer.statusCode())
                        .as(answer.body())
                        .isIn(name.contains("handovers") ? List.of(409) : List.of(200, 201))));
    }

    private static byte[] bytes(String before, int bad, String after) {
        byte[] all = (before + "?" + after).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        all[before.length()] = (byte) bad;
        return all;
    }

    private HttpResponse<String> send(String name, String path, String body) {
        return name.startsWith("PUT") ? owner.put(path, body) : owner.post(path, body);
    }

    /** Every field of the body, those of objects in it too, each with its right value. */
    private static Map<String, JsonNode> fields(Sample sample) {
        Map<String, JsonNode> fields = new java.util.LinkedHashMap<>();
        collect("", read(sample.body()), fields);
        return fields;
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> fields) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(one ->
                            collect(path.isEmpty() ? one.getKey() : path + "." + one.getKey(), one.getValue(), fields));
            return;
        }
        fields.put(path, node);
        for (int i = 0; i < node.size(); i++) {
            collect(path + "[" + i + "]", node.get(i), fields);
        }
    }

    private static List<String> hostile(String field, JsonNode right) {
        if (right.isArray()) {
            return NO_LISTS;
        }
        if (field.startsWith("firstContact") || field.equals("rhythm") || field.equals("debitBankDays")) {
            return NO_WHOLE_NUMBERS;
        }
        if (field.startsWith("limits.")) {
            return NO_AMOUNTS.stream().filter(amount -> !amount.equals("0")).toList(); // no limit
        }
        if (right.isNumber()) {
            return NO_AMOUNTS;
        }
        if (right.asText().matches("\\d{4}-\\d{2}-\\d{2}")) {
            return NO_DAYS;
        }
        List<String> bad = new ArrayList<>(NO_TEXTS);
        if (field.equals("scope")) {
            bad.addAll(NO_WORDS);
        }
        return bad;
    }

    /** Where the value of a field stands in the body. */
    private static String place(String field, JsonNode right) {
        String name = field.replaceAll(".*[.]", "").replaceAll("\\[\\d+]", "");
        String value = java.util.regex.Pattern.quote(
                right.toString().replace("\":\"", "\": \"").replace("\",\"", "\", \""));
        return field.endsWith("]") ? "(\"" + name + "\": \\[)" + value : "(\"" + name + "\": )" + number(right, value);
    }

    private static String number(JsonNode right, String value) {
        return right.isNumber() ? "[0-9.]+" : value;
    }

    private static String blamed(String field) {
        return field.replaceAll("\\[\\d+]$", "");
    }

    /** How much there is of all that the API writes. */
    private String everything() {
        return Stream.of(
                        "journal",
                        "payment",
                        "payment_return",
                        "promise",
                        "block",
                        "follow_up",
                        "stop",
                        "payment_feed",
                        "order_event",
                        "item_hold",
                        "creditor",
                        "handover_answer")
                .map(table -> table + " "
                        + stories.jdbc()
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                .toList()
                .toString();
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "… (" + text.length() + ")" : text;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
