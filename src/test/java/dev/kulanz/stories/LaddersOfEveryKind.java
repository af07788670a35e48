package dev.kulanz.stories;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.util.List;
import java.util.Map;

/** A winter in which both ladders are entered at each step and climbed to the end, and each way through a step is gone. */
final class LaddersOfEveryKind {

    private static final List<String> STEPS_OF_CONSUMERS = List.of(
            "friendly-reminder",
            "second-reminder",
            "digital-nudge",
            "plan-offer",
            "voicebot-call",
            "dunning-notice",
            "final-notice");
    private static final List<String> STEPS_OF_BUSINESSES =
            List.of("friendly-reminder", "dunning-notice", "final-notice");

    private final Story story;
    private final HandoverOfEveryKind handover;
    private int houses = 1;

    LaddersOfEveryKind(Story story) {
        this.story = story;
        this.handover = new HandoverOfEveryKind(story);
    }

    /** Begins on Sunday, 1 November 2026, at noon. */
    void happen() {
        story.namesItsAddress(3);
        StoryDebtor isHandedOver = handover.begins();
        STEPS_OF_CONSUMERS.forEach(step -> ranElsewhere("Konrad", "CONSUMER", step));
        STEPS_OF_BUSINESSES.forEach(step -> ranElsewhere("Firma", "BUSINESS", step));
        StoryDebtor isWrittenOff = atHome("Otto").with("debtor_type", "BUSINESS");
        isWrittenOff.owes("O-1", "20.00", "2026-10-30");
        atHome("Nora").with("email", "").owes("N-1", "100.00", "2026-10-30"); // no nudge without e-mail
        StoryDebtor paysTheOldest = paysTheOldest("Alma", "CONSUMER");
        StoryDebtor paysTheOldestForAFirm = paysTheOldest("Alfa", "BUSINESS");
        StoryDebtor isPaused = story.debtor("Hanna").owes("H-1", "100.00", "2026-10-30");
        StoryDebtor isPausedAsAFirm = story.debtor("Hansa").with("debtor_type", "BUSINESS");
        isPausedAsAFirm.owes("H-2", "100.00", "2026-10-30");
        StoryDebtor pays = story.debtor("Paul").owes("P-1", "100.00", "2026-10-30");
        StoryDebtor paysAsAFirm = story.debtor("Pola").with("debtor_type", "BUSINESS");
        paysAsAFirm.owes("P-2", "100.00", "2026-10-30");
        StoryDebtor isFound = story.debtor("Fatma").with("email", "").owes("F-1", "100.00", "2026-10-30");
        StoryDebtor isNotFound = story.debtor("Ulf").with("email", "").owes("U-1", "100.00", "2026-10-30");
        StoryDebtor isBlockedWhileAMessageWaits = story.debtor("Bea").owes("B-1", "100.00", "2026-10-20");
        isBlockedWhileAMessageWaits.isBlocked(BlockReason.DISPUTE);
        StoryDebtor isBlockedForThreeDays = story.debtor("Dirk").owes("D-1", "100.00", "2026-10-30");
        isBlockedForThreeDays.isBlockedUntil("2026-11-03");

        story.until("2026-11-05T10:00");
        isFound.taskCompleted(Map.of("decision", "FOUND", "email", "fatma@example.com"));
        isNotFound.taskCompleted(Map.of("decision", "NOTHING_FOUND"));
        isBlockedWhileAMessageWaits.isFreed();
        paysTheOldest.paysFor("A-1-Alma", "100.00");
        paysTheOldestForAFirm.paysFor("A-1-Alfa", "100.00");
        isPaused.isBlockedUntil("2026-11-20");
        isPausedAsAFirm.isBlockedUntil("2026-11-20");
        pays.pays("100.00");
        paysAsAFirm.pays("100.00");

        story.until("2027-01-11T10:00");
        handover.writesOff(isWrittenOff);
        handover.goesOn(isHandedOver);
    }

    /** Another system reminded him long ago: the next step is due. */
    private void ranElsewhere(String name, String type, String step) {
        atHome(name + "-" + step)
                .with("debtor_type", type)
                .with("dunning_step", step)
                .with("last_reminder_on", "2026-09-10")
                .owes(name + "-" + step, "100.00", "2026-08-10");
    }

    private StoryDebtor paysTheOldest(String name, String type) {
        StoryDebtor debtor = atHome(name)
                .with("debtor_type", type)
                .with("dunning_step", "dunning-notice")
                .with("last_reminder_on", "2026-10-26");
        debtor.owes("A-1-" + name, "100.00", "2026-09-20");
        return debtor.with("dunning_step", "").with("last_reminder_on", "").owes("A-2-" + name, "50.00", "2026-10-30");
    }

    private StoryDebtor atHome(String name) {
        return story.debtor(name)
                .with("street", "Am Bach " + houses++)
                .with("postcode", "50667")
                .with("city", "Köln");
    }
}
