package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.LadderStep;
import dev.kulanz.cases.Notices.Notice;
import dev.kulanz.journey.Ladder.Place;
import dev.kulanz.journey.Ladder.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where items stand on a ladder, also when its new version has fewer steps. */
class LadderTests {

    private static final UUID ITEM = UUID.randomUUID();

    private final Ladder whole = new Ladder(
            "dunning-journey",
            Arrays.stream(LadderStep.values()).map(LadderTests::rung).toList());

    private final Ladder withoutNudge = new Ladder(
            "dunning-journey",
            List.of(
                    rung(LadderStep.FRIENDLY_REMINDER),
                    rung(LadderStep.SECOND_REMINDER),
                    rung(LadderStep.DUNNING_NOTICE),
                    rung(LadderStep.HANDOVER_DECISION)));

    @Test
    void countsAStepThatTheLadderNoLongerHasAsTheOneBeforeIt() {
        assertThat(withoutNudge.rungOf("digital-nudge")).isEqualTo(withoutNudge.rungOf("second-reminder"));
        assertThat(withoutNudge.rungOf("final-notice")).isEqualTo(withoutNudge.rungOf("dunning-notice"));
    }

    @Test
    void countsAStepThatDoesNotExistAsNone() {
        assertThat(withoutNudge.rungOf("gentle-reminder")).isEqualTo(-1);
    }

    @Test
    void skipsNoNoticeWhateverTheItemWasFirstNamedIn() {
        assertThat(placeAfter(
                        "friendly-reminder", "second-reminder", "digital-nudge", "voicebot-call", "dunning-notice"))
                .isEqualTo("dunning-notice");
        assertThat(placeAfter("second-reminder")).isEqualTo("friendly-reminder");
        assertThat(placeAfter("second-reminder", "digital-nudge")).isEqualTo("friendly-reminder");
        assertThat(placeAfter("second-reminder", "digital-nudge", "dunning-notice"))
                .isEqualTo("second-reminder");
    }

    @Test
    void takesANudgeBeforeAllNoticesForNone() {
        assertThat(placeAfter("digital-nudge", "voicebot-call")).isEqualTo("none");
    }

    @Test
    void goesPastAStepThatWasLeftOutWhenItWasNext() {
        assertThat(place(told("friendly-reminder", 1), leftOut("second-reminder", 8)))
                .isEqualTo(new Place(1, 0, day(8)));
        assertThat(place(leftOut("friendly-reminder", 1), leftOut("second-reminder", 8)))
                .isEqualTo(new Place(1, -1, day(8)));
        assertThat(place(leftOut("friendly-reminder", 1), told("second-reminder", 8)))
                .isEqualTo(new Place(1, 1, day(8)));
    }

    @Test
    void goesPastNoStepThatWasLeftOutBeforeItWasNext() {
        assertThat(place(leftOut("second-reminder", 1)).index()).isEqualTo(-1);
        assertThat(place(leftOut("second-reminder", 1), told("friendly-reminder", 2)))
                .isEqualTo(new Place(0, 0, day(2)));
        assertThat(place(leftOut("second-reminder", 1), told("second-reminder", 2)))
                .isEqualTo(new Place(0, 0, day(2)));
    }

    @Test
    void goesPastTheSecondReminderThatIsLeftOutOfWhoWasFirstNamedInOne() {
        assertThat(place(told("second-reminder", 1), leftOut("second-reminder", 8)))
                .isEqualTo(new Place(1, 0, day(8)));
    }

    @Test
    void goesPastNoNoticeThatAHandoverRestsOn() {
        assertThat(place(
                                told("friendly-reminder", 1),
                                told("second-reminder", 8),
                                leftOut("dunning-notice", 20),
                                leftOut("final-notice", 40))
                        .index())
                .isEqualTo(1);
    }

    @Test
    void forgetsWhatWasLeftOutByHandUnlessANoticeFollowed() {
        LeftOut byHand = new LeftOut(ITEM, "friendly-reminder", true, day(1));
        assertThat(whole.placeAfter(new Past(List.of(), List.of(byHand)).withoutLeftOutByHand())
                        .index())
                .isEqualTo(-1);
        assertThat(whole.placeAfter(new Past(List.of(notice("second-reminder", day(8))), List.of(byHand))
                                .withoutLeftOutByHand())
                        .index())
                .isEqualTo(1);
        LeftOut byRule = new LeftOut(ITEM, "friendly-reminder", false, day(1));
        assertThat(whole.placeAfter(new Past(List.of(), List.of(byRule)).withoutLeftOutByHand())
                        .index())
                .isZero();
    }

    @Test
    void tellsEachItemOfNoLaterNoticeThanItsNext() {
        Place foot = Place.AT_THE_FOOT;
        Place second = place(told("friendly-reminder", 1), told("second-reminder", 8));
        Place mahnung = place(told("friendly-reminder", 1), told("second-reminder", 8), told("dunning-notice", 20));
        assertThat(whole.ownStep(mahnung, "final-notice", true)).isEqualTo("final-notice");
        assertThat(whole.ownStep(second, "final-notice", true)).isEqualTo("dunning-notice");
        assertThat(whole.ownStep(place(told("friendly-reminder", 1)), "final-notice", true))
                .isEqualTo("second-reminder");
        assertThat(whole.ownStep(foot, "final-notice", false)).isEqualTo("friendly-reminder");
        assertThat(whole.ownStep(mahnung, "friendly-reminder", true)).isEqualTo("friendly-reminder");
    }

    @Test
    void repeatsBetweenTwoNoticesWhatWasSaidAndOtherwiseTellsOfTheFirst() {
        Place friendly = place(told("friendly-reminder", 1));
        assertThat(whole.ownStep(friendly, "plan-offer", true)).isEqualTo("plan-offer");
        assertThat(whole.ownStep(Place.AT_THE_FOOT, "digital-nudge", false)).isEqualTo("friendly-reminder");
        Place leftOut = place(leftOut("friendly-reminder", 1), leftOut("second-reminder", 8));
        assertThat(whole.ownStep(leftOut, "digital-nudge", false)).isEqualTo("digital-nudge");
        assertThat(withoutNudge.ownStep(friendly, "final-notice", true)).isEqualTo("final-notice");
    }

    private Place place(Object... past) {
        return whole.placeAfter(new Past(
                Arrays.stream(past)
                        .filter(Notice.class::isInstance)
                        .map(Notice.class::cast)
                        .toList(),
                Arrays.stream(past)
                        .filter(LeftOut.class::isInstance)
                        .map(LeftOut.class::cast)
                        .toList()));
    }

    private static Notice told(String step, int day) {
        return notice(step, day(day));
    }

    private static LeftOut leftOut(String step, int day) {
        return new LeftOut(ITEM, step, false, day(day));
    }

    private static Instant day(int day) {
        return Instant.EPOCH.plus(Duration.ofDays(day));
    }

    private static Notice notice(String step, Instant toldAt) {
        return new Notice(ITEM, 1, step, "EMAIL", UUID.randomUUID(), toldAt, null, true);
    }

    private String placeAfter(String... steps) {
        List<Notice> notices =
                Arrays.stream(steps).map(step -> notice(step, Instant.EPOCH)).toList();
        int index = whole.placeAfter(new Past(notices, List.of())).index();
        return index < 0 ? "none" : whole.rungs().get(index).step().id();
    }

    private static Rung rung(LadderStep step) {
        return new Rung(step, "Activity_" + step, Duration.ofDays(7));
    }
}
