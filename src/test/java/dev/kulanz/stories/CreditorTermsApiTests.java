package dev.kulanz.stories;

import static dev.kulanz.stories.Answers.isProblem;
import static dev.kulanz.stories.Answers.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a creditor wants of our dunning, and from which day on. */
@KulanzTest
class CreditorTermsApiTests {

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor anna = story.debtor("Anna");
    private Browser owner;
    private String path;

    @BeforeEach
    void begin() {
        owner = Browser.withPassword(port, "owner", "owner");
        path = "/api/v1/creditors/" + story.creditorId() + "-t";
    }

    @Test
    void givesTheUsualTermsToWhoSaysNothing() {
        read(owner.put(path, "{\"name\": \"Shop\"}"), 201);
        JsonNode kept = read(owner.get(path), 200);
        assertThat(kept.get("id").asText()).isEqualTo(story.creditorId() + "-t");
        assertThat(kept.get("firstContactBankDays").asInt()).isEqualTo(3);
        assertThat(owner.get(path).body())
                .contains("\"limits\":{\"demand\":3.00,\"letterOrCall\":15.00,\"handover\":50.00,\"goodwill\":1.00}");
        assertThat(kept.get("limitsByCurrency")).isEmpty();
        assertThat(kept.get("terms")).hasSize(1);
        assertThat(kept.get("terms").get(0).get("from").isNull()).isTrue();
    }

    @Test
    void takesBackWhatItAnsweredAndChangesNothing() {
        read(owner.put(path, """
                {"name": "Shop", "firstContactBankDays": 1, "limits": {"demand": 5}, "limitsByCurrency": {"JPY": {"goodwill": 0}}}"""), 201);
        String answered = owner.get(path).body();
        JsonNode kept = read(owner.put(path, answered), 200);
        assertThat(kept.get("terms"))
                .hasSize(1)
                .isEqualTo(read(owner.get(path), 200).get("terms"));
        assertThat(kept.get("firstContactBankDays").asInt()).isEqualTo(1);
        assertThat(kept.at("/limits/demand").decimalValue()).isEqualByComparingTo("5");
        assertThat(kept.at("/limits/handover").decimalValue()).isEqualByComparingTo("50");
        assertThat(kept.at("/limitsByCurrency/JPY/demand").decimalValue()).isEqualByComparingTo("5");
        assertThat(kept.at("/limitsByCurrency/JPY/goodwill").decimalValue()).isZero();
    }

    /** Who says nothing of mandates changes nothing of when debtors are asked. */
    @Test
    void readsMandatesAsBeforeWhereNothingIsSaidOfThem() {
        read(owner.put(path, "{\"name\": \"Shop\"}"), 201);
        assertThat(read(owner.get(path), 200).get("debitBankDays").asInt()).isEqualTo(8);
        read(owner.put(path, "{\"name\": \"Shop\", \"debitBankDays\": 0}"), 200);
        read(owner.put(path, "{\"name\": \"Shop\", \"firstContactBankDays\": 5}"), 200);
        assertThat(read(owner.get(path), 200).get("debitBankDays").asInt()).isZero();
    }

    @Test
    void holdsFromTheDayThatIsSaid() {
        read(owner.put(path, "{\"name\": \"Shop\"}"), 201);
        read(owner.put(path, "{\"name\": \"Shop\", \"limits\": {\"demand\": 7}, \"termsFrom\": \"2026-11-10\"}"), 200);
        JsonNode before = read(owner.get(path), 200);
        assertThat(before.at("/limits/demand").decimalValue()).isEqualByComparingTo("3");
        assertThat(before.at("/terms/1/from").asText()).isEqualTo("2026-11-10");
        assertThat(before.at("/terms/1/limits/demand").decimalValue()).isEqualByComparingTo("7");
        story.standAt("2026-11-10T08:00");
        assertThat(read(owner.get(path), 200).at("/limits/demand").decimalValue())
                .isEqualByComparingTo("7");
    }

    @Test
    void refusesTermsThatCannotBeKept() {
        isProblem(
                owner.put(path, """
                {"name": "Shop", "firstContactBankDays": 11, "limits": {"demand": -1, "handover": 0.001},
                 "limitsByCurrency": {"JPY": {"demand": 1.5}, "XXQ": {}}, "termsFrom": "2026-11-01"}"""),
                422,
                "firstContactBankDays",
                "limits.demand",
                "limits.handover",
                "limitsByCurrency",
                "termsFrom");
        isProblem(owner.put(path, "{\"name\": \"Shop\", \"limits\": {\"goodwill\": 100.01}}"), 422, "limits.goodwill");
        isProblem(owner.get(path), 404);
    }

    @Test
    void saysOfACaseWhatItWaitsFor() {
        Browser clerk = Browser.withPassword(port, "clerk", "clerk");
        anna.owes("R-1", "0.80", "2026-10-30");
        story.after(Story.days(5));
        JsonNode one = read(clerk.get("/api/v1/cases/" + anna.caseNumber()), 200);
        assertThat(one.at("/nextAction/what").asText()).isEqualTo("Wait until more is owed");
        assertThat(one.at("/nextAction/at").isNull()).isTrue();
        assertThat(one.get("waitsFor").decimalValue()).isEqualByComparingTo("3");
        anna.owes("R-2", "40.00", "2026-10-30");
        assertThat(read(clerk.get("/api/v1/cases/" + anna.caseNumber()), 200)
                        .get("waitsFor")
                        .isNull())
                .isTrue();
    }

    @Test
    void showsOnTheDeskWhatACaseWaitsFor() {
        anna.owes("R-1", "0.80", "2026-10-30");
        story.after(Story.days(5));
        Browser clerk = Browser.loggedIn(port, "clerk");
        assertThat(clerk.page("/cases/" + anna.caseNumber()).body()).contains("Nothing is asked for", "3.00");
        assertThat(clerk.page("/cases?mark=WAITS_FOR_MORE&q=Anna&creditor=" + story.creditorId())
                        .body())
                .contains(anna.caseNumber(), "waiting for more");
    }
}
