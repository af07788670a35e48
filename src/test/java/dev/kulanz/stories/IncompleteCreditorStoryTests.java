package dev.kulanz.stories;

import static dev.kulanz.stories.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kulanz.contact.ContactView;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody hears from somebody who does not say who he is, where to pay and whom to ask. */
@KulanzTest
class IncompleteCreditorStoryTests {

    private static final String COMPLETE = """
        {"name": "Lindenhof", "street": "Lindenallee 1", "postcode": "04177", "city": "Leipzig",
         "email": "service@lindenhof.example", "accounts": [{"iban": "DE75512108001245126199"}], "firstContactBankDays": 0}\
        """;

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");
    private Browser owner;
    private String path;

    @BeforeEach
    void begin() {
        owner = Browser.withPassword(port, "owner", "owner");
        path = "/api/v1/creditors/" + story.creditorId();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"street\": \"Lindenallee 1\", ",
                "\"postcode\": \"04177\", ",
                "\"city\": \"Leipzig\",",
                "\"email\": \"service@lindenhof.example\", ",
                "\"accounts\": [{\"iban\": \"DE75512108001245126199\"}], "
            })
    void sendsNothingUntilItIsComplete(String part) {
        read(owner.put(path, COMPLETE.replace(part, "")), 200);
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T12:00");
        anna.receivedNothing();
        assertThat(anna.contacts())
                .extracting(ContactView::reason)
                .containsExactly("waits until the creditor is complete");

        read(owner.put(path, COMPLETE), 200);
        story.now();
        anna.received("2026-11-05 friendly-reminder");
    }

    @Test
    void isMadeCompleteByAnImportThatNamesItForTheFirstTime() {
        String unknown = story.creditorId() + "-unknown";
        read(owner.send("/api/v1/open-items/import", "text/csv", """
            creditor_id,debtor_id,name,email,invoice_id,invoice_date,due_date,amount,currency
            %s,D-1,Anna,anna@example.com,%s-R-1,2026-10-10,2026-12-24,10.00,EUR
            """.formatted(unknown, unknown)), 200);
        JsonNode made = read(owner.get("/api/v1/creditors/" + unknown), 200);
        assertThat(made.get("complete").asBoolean()).isTrue();
        assertThat(made.get("missing")).isEmpty();
    }

    /** A confirmation and a call from nobody are no better than a demand. */
    @Test
    void keepsBackWhatItPromisedAndCalls() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-03T12:00");
        read(owner.put(path, COMPLETE.replace("\"email\": \"service@lindenhof.example\", ", "")), 200);
        anna.pays("100.00");
        story.until("2026-11-06T12:00");
        anna.received("2026-11-02 friendly-reminder");
        read(owner.put(path, COMPLETE), 200);
        story.now();
        anna.received("2026-11-02 friendly-reminder", "2026-11-06 payment-thanks");
    }

    @Test
    void goesNoFasterThanOnOtherDaysOnceItIsComplete() {
        read(owner.put(path, COMPLETE.replace("\"city\": \"Leipzig\",", "")), 200);
        List<StoryDebtor> many = IntStream.range(0, 12)
                .mapToObj(i -> story.debtor("Debtor" + i).owes("R-" + i, "100.00", "2026-10-30"))
                .toList();
        story.until("2026-11-03T12:00"); // a Tuesday
        read(owner.put(path, COMPLETE), 200);
        story.now();
        assertThat(many.stream().filter(one -> !one.sent().isEmpty())).hasSize(3);
        story.until("2026-11-04T12:00");
        assertThat(many.stream().filter(one -> !one.sent().isEmpty())).hasSize(6);
    }

    @Test
    void saysSoWhereverSomebodyLooks() {
        read(owner.put(path, COMPLETE.replace("\"postcode\": \"04177\", ", "")), 200);
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-03T12:00");
        Browser clerk = Browser.loggedIn(port, "clerk");
        String said = "Lindenhof: nothing is sent, for it is not complete. Missing: address";
        for (String page : List.of("/", "/stops", "/cases/" + anna.caseNumber())) {
            assertThat(clerk.page(page).body()).as(page).contains(said, "/creditors/one?id=" + story.creditorId());
        }
        assertThat(clerk.get("/", "Accept-Language", "de").body()).contains("Es fehlt: Anschrift");
        assertThat(clerk.page("/outbox?q=" + anna.caseNumber()).body())
                .contains("waits until the creditor is complete");
        assertThat(clerk.page("/creditors?q=" + story.creditorId()).body())
                .contains("nothing is sent", "missing: address");
        JsonNode one = read(owner.get(path), 200);
        assertThat(one.get("complete").asBoolean()).isFalse();
        assertThat(one.get("missing")).extracting(JsonNode::asText).containsExactly("ADDRESS");
    }

    @Test
    void isNamedByTheDryRunThatThenForetellsNobody() {
        read(owner.put(path, COMPLETE.replace("\"city\": \"Leipzig\",", "")), 200);
        assertThat(anna.wouldReceive("R-1", "100.00", "2026-10-30")).isEmpty();
        JsonNode result = dryRun(story.creditorId());
        assertThat(result.at("/creditors/0/missing/0").asText()).isEqualTo("ADDRESS");
        assertThat(result.at("/creditors/0/isNew").asBoolean()).isFalse();
        assertThat(result.at("/contactsTotal").asInt()).isZero();
        read(owner.put(path, COMPLETE), 200);
        assertThat(dryRun(story.creditorId()).has("creditors")).isFalse();
    }

    @Test
    void isToldOfAsNewByTheDryRunThatMakesNone() {
        String typo = story.creditorId() + "x";
        JsonNode result = dryRun(typo);
        assertThat(result.at("/creditors/0/creditorId").asText()).isEqualTo(typo);
        assertThat(result.at("/creditors/0/isNew").asBoolean()).isTrue();
        assertThat(result.at("/creditors/0/meant").asText()).isEqualTo(story.creditorId());
        assertThat(result.at("/contactsTotal").asInt()).isEqualTo(1);
        assertThat(owner.get("/api/v1/creditors/" + typo).statusCode()).isEqualTo(404);
    }

    private JsonNode dryRun(String creditor) {
        return read(
                owner.send("/api/v1/open-items/import?dryRun=true", "text/csv", """
                    creditor_id,debtor_id,name,email,invoice_id,invoice_date,due_date,amount,currency
                    %s,D-1,Anna,anna@example.com,%s-R-9,2026-10-10,2026-10-30,100.00,EUR
                    """.formatted(creditor, creditor)),
                200);
    }
}
