package dev.kulanz.stories;

import static dev.kulanz.stories.Answers.read;
import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.contact.ContactView;
import dev.kulanz.contact.Purpose;
import dev.kulanz.demo.Reaction;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands behind a block ends or goes on, and who lifts it says which: nobody hears a demand against what he was told. */
@KulanzTest
class LiftStoryTests {

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    private Browser clerk;

    @BeforeEach
    void begin() {
        clerk = Browser.withPassword(port, "clerk", "clerk");
    }

    private void hasPromised() {
        anna.owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-04T10:00");
        anna.received("2026-11-02 friendly-reminder").promises("100.00", "2026-11-20");
        story.until("2026-11-05T10:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-04 promise-confirmation");
    }

    private String blocks() {
        return "/api/v1/cases/" + anna.caseNumber() + "/blocks";
    }

    private String block(BlockReason reason) {
        return blocks() + "/" + held(reason).id();
    }

    private CaseBlock held(BlockReason reason) {
        return anna.blocks().stream()
                .filter(one -> one.reason() == reason)
                .findFirst()
                .orElseThrow();
    }

    private List<String> demands() {
        return anna.sent().stream()
                .filter(one -> one.purpose() == Purpose.DEMAND)
                .map(ContactView::step)
                .toList();
    }

    private void isAsked(HttpResponse<String> answer, String... said) {
        JsonNode problem = read(answer, 409);
        assertThat(problem.findValuesAsText("field")).isNotEmpty().containsOnly("matter");
        assertThat(problem.get("errors").findValuesAsText("message"))
                .anyMatch(message -> message.startsWith("END: "))
                .anyMatch(message -> message.startsWith("KEEP: "));
        assertThat(problem.toString()).contains(said);
    }

    // ---- a promise

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void asksWhatBecomesOfThePromiseBeforeItsBlockIsLifted(boolean all) {
        hasPromised();
        isAsked(
                clerk.delete(all ? blocks() : block(BlockReason.PROMISE)),
                "promised 100.00 EUR",
                "On 2026-11-04 he was told in writing",
                "until 2026-11-20",
                "asked for money from 2026-11-05 on");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: OPEN");
        assertThat(anna.isBlockedNow()).isTrue();
        story.until("2026-11-18T10:00");
        assertThat(demands()).containsExactly("friendly-reminder");
    }

    @Test
    void endsThePromiseAndSaysSoBeforeItAsksAgain() {
        hasPromised();
        assertThat(clerk.delete(block(BlockReason.PROMISE) + "?matter=END").statusCode())
                .isEqualTo(204);
        story.now();
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: WITHDRAWN");
        assertThat(anna.isBlockedNow()).isFalse();
        assertThat(anna.followedUp()).isZero();
        assertThat(anna.told("PromiseWithdrawn").facts()).containsEntry("date", "2026-11-20");
        story.until("2026-11-05T12:00");
        assertThat(demands()).containsExactly("friendly-reminder", "friendly-reminder");
        assertThat(anna.lastBody())
                .contains("Zusage über 100,00 € bis zum 20. November 2026", "Diese Vereinbarung ist jetzt beendet")
                .doesNotContain("nicht alles");
        story.after(days(40));
        assertThat(demands()).startsWith("friendly-reminder", "friendly-reminder", "second-reminder");
        assertThat(anna.sent()).extracting(ContactView::step).doesNotContain("promise-reminder");
        assertThat(Browser.loggedIn(port, "clerk")
                        .get("/cases?mark=PROMISE_BROKEN&q=" + anna.caseNumber())
                        .body())
                .doesNotContain(anna.caseNumber() + "<");
    }

    /** He was told on the phone, or by the clerk himself: also who never had a reminder hears first that it ended. */
    @Test
    void saysThatItEndedAlsoToWhoWasNeverRemindedBefore() {
        anna.owes("R-1", "100.00", "2026-10-30");
        anna.promises("100.00", "2026-11-20");
        story.until("2026-11-03T10:00");
        anna.received("2026-11-02 promise-confirmation");
        clerk.delete(blocks() + "?matter=END");
        story.until("2026-11-05T12:00");
        assertThat(demands()).containsExactly("friendly-reminder");
        assertThat(anna.lastBody()).contains("Zusage über 100,00 € bis zum 20. November 2026", "jetzt beendet");
    }

