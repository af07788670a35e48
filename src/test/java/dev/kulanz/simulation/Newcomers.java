package dev.kulanz.simulation;

import dev.kulanz.demo.Reaction;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;

/** Debtors of whom everything is known, some of them reminded by another system. */
final class Newcomers {

    private final Story story;
    private int houses = 1;
    private int numbers = 100;

    Newcomers(Story story) {
        this.story = story;
    }

    StoryDebtor known(String name) {
        return story.debtor(name);
    }

    StoryDebtor atHome(String name) {
        return story.debtor(name)
                .livesAt("Am Bach " + houses++, "50667", "Köln")
                .with("subject", "Regal")
                .with("contract_date", "2026-06-01");
    }

    /** Another system took this step on this day; an empty step: none. */
    StoryDebtor remindedElsewhere(String name, String type, String step, String day) {
        return atHome(name)
                .with("debtor_type", type)
                .with("dunning_step", step)
                .with("last_reminder_on", step.isEmpty() ? "" : day);
    }

    /** A consumer whom it reminded. */
    StoryDebtor remindedElsewhere(String name, String step, String day) {
        return remindedElsewhere(name, "CONSUMER", step, day);
    }

    /** The next step is the call, and it is due. */
    StoryDebtor dueForACall(String name, Reaction reaction) {
        String number = number();
        return remindedElsewhere(name, "plan-offer", "2026-12-28")
                .with("mobile", number)
                .owes(name, "140.00", "2026-11-20")
                .atThePhone(number, reaction);
    }

    /** A telephone number that nobody else has. */
    String number() {
        return "+491713920" + numbers++;
    }
}
