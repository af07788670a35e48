package dev.kulanz.stories;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.demo.Reaction;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.LocalDate;
import java.util.Map;

/** Two weeks in which each way through a call task is gone. */
final class CallsOfEveryKind {

    private final Story story;
    private int numbers = 100;

    CallsOfEveryKind(Story story) {
        this.story = story;
    }

    /** Begins on Monday, 2 November 2026, in the morning. */
    void happen() {
        StoryDebtor promises = answering("Petra", Reaction.promises(LocalDate.parse("2026-11-20"), "de"));
        StoryDebtor listens = answering("Lars", Reaction.listens("de"));
        StoryDebtor isNeverThere = answering("Nils", new Reaction.NoAnswer());
        StoryDebtor isSomebodyElse = answering("Sina", Reaction.isSomebodyElse("de"));
        StoryDebtor isCalledBack = answering("Cora", Reaction.asksForAPerson("de"));
        StoryDebtor isNotReachedByTheClerk = answering("Nele", Reaction.asksForAPerson("de"));
        StoryDebtor isBlockedBefore = answering("Bert", new Reaction.Busy());
        StoryDebtor isBlockedForADay = answering("Dora", new Reaction.Busy());
        story.until("2026-11-03T09:00");
        isBlockedForADay.isBlockedUntil("2026-11-03");
        for (StoryDebtor debtor : new StoryDebtor[] {
            promises,
            listens,
            isNeverThere,
            isSomebodyElse,
            isCalledBack,
            isNotReachedByTheClerk,
            isBlockedBefore,
            isBlockedForADay
        }) {
            debtor.isDueForACall();
        }
        isBlockedBefore.isBlocked(BlockReason.MANUAL); // its planned call is taken back
        story.until("2026-11-03T12:00");
        isBlockedBefore.isFreed();
        isCalledBack.taskCompleted(Map.of("decision", "TALKED"));
        isNotReachedByTheClerk.taskCompleted(Map.of("decision", "NOT_REACHED"));
        story.until("2026-11-16T12:00");
    }

    private StoryDebtor answering(String name, Reaction reaction) {
        String number = "+491713920" + numbers++;
        return story.debtor(name)
                .with("mobile", number)
                .owes(name, "100.00", "2026-10-30")
                .atThePhone(number, reaction);
    }
}
