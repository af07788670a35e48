package dev.kulanz.stories;

import static dev.kulanz.stories.Calls.MOBILE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.contact.ContactView;
import dev.kulanz.decisions.FactSource;
import dev.kulanz.demo.Reaction;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A call task: what is said, and what follows from each outcome. */
@KulanzTest
class CallStoryTests {

    private static final Reaction PROMISES = Reaction.promises(LocalDate.parse("2026-11-20"), "de");

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private List<FactSource> factSources;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna").with("mobile", MOBILE);

    private final Calls calls = new Calls(story, anna);

    @Test
    void takesAPromiseThatIsMadeOnThePhone() {
        anna.atThePhone(MOBILE, PROMISES);
        calls.areDue();
        assertThat(calls.made()).containsExactly("2026-11-03T10:00 PLANNED");
        story.until("2026-11-03T12:00");
        assertThat(calls.made()).containsExactly("2026-11-03T10:00 SENT");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: OPEN");
        assertThat(anna.isBlockedNow()).isTrue();
        anna.received("2026-11-02 friendly-reminder", "2026-11-03 voicebot-call", "2026-11-03 promise-confirmation");
        assertThat(calls.isUnderWay()).isFalse();
    }

    /** Two parts of one invoice are no two invoices, and what is open of a part is not what is open of the invoice. */
    @Test
    void speaksOfThePartsOfAnInvoice() {
        anna.atThePhone(MOBILE, PROMISES);
        anna.with("instalment", "1").owes("R-77", "50.00", "2026-10-29");
        anna.with("instalment", "2").owes("R-77", "40.00", "2026-10-30");
        story.until("2026-11-03T09:00");
        anna.isDueForACall();
        story.until("2026-11-03T12:00");
        assertThat(plainly(calls.last()))
                .contains("Es geht um 2 Raten der Rechnung " + story.creditorId() + "-R-77")
                .contains("die älteste war am Donnerstag, 29. Oktober 2026 fällig", "Zusammen sind noch 90,00 € offen")
                .doesNotContain("2 offene Rechnungen");
    }

    @Test
    void speaksOfThePartOfAnInvoiceThatIsDue() {
        anna.atThePhone(MOBILE, PROMISES);
        anna.with("instalment", "1").owes("R-77", "50.00", "2026-10-29");
        anna.with("instalment", "2").owes("R-77", "40.00", "2026-12-30");
        story.until("2026-11-03T09:00");
        anna.isDueForACall();
        story.until("2026-11-03T12:00");
        assertThat(plainly(calls.last()))
                .contains("Es geht um eine Rate der Rechnung " + story.creditorId() + "-R-77")
                .contains("fällig am Donnerstag, 29. Oktober 2026. Von dieser Rate sind noch 50,00 € offen.");
    }

    @Test
    void countsInvoicesAndNotTheirParts() {
        anna.atThePhone(MOBILE, PROMISES);
        anna.with("instalment", "1").owes("R-77", "50.00", "2026-10-29");
        anna.with("instalment", "2").owes("R-77", "40.00", "2026-10-30");
        anna.with("instalment", "").owes("R-78", "10.00", "2026-10-30");
        story.until("2026-11-03T09:00");
        anna.isDueForACall();
        story.until("2026-11-03T12:00");
        assertThat(plainly(calls.last()))
                .contains("Es geht um 2 offene Rechnungen, die älteste ist " + story.creditorId() + "-R-77")
                .contains("Zusammen sind noch 100,00 € offen");
    }

    private static String plainly(ContactView call) {
        return String.valueOf(call.body()).replace('\u00a0', ' ');
    }

    @Test
    void keepsWhatWasSaidAndWhatWasAskedFor() {
        anna.atThePhone(MOBILE, PROMISES);
        calls.areDue();
        story.until("2026-11-03T12:00");
        ContactView call = calls.last();
        assertThat(call.recipient()).isEqualTo(MOBILE);
        assertThat(call.demandedAmount()).isEqualByComparingTo("100.00");
        assertThat(call.body())
                .startsWith("Assistent: Guten Tag, hier ist der digitale Assistent von Lindenhof, ")
                .contains("künstliche Intelligenz", "Angerufener: Das schaffe ich bis zum 2026-11-20.")
                .contains("Sie überweisen 100,00 € bis Freitag, 20. November 2026. Ist das richtig?");
        assertThat(anna.told("CallEnded").facts())
                .containsEntry("callOutcome", "PROMISED")
                .containsEntry("contact", call.id().toString());
        assertThat(calls.itemsTold("voicebot-call")).isEqualTo(1);
    }

    @Test
    void leavesNothingButANameOnAVoicemail() {
        anna.atThePhone(MOBILE, new Reaction.Voicemail());
        calls.areDue();
        story.until("2026-11-03T12:00");
        assertThat(calls.last().body())
                .contains("Lindenhof", "rufen Sie uns zurück", "künstliche Intelligenz")
                .doesNotContain("R-1", "100", "Rechnung", "offen", "Anna");
    }

