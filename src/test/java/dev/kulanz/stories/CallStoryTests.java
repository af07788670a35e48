package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.contact.ContactView;
import dev.kulanz.contact.Results;
import dev.kulanz.decisions.FactSource;
import dev.kulanz.demo.Reaction;
import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.ContactPoints;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.PassedElements;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A call task: at most three calls at other hours on other days, and what follows from each. */
@KulanzTest
class CallStoryTests {

    private static final String MOBILE = "+491713920001";
    private static final String LANDLINE = "+493023125001";
    private static final Reaction PROMISES = Reaction.promises(LocalDate.parse("2026-11-20"), "de");

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private ContactPoints contactPoints;

    @Autowired
    private Results results;

    @Autowired
    private PassedElements elements;

    @Autowired
    private List<FactSource> factSources;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna").with("mobile", MOBILE);

    /** Was reminded on Monday, and is to be called from Tuesday morning on. */
    private void isDueForACall() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-03T09:00");
        anna.received("2026-11-02 friendly-reminder").isDueForACall();
    }

    /** Each call as {@code 2026-11-03T10:00 SENT}, when it was made or is to be made. */
    private List<String> calls() {
        return anna.contacts().stream()
                .filter(contact -> contact.step().equals("voicebot-call"))
                .map(call -> LocalDateTime.ofInstant(call.notBefore(), BusinessClock.ZONE)
                                .truncatedTo(ChronoUnit.MINUTES)
                        + " "
                        + call.status())
                .toList();
    }

    private ContactView lastCall() {
        return anna.contacts().stream()
                .filter(contact -> contact.step().equals("voicebot-call"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private boolean isUsable(String number) {
        return contactPoints.of(anna.cases().get(0).debtorId()).stream()
                .anyMatch(point -> point.value().equals(number) && point.usable());
    }

    @Test
    void takesAPromiseThatIsMadeOnThePhone() {
        anna.atThePhone(MOBILE, PROMISES);
        isDueForACall();
        assertThat(calls()).containsExactly("2026-11-03T10:00 PLANNED");
        story.until("2026-11-03T12:00");
        assertThat(calls()).containsExactly("2026-11-03T10:00 SENT");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: OPEN");
        assertThat(anna.isBlockedNow()).isTrue();
        anna.received("2026-11-02 friendly-reminder", "2026-11-03 voicebot-call", "2026-11-03 promise-confirmation");
        assertThat(isInACall()).isFalse();
    }

    private boolean isInACall() {
        return stories.runtime()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(anna.caseNumber())
                        .processDefinitionKey("voicebot-call")
                        .count()
                > 0;
    }

    @Test
    void keepsWhatWasSaidAndWhatWasAskedFor() {
        anna.atThePhone(MOBILE, PROMISES);
        isDueForACall();
        story.until("2026-11-03T12:00");
        ContactView call = lastCall();
        assertThat(call.recipient()).isEqualTo(MOBILE);
        assertThat(call.demandedAmount()).isEqualByComparingTo("100.00");
        assertThat(call.body())
                .startsWith("Assistent: Guten Tag, hier spricht der digitale Assistent von Lindenhof.")
                .contains("künstliche Intelligenz", "Angerufener: Das schaffe ich bis zum 2026-11-20.")
                .contains("Sie überweisen 100,00 € bis Freitag, 20. November 2026. Ist das richtig?");
        assertThat(anna.told("CallEnded").facts())
                .containsEntry("callOutcome", "PROMISED")
                .containsEntry("contact", call.id().toString());
        assertThat(told("voicebot-call")).isEqualTo(1);
    }

    /** How many items were told of a step. */
    private long told(String step) {
        return stories.jdbc()
                .sql(
                        "select count(*) from notice n join dunning_case k on k.id = n.case_id where k.number = :case and n.step = :step")
                .param("case", anna.caseNumber())
                .param("step", step)
                .query(Long.class)
                .single();
    }

    @Test
    void triesThreeTimesAtOtherHoursOnOtherDaysAndThenWrites() {
        anna.atThePhone(MOBILE, new Reaction.Busy(), new Reaction.NoAnswer(), new Reaction.Voicemail());
        isDueForACall();
        story.until("2026-11-09T10:00");
        assertThat(calls())
                .containsExactly("2026-11-03T10:00 FAILED", "2026-11-05T13:00 FAILED", "2026-11-09T17:30 PLANNED");
        story.until("2026-11-10T09:00");
        assertThat(calls()).last().isEqualTo("2026-11-09T17:30 FAILED");
        assertThat(isInACall()).isFalse();
        anna.received("2026-11-02 friendly-reminder", "2026-11-09 call-missed");
        assertThat(told("voicebot-call")).isZero();
    }

    @Test
    void leavesNothingButANameOnAVoicemail() {
        anna.atThePhone(MOBILE, new Reaction.Voicemail());
        isDueForACall();
        story.until("2026-11-03T12:00");
        assertThat(lastCall().body())
                .contains("Lindenhof", "rufen Sie uns zurück", "künstliche Intelligenz")
                .doesNotContain("R-1", "100", "Rechnung", "offen", "Anna");
    }

    @Test
    void givesWhoWasReachedAsMuchTimeAsThreeCallsWouldTake() {
        anna.atThePhone(MOBILE, Reaction.listens("de"));
        isDueForACall();
        story.until("2026-11-07T09:00");
        assertThat(isInACall()).isTrue();
        story.until("2026-11-07T11:00");
        assertThat(isInACall()).isFalse();
        anna.received("2026-11-02 friendly-reminder", "2026-11-03 voicebot-call");
        assertThat(told("voicebot-call")).isEqualTo(1);
    }

    @Test
    void marksAWrongNumberAndTriesAnother() {
        anna.with("phone", LANDLINE)
                .atThePhone(MOBILE, Reaction.isSomebodyElse("de"))
                .atThePhone(LANDLINE, PROMISES);
        isDueForACall();
        story.until("2026-11-05T20:00");
        assertThat(isUsable(MOBILE)).isFalse();
        assertThat(isUsable(LANDLINE)).isTrue();
        assertThat(calls()).containsExactly("2026-11-03T10:00 FAILED", "2026-11-05T13:00 SENT");
        assertThat(lastCall().recipient()).isEqualTo(LANDLINE);
    }

    @Test
    void writesAtOnceWhenTheOnlyNumberIsWrong() {
        anna.atThePhone(MOBILE, new Reaction.NotInService());
        isDueForACall();
        story.until("2026-11-03T12:00");
        assertThat(isUsable(MOBILE)).isFalse();
        anna.received("2026-11-02 friendly-reminder", "2026-11-03 call-missed");
        story.until("2026-11-07T11:00");
        assertThat(isInACall()).isFalse();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void leavesWhoWantsAPersonToAClerkAndPausesMeanwhile() {
        anna.atThePhone(MOBILE, Reaction.asksForAPerson("de"));
        isDueForACall();
        story.until("2026-11-03T12:00");
        assertThat(anna.task().getName()).isEqualTo("Call back debtor");
        assertThat(anna.isBlockedNow()).isTrue();
        assertThat(stories.blocks().active(anna.cases().get(0)))
                .extracting("reason")
                .containsExactly(BlockReason.REPLY);
        assertThat(told("voicebot-call")).isZero();
        anna.taskCompleted(Map.of("decision", "TALKED", "comment", "Pays next week."));
        assertThat(anna.isBlockedNow()).isFalse();
        assertThat(isInACall()).isFalse();
    }

    @Test
    void writesToWhoCouldNotBeCalledBackEither() {
        anna.atThePhone(MOBILE, Reaction.asksForAPerson("de"));
        isDueForACall();
        story.until("2026-11-03T12:00");
        anna.taskCompleted(Map.of("decision", "NOT_REACHED"));
        anna.received("2026-11-02 friendly-reminder", "2026-11-03 voicebot-call", "2026-11-03 call-missed");
    }

    @Test
    void keepsOtherPausesWhenTheClerkHasCalledBack() {
        anna.atThePhone(MOBILE, Reaction.asksForAPerson("de"));
        isDueForACall();
        story.until("2026-11-03T12:00");
        anna.isBlocked(BlockReason.REPLY).taskCompleted(Map.of("decision", "TALKED"));
        assertThat(anna.isBlockedNow()).isTrue();
    }

    @Test
    void doesNotCallWhileTheCaseIsBlockedAndCallsWhenItIsNoLonger() {
        anna.atThePhone(MOBILE, PROMISES);
        isDueForACall();
        anna.isBlocked(BlockReason.DISPUTE);
        story.until("2026-11-04T14:00");
        assertThat(anna.promised()).isEmpty();
        anna.isFreed();
        story.until("2026-11-06T10:00");
        assertThat(calls()).filteredOn(call -> call.endsWith("SENT")).hasSize(1);
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: OPEN");
    }

    @Test
    void looksEachDayWhetherABlockHasRunOut() {
        anna.atThePhone(MOBILE, PROMISES).owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-03T09:00");
        anna.isBlockedUntil("2026-11-04").isDueForACall();
        story.until("2026-11-05T12:00");
        assertThat(calls()).containsExactly("2026-11-05T10:00 SENT");
    }

    @Test
    void callsNobodyWhoHasNoNumberAndWritesNothingAboutIt() {
        anna.with("mobile", "");
        isDueForACall();
        story.until("2026-11-07T08:59");
        assertThat(isInACall()).isTrue();
        story.until("2026-11-07T09:01");
        assertThat(isInACall()).isFalse();
        assertThat(calls()).isEmpty();
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void callsNobodyWhoseOnlyNumberWasFoundWrongWhileTheCaseWasBlocked() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-03T09:00");
        anna.isBlocked(BlockReason.DISPUTE).isDueForACall();
        elements.forget();
        contactPoints.markFailed(anna.cases().get(0).debtorId(), ContactPoint.Kind.MOBILE, MOBILE);
        anna.isFreed();
        story.until("2026-11-07T09:59");
        assertThat(isInACall()).isTrue();
        story.until("2026-11-07T10:01");
        assertThat(isInACall()).isFalse();
        assertThat(calls()).containsExactly("2026-11-03T10:00 CANCELLED");
        assertThat(elements.passed()).contains("voicebot-call/Flow_TalkedOrNoNumber");
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void writesInsteadWhereNobodyCanPlaceCallsAndLetsAsMuchTimePass() {
        story.usesChannels("EMAIL", "LETTER");
        isDueForACall();
        story.until("2026-11-07T09:59");
        assertThat(calls()).containsExactly("2026-11-03T10:00 CANCELLED");
        assertThat(lastCall().reason()).isEqualTo("no telephony provider");
        anna.received("2026-11-02 friendly-reminder", "2026-11-03 call-missed");
        assertThat(isInACall()).isTrue();
        story.until("2026-11-07T10:01");
        assertThat(isInACall()).isFalse();
    }

    @Test
    void tellsTheCallOnTheDeskInTheReadersLanguageWithWhatWasSaid() {
        anna.atThePhone(MOBILE, Reaction.asksForAPerson("de"));
        isDueForACall();
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
        assertThat(clerk.page("/outbox/" + lastCall().id()).body())
                .contains("Angerufener: Ich möchte lieber mit einem Menschen sprechen.", MOBILE)
                .doesNotContain("Subject");
    }

    @Test
    void tellsAlsoACallInWhichNothingWasSaid() {
        anna.atThePhone(MOBILE, new Reaction.Busy());
        isDueForACall();
        story.until("2026-11-03T12:00");
        Browser clerk = Browser.loggedIn(port, "clerk");
        assertThat(clerk.page("/outbox/" + lastCall().id()).body()).contains("Nothing was said");
    }

    @Test
    void tellsRulesOfTheCalls() {
        anna.atThePhone(MOBILE, new Reaction.Busy(), Reaction.listens("de"));
        isDueForACall();
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
        isDueForACall();
        story.until("2026-11-03T12:00");
        assertThat(lastCall().body()).isNull();
        assertThat(anna.told("CallEnded").facts()).containsEntry("concern", "NO_TRANSCRIPT");
    }

    @Test
    void triesAgainWhenTheTelephoneNetworkFails() {
        anna.atThePhone(MOBILE, new Reaction.Outage(), PROMISES);
        isDueForACall();
        story.until("2026-11-05T14:00");
        assertThat(calls()).containsExactly("2026-11-03T10:00 FAILED", "2026-11-05T13:00 SENT");
    }

    @Test
    void neverCallsTwiceWhenTheFirstCallWasLost() {
        anna.atThePhone(MOBILE, PROMISES);
        isDueForACall();
        isLostInTheMiddleOfTheCall();
        story.until("2026-11-20T12:00");
        assertThat(calls()).containsExactly("2026-11-03T10:00 UNKNOWN");
        assertThat(anna.promised()).isEmpty();
    }

    /** As if the application had died while it was talking, longer ago than a call may take. */
    private void isLostInTheMiddleOfTheCall() {
        stories.jdbc().sql("""
                        insert into contact_item (contact_id, open_item_id)
                        select c.id, i.open_item_id from contact c join case_item i on i.case_id = c.case_id
                        where c.case_number = :case and c.status = 'PLANNED'""").param("case", anna.caseNumber()).update();
        stories.jdbc().sql("""
                        update contact set status = 'SENDING', composed_at = not_before, claimed_until = '2026-01-01'
                        where case_number = :case and status = 'PLANNED'""").param("case", anna.caseNumber()).update();
        story.now();
    }

    @Test
    void goesOnWhenAPersonFoundOutThatALostCallNeverRang() {
        anna.atThePhone(MOBILE, PROMISES);
        isDueForACall();
        isLostInTheMiddleOfTheCall();
        results.resolve(lastCall().id(), false);
        story.until("2026-11-05T14:00");
        assertThat(calls()).containsExactly("2026-11-03T10:00 FAILED", "2026-11-05T13:00 SENT");
    }

    @Test
    void goesOnWhenAPersonFoundOutThatALostCallReachedTheDebtor() {
        isDueForACall();
        isLostInTheMiddleOfTheCall();
        results.resolve(lastCall().id(), true);
        story.until("2026-11-08T14:00");
        assertThat(calls()).containsExactly("2026-11-03T10:00 SENT");
        assertThat(told("voicebot-call")).isEqualTo(1);
        assertThat(isInACall()).isFalse();
    }

    @Test
    void leavesToAPersonWhoPromisesMoreThanIsAllowed() {
        anna.atThePhone(MOBILE, Reaction.says("Ja", Reaction.PROOF, "am 2027-06-01", "dann eben am 2027-05-01"));
        isDueForACall();
        story.until("2026-11-03T12:00");
        assertThat(lastCall().body()).contains("spätestens");
        assertThat(anna.promised()).isEmpty();
        assertThat(anna.told("CallEnded").facts()).containsEntry("concern", "NO_FURTHER_PROMISE");
        assertThat(anna.task().getName()).isEqualTo("Call back debtor");
    }

    @Test
    void speaksEnglishToWhoSpeaksEnglish() {
        anna.with("language", "en").atThePhone(MOBILE, Reaction.promises(LocalDate.parse("2026-11-20"), "en"));
        isDueForACall();
        story.until("2026-11-03T12:00");
        assertThat(lastCall().body()).contains("I am an artificial intelligence", "€100.00 by Friday");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: OPEN");
    }

    @Test
    void makesNoNextCallForACaseThatWasPaid() {
        anna.atThePhone(MOBILE, new Reaction.Busy());
        isDueForACall();
        story.until("2026-11-03T12:00");
        anna.pays("100.00");
        story.until("2026-11-30T12:00");
        assertThat(calls()).containsExactly("2026-11-03T10:00 FAILED");
    }
}