    @Test
    void keepsThePromiseAndItsBlockWhereThatIsDecided() {
        hasPromised();
        JsonNode stays = read(clerk.delete(block(BlockReason.PROMISE) + "?matter=KEEP"), 200);
        assertThat(stays.findValuesAsText("reason")).containsExactly("PROMISE");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: OPEN");
        assertThat(anna.isBlockedNow()).isTrue();
        assertThat(anna.followedUp()).isEqualTo(1);
    }

    @Test
    void liftsTheOthersWhereWhatStandsBehindABlockIsKept() {
        hasPromised();
        anna.isBlocked(BlockReason.DISPUTE);
        isAsked(clerk.delete(blocks()), "Another block still holds the whole case");
        assertThat(anna.blocks()).hasSize(2);
        read(clerk.delete(blocks() + "?matter=KEEP"), 200);
        assertThat(anna.blocks()).extracting(CaseBlock::reason).containsExactly(BlockReason.PROMISE);
    }

    @Test
    void liftsWhatNothingStandsBehindWithoutAQuestion() {
        hasPromised();
        anna.isBlocked(BlockReason.DISPUTE);
        assertThat(clerk.delete(block(BlockReason.DISPUTE)).statusCode()).isEqualTo(204);
        anna.isBlocked(BlockReason.DISPUTE);
        assertThat(clerk.delete(blocks() + "?reason=DISPUTE").statusCode()).isEqualTo(204);
        anna.isBlocked(BlockReason.DISPUTE);
        assertThat(clerk.delete(block(BlockReason.DISPUTE) + "?matter=KEEP").statusCode())
                .as("there is nothing to keep")
                .isEqualTo(204);
        assertThat(anna.blocks()).extracting(CaseBlock::reason).containsExactly(BlockReason.PROMISE);
    }

    @Test
    void isThereNoMoreWhenItIsLiftedTwiceOrHasEndedMeanwhile() {
        hasPromised();
        String mine = block(BlockReason.PROMISE);
        clerk.delete(mine + "?matter=END");
        assertThat(clerk.delete(mine + "?matter=END").statusCode()).isEqualTo(404);
        anna.promises("100.00", "2026-11-27");
        String before = block(BlockReason.PROMISE);
        anna.promises("90.00", "2026-11-27");
        assertThat(clerk.delete(before + "?matter=END").statusCode()).isEqualTo(404);
        assertThat(anna.promised())
                .containsExactly(
                        "100.00 by 2026-11-20: WITHDRAWN",
                        "100.00 by 2026-11-27: REPLACED",
                        "90.00 by 2026-11-27: OPEN");
    }

