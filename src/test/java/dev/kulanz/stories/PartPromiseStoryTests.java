package dev.kulanz.stories;

import static dev.kulanz.stories.Answers.read;
import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.contact.ContactView;
import dev.kulanz.contact.Purpose;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A promise of a small part rests what it pays and nothing else, and everybody is told so. */
@KulanzTest
class PartPromiseStoryTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    private Browser clerk;

    @BeforeEach
    void begin() {
        clerk = Browser.withPassword(port, "clerk", "clerk");
    }

    private void owesALot() {
        anna.owes("R-1", "5106.00", "2026-10-28");
        story.until("2026-11-04T10:00");
        anna.received("2026-11-02 friendly-reminder");
    }

    private void owesLittleAndALot() {
        anna.owes("R-1", "40.00", "2026-10-27").owes("R-2", "5000.00", "2026-10-28");
        story.until("2026-11-04T10:00");
        anna.received("2026-11-02 friendly-reminder");
    }

    private JsonNode promised(String amount, String day) {
        JsonNode made = read(
                clerk.post(
                        "/api/v1/promises",
                        "{\"caseNumber\": \"%s\", \"amount\": %s, \"date\": \"%s\"}"
                                .formatted(anna.caseNumber(), amount, day)),
                201);
        story.now();
        return made;
    }

    private List<ContactView> demands() {
        return anna.sent().stream()
                .filter(one -> one.purpose() == Purpose.DEMAND)
                .toList();
    }

    @Test
    void pausesNothingWhereItPaysNothingInFullAndSaysSo() {
        owesALot();
        JsonNode made = promised("10.00", "2026-11-20");
        assertThat(made.get("rests").asText()).isEqualTo("NOTHING");
        assertThat(made.get("restingInvoices")).isEmpty();
        assertThat(anna.isBlockedNow()).isFalse();
        assertThat(anna.blocks()).isEmpty();
        assertThat(anna.lastSent().step()).isEqualTo("promise-confirmation");
        assertThat(anna.lastBody())
                .contains(
                        "Sie zahlen 10,00 € bis zum 20. November 2026",
                        "ruht dadurch nichts: An die offenen 5.106,00 € erinnern wir Sie weiter")
                .doesNotContain("fordern wir Sie nicht");
        assertThat(anna.nextAction()).isEqualTo("Send second reminder");
        story.until("2026-11-19T20:00");
        assertThat(demands()).extracting(ContactView::step).contains("second-reminder");
        assertThat(anna.sent()).extracting(ContactView::step).contains("promise-reminder");
        story.until("2026-11-26T08:01");
        assertThat(anna.promised()).containsExactly("10.00 by 2026-11-20: BROKEN");
        story.after(days(20));
        assertThat(demands())
                .as("nothing was at rest that words would have to name")
                .extracting(ContactView::step)
                .containsOnlyOnce("friendly-reminder");
    }

    @Test
    void restsTheInvoicesThatItPaysAndAsksForTheOthers() {
        owesLittleAndALot();
        JsonNode made = promised("50.00", "2026-11-20");
        assertThat(made.get("rests").asText()).isEqualTo("ITEMS");
        assertThat(made.get("restingInvoices").toString()).contains("R-1").doesNotContain("R-2");
        assertThat(anna.isBlockedNow()).isFalse();
        assertThat(anna.blocks()).singleElement().satisfies(block -> {
            assertThat(block.scope()).isEqualTo(CaseBlock.Scope.ITEM);
            assertThat(block.until()).isEqualTo("2026-11-26");
        });
        assertThat(anna.lastBody())
                .contains(
                        "nicht zur Zahlung dieser Rechnungen auf: " + story.creditorId() + "-R-1",
                        "An die übrigen 5.000,00 € erinnern wir Sie weiter",
                        "am 19. November 2026",
                        "Betrag: 50,00 €");
        story.until("2026-11-19T20:00");
        assertThat(demands()).hasSizeGreaterThan(1);
        assertThat(demands().get(1).demandedAmount()).isEqualByComparingTo("5000.00");
        story.until("2026-11-26T08:01");
        assertThat(anna.promised()).containsExactly("50.00 by 2026-11-20: BROKEN");
        assertThat(anna.blocks()).isEmpty();
    }

    @Test
    void isKeptWhenItIsPaidAndLetsGoOfItsInvoices() {
        owesLittleAndALot();
        promised("50.00", "2026-11-20");
        anna.pays("50.00");
        assertThat(anna.promised()).containsExactly("50.00 by 2026-11-20: KEPT");
        assertThat(anna.blocks()).isEmpty();
        assertThat(anna.followedUp()).isZero();
    }

    @Test
    void restsTheCaseFromAQuarterOn() {
        owesALot();
        assertThat(promised("1276.50", "2026-11-20").get("rests").asText()).isEqualTo("CASE");
        assertThat(anna.isBlockedNow()).isTrue();
    }

    /** What is blocked for itself is not asked for, and no part of what a promise is measured by. */
    @Test
    void isMeasuredByWhatIsAskedFor() {
        owesLittleAndALot();
        anna.isBlockedFor("R-2");
        assertThat(promised("40.00", "2026-11-20").get("rests").asText()).isEqualTo("CASE");
    }

    @Test
    void isReplacedByALargerOneAndTheOtherWayRound() {
        owesLittleAndALot();
        promised("50.00", "2026-11-20");
        assertThat(promised("2000.00", "2026-11-20").get("rests").asText()).isEqualTo("CASE");
        assertThat(anna.blocks()).singleElement().satisfies(block -> assertThat(block.isOfWholeCase())
                .isTrue());
        clerk.delete("/api/v1/cases/" + anna.caseNumber() + "/blocks?matter=END");
        assertThat(anna.blocks()).isEmpty();
        assertThat(promised("45.00", "2026-11-21").get("rests").asText()).isEqualTo("ITEMS");
        assertThat(anna.blocks()).hasSize(1);
    }

    @Test
    void endsWithTheBlockOfItsInvoiceAfterAQuestion() {
        owesLittleAndALot();
        promised("50.00", "2026-11-20");
        String blocks = "/api/v1/cases/" + anna.caseNumber() + "/blocks";
        assertThat(read(clerk.delete(blocks), 409).get("detail").asText())
                .contains(
                        "On 2026-11-04 he was told in writing that he is not asked for what this pays until 2026-11-20");
        assertThat(clerk.delete(blocks + "?matter=END").statusCode()).isEqualTo(204);
        assertThat(anna.promised()).containsExactly("50.00 by 2026-11-20: WITHDRAWN");
        assertThat(anna.blocks()).isEmpty();
        story.after(days(1));
        assertThat(anna.lastBody()).contains("Zusage über 50,00 €", "jetzt beendet");
    }

    @Test
    void doesNotRestLaterInstalmentsOfAnInvoiceThatItPays() {
        anna.with("instalment", "1").owes("R-1", "40.00", "2026-10-27");
        anna.with("instalment", "").owes("R-2", "5000.00", "2026-10-28");
        story.until("2026-11-04T10:00");
        promised("50.00", "2026-11-20");
        anna.with("instalment", "2").owes("R-1", "40.00", "2026-11-01");
        story.until("2026-11-05T10:00");
        assertThat(anna.blocks()).hasSize(1);
    }

    @Test
    void saysOnTheDeskWhatRestsBeforeAndAfterItIsNoted() {
        owesLittleAndALot();
        Browser desk = Browser.loggedIn(port, "clerk");
        String file = "/cases/" + anna.caseNumber();
        assertThat(desk.get(file, "Accept-Language", "de").body())
                .contains("Ab 1.260,00", "die ältesten zuerst")
                .doesNotContain("??");
        assertThat(desk.submitAndFollow(file + "/promises", "amount=10&date=2026-11-20"))
                .contains("nothing rests, and dunning goes on", "; nothing rests");
        assertThat(desk.submitAndFollow(file + "/promises", "amount=50&date=2026-11-20"))
                .contains("only the invoices that it pays rest until then");
    }

    /** A creditor that was here before, and cases that run: what was announced stays. */
    @Test
    void restsAllOfACaseWhoseTermsDoNotSayOtherwise() {
        setByShare("false");
        owesALot();
        assertThat(promised("10.00", "2026-11-20").get("rests").asText()).isEqualTo("CASE");
        setByShare("true");
        assertThat(promised("12.00", "2026-11-20").get("rests").asText())
                .as("the case keeps the terms of its round")
                .isEqualTo("CASE");
        assertThat(anna.isBlockedNow()).isTrue();
        JsonNode creditor =
                read(Browser.withPassword(port, "owner", "owner").get("/api/v1/creditors/" + story.creditorId()), 200);
        assertThat(creditor.get("promisesRestByShare").asBoolean()).isTrue();
    }

    private void setByShare(String value) {
        Browser owner = Browser.withPassword(port, "owner", "owner");
        String address = "/api/v1/creditors/" + story.creditorId();
        String known = owner.get(address).body();
        assertThat(known).contains("\"promisesRestByShare\":");
        read(
                owner.put(
                        address,
                        known.replaceFirst("\"promisesRestByShare\":(true|false)", "\"promisesRestByShare\":" + value)),
                200);
    }

    @Test
    void staysAsItWasWhereACreditorIsKeptAgainWithoutSayingIt() {
        setByShare("false");
        Browser owner = Browser.withPassword(port, "owner", "owner");
        String address = "/api/v1/creditors/" + story.creditorId();
        JsonNode kept = read(
                owner.put(address, owner.get(address).body().replaceFirst("\"promisesRestByShare\":(true|false),", "")),
                200);
        assertThat(kept.get("promisesRestByShare").asBoolean()).isFalse();
    }

    @Test
    void isKnownToTheBooksAsItWas() {
        owesALot();
        promised("10.00", "2026-11-20");
        assertThat(stories.promises().open(anna.cases().get(0).id()))
                .hasValueSatisfying(open ->
                        assertThat(stories.promises().leftOf(open)).isEqualByComparingTo(new BigDecimal("10.00")));
    }
}