    @Test
    void leavesWhoWantsAPersonToAClerkAndPausesMeanwhile() {
        anna.atThePhone(MOBILE, Reaction.asksForAPerson("de"));
        calls.areDue();
        story.until("2026-11-03T12:00");
        assertThat(anna.task().getName()).isEqualTo("Call back debtor");
        assertThat(anna.isBlockedNow()).isTrue();
        assertThat(stories.blocks().active(anna.cases().get(0)))
                .extracting("reason")
                .containsExactly(BlockReason.REPLY);
        assertThat(calls.itemsTold("voicebot-call")).isZero();
        anna.taskCompleted(Map.of("decision", "TALKED", "comment", "Pays next week."));
        assertThat(anna.isBlockedNow()).isFalse();
        assertThat(calls.isUnderWay()).isFalse();
    }

    @Test
    void writesToWhoCouldNotBeCalledBackEither() {
        anna.atThePhone(MOBILE, Reaction.asksForAPerson("de"));
        calls.areDue();
        story.until("2026-11-03T12:00");
        anna.taskCompleted(Map.of("decision", "NOT_REACHED"));
        anna.received("2026-11-02 friendly-reminder", "2026-11-03 voicebot-call", "2026-11-03 call-missed");
    }

    @Test
    void keepsOtherPausesWhenTheClerkHasCalledBack() {
        anna.atThePhone(MOBILE, Reaction.asksForAPerson("de"));
        calls.areDue();
        story.until("2026-11-03T12:00");
        anna.isBlocked(BlockReason.REPLY).taskCompleted(Map.of("decision", "TALKED"));
        assertThat(anna.isBlockedNow()).isTrue();
    }

    @Test
    void tellsTheCallOnTheDeskInTheReadersLanguageWithWhatWasSaid() {
        anna.atThePhone(MOBILE, Reaction.asksForAPerson("de"));
        calls.areDue();
        story.until("2026-11-03T12:00");
        Browser clerk = Browser.loggedIn(port, "clerk");
        String storyPage = "/cases/" + anna.caseNumber() + "/story";
        assertThat(clerk.get(storyPage, "Accept-Language", "de").body())
                .contains(
                        "Anruf des Sprachassistenten: ein Mensch soll zurückrufen (möchte mit einem Menschen sprechen).",
                        "Gespräch nachlesen");
        assertThat(clerk.get(storyPage, "Accept-Language", "en").body())
                .contains(
                        "Voicebot call: a person is to call back (wants to talk to a person).",
                        "Read the conversation");
        assertThat(clerk.page("/outbox/" + calls.last().id()).body())
                .contains("Angerufener: Ich möchte lieber mit einem Menschen sprechen.", MOBILE)
                .doesNotContain("Subject");
    }

    @Test
    void tellsAlsoACallInWhichNothingWasSaid() {
        anna.atThePhone(MOBILE, new Reaction.Busy());
        calls.areDue();
        story.until("2026-11-03T12:00");
        Browser clerk = Browser.loggedIn(port, "clerk");
        assertThat(clerk.page("/outbox/" + calls.last().id()).body()).contains("Nothing was said");
    }

    @Test
    void tellsRulesOfTheCalls() {
        anna.atThePhone(MOBILE, new Reaction.Busy(), Reaction.listens("de"));
        calls.areDue();
        story.until("2026-11-03T12:00");
        assertThat(facts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("callsMade", 1, "lastCallOutcome", "BUSY", "reachedByPhone", false));
        story.until("2026-11-05T14:00");
        assertThat(facts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("callsMade", 2, "lastCallOutcome", "TALKED", "reachedByPhone", true));
    }

    private Map<String, Object> facts() {
        Set<String> names = Set.of("callsMade", "lastCallOutcome", "reachedByPhone");
        return factSources.stream()
                .filter(source ->
                        source.facts().stream().anyMatch(fact -> fact.name().equals("callsMade")))
                .findFirst()
                .orElseThrow()
                .lookUp(anna.caseNumber(), names);
    }

    @Test
    void keepsNoTranscriptWhereNoneIsWanted() {
        anna.atThePhone(MOBILE, Reaction.says("Bitte nicht mitschreiben."));
        calls.areDue();
        story.until("2026-11-03T12:00");
        assertThat(calls.last().body()).isNull();
        assertThat(anna.told("CallEnded").facts()).containsEntry("concern", "NO_TRANSCRIPT");
    }

    @Test
    void leavesToAPersonWhoPromisesMoreThanIsAllowed() {
        anna.atThePhone(MOBILE, Reaction.says("Ja", Reaction.PROOF, "am 2027-06-01", "dann eben am 2027-05-01"));
        calls.areDue();
        story.until("2026-11-03T12:00");
        assertThat(calls.last().body()).contains("jeder Tag von heute bis");
        assertThat(anna.promised()).isEmpty();
        assertThat(anna.told("CallEnded").facts()).containsEntry("concern", "NO_FURTHER_PROMISE");
        assertThat(anna.task().getName()).isEqualTo("Call back debtor");
    }

    @Test
    void speaksEnglishToWhoSpeaksEnglish() {
        anna.with("language", "en").atThePhone(MOBILE, Reaction.promises(LocalDate.parse("2026-11-20"), "en"));
        calls.areDue();
        story.until("2026-11-03T12:00");
        assertThat(calls.last().body()).contains("an artificial intelligence", "€100.00 by Friday");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: OPEN");
    }
}