    @Test
    void endsOnceWhenTwoClerksLiftItAtTheSameMoment() {
        hasPromised();
        String mine = block(BlockReason.PROMISE) + "?matter=END";
        List<Integer> answers = Stream.of("clerk", "owner")
                .map(user -> CompletableFuture.supplyAsync(() ->
                        Browser.withPassword(port, user, user).delete(mine).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(204, 404);
        assertThat(anna.history())
                .filteredOn(entry -> entry.kind().equals("PromiseWithdrawn"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "end", "ENDE", "END,KEEP", "%F0%9F%92%B6", "KEEP%20"})
    void refusesAnAnswerThatNobodyOffered(String said) {
        hasPromised();
        Answers.isProblem(clerk.delete(block(BlockReason.PROMISE) + "?matter=" + said), 422, "matter");
        assertThat(anna.isBlockedNow()).isTrue();
    }

    @Test
    void takesAPromiseAgainAfterOneThatWeEnded() {
        hasPromised();
        for (int i = 0; i < 3; i++) {
            clerk.delete(blocks() + "?matter=END");
            anna.promises("100.00", "2026-11-2" + i);
        }
        assertThat(anna.promised()).hasSize(4).last().isEqualTo("100.00 by 2026-11-22: OPEN");
    }

    @Test
    void asksOnTheDeskInTheReadersLanguageAndLiftsNothingUnasked() {
        hasPromised();
        Browser desk = Browser.loggedIn(port, "clerk");
        String file = "/cases/" + anna.caseNumber();
        String lift = file + "/blocks/" + held(BlockReason.PROMISE).id() + "/lift";
        assertThat(desk.get(file, "Accept-Language", "de").body())
                .contains("Am 04.11.2026 wurde ihm geschrieben", "bis zum 20.11.2026", "ab dem 05.11.2026")
                .contains("Beenden und Sperre aufheben", "Nichts ändern")
                .doesNotContain("??");
        assertThat(desk.get(file, "Accept-Language", "en").body())
                .contains("he was told in writing", "End it and lift the pause");
        assertThat(desk.submitAndFollow(lift, "")).contains("please say whether it ends or goes on");
        assertThat(anna.isBlockedNow()).isTrue();
        assertThat(desk.submitAndFollow(lift, "matter=both")).contains("role=\"alert\"");
        assertThat(desk.submitAndFollow(lift, "matter=KEEP")).contains("the pause stays");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: OPEN");
        assertThat(desk.submitAndFollow(lift, "matter=END"))
                .contains("The pause is lifted", "ended by us", "does not count as broken");
        assertThat(desk.submitAndFollow(lift, "matter=END")).contains("has no such block");
    }

    @Test
    void knowsNoBlockOfAnotherCase() {
        hasPromised();
        StoryDebtor ben = story.debtor("Ben").owes("B-1", "50.00", "2026-10-28");
        HttpResponse<String> answer = clerk.delete("/api/v1/cases/" + ben.caseNumber() + "/blocks/"
                + held(BlockReason.PROMISE).id() + "?matter=END");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(clerk.delete(blocks() + "/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(anna.isBlockedNow()).isTrue();
    }

    // ---- somebody who is to call back

    @Test
    void endsTheTaskOfWhoWouldCallBackOrKeepsIt() {
        anna.with("mobile", Calls.MOBILE).atThePhone(Calls.MOBILE, Reaction.asksForAPerson("de"));
        Calls calls = new Calls(story, anna);
        calls.areDue();
        story.until("2026-11-03T12:00");
        isAsked(clerk.delete(block(BlockReason.REPLY)), "On 2026-11-03 the debtor was told on the phone");
        read(clerk.delete(blocks() + "?matter=KEEP"), 200);
        assertThat(anna.task().getName()).isEqualTo("Call back debtor");
        assertThat(clerk.delete(block(BlockReason.REPLY) + "?matter=END").statusCode())
                .isEqualTo(204);
        story.now();
        assertThat(anna.task()).isNull();
        assertThat(anna.isBlockedNow()).isFalse();
        assertThat(calls.isUnderWay()).isFalse();
        assertThat(anna.told("TaskCompleted").facts()).containsEntry("outcome", "TALKED");
    }

    // ---- a case that rests in place of being handed over

    @Test
    void endsTheRestOfACaseThatWasNotHandedOver() {
        StoryDebtor dora = Handover.known(story.debtor("Dora"));
        Handover handover = new Handover(story, dora);
        handover.isDue();
        handover.decided("clerk", "RETURN", "until", "2026-11-05", "comment", "Ruft am Montag an");
        String rest = "/api/v1/cases/" + dora.caseNumber() + "/blocks";
        isAsked(clerk.delete(rest), "On 2026-11-02 clerk decided that the case rests until 2026-11-05");
        assertThat(clerk.delete(rest + "?matter=END").statusCode()).isEqualTo(204);
        story.now();
        assertThat(dora.task().getName()).isEqualTo("Release hand-over");
    }

    // ---- what holds for the person

    @Test
    void endsTheRepresentationWithTheName() {
        anna.owes("R-1", "100.00", "2026-10-28");
        clerk.post(
                blocks(),
                "{\"reason\":\"REPRESENTED\",\"representative\":{\"name\":\"Rita Recht\",\"email\":\"rita@example.com\"}}");
        isAsked(clerk.delete(blocks()), "Rita Recht represents the debtor");
        String representative = "/api/v1/cases/" + anna.caseNumber() + "/representative";
        assertThat(clerk.get(representative).statusCode()).isEqualTo(200);
        assertThat(clerk.delete(blocks() + "?matter=END").statusCode()).isEqualTo(204);
        assertThat(clerk.get(representative).statusCode()).isEqualTo(404);
        assertThat(anna.isBlockedNow()).isFalse();
    }

    @Test
    void freesWhoIsInDoubtOnceItIsSaid() {
        anna.owes("R-1", "100.00", "2026-10-23");
        story.until("2026-11-05T12:00");
        anna.isRefused("G-1", "-12..50", "2026-11-04");
        isAsked(clerk.delete(blocks()), "could not be taken from a file", "the same rows do not pause him again");
        assertThat(clerk.delete(blocks() + "?matter=END").statusCode()).isEqualTo(204);
        assertThat(anna.isBlockedNow()).isFalse();
        anna.isRefused("G-1", "-12..50", "2026-11-04");
        assertThat(anna.isBlockedNow()).isFalse();
    }
}
