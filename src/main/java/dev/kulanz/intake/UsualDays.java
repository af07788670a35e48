package dev.kulanz.intake;

import dev.kulanz.cases.LadderStep;

/** How long a debtor usually has to pay after a step, where another system does not tell the day that it gave. */
final class UsualDays {

    private UsualDays() {}

    /** Days of the default ladder; a step between two notices gives those of its reminder. */
    static int of(String step) {
        return switch (LadderStep.of(step).orElseThrow()) {
            case FRIENDLY_REMINDER -> 4;
            case SECOND_REMINDER, DUNNING_NOTICE -> 10;
            case DIGITAL_NUDGE, PLAN_OFFER, VOICEBOT_CALL -> 7;
            case FINAL_NOTICE, HANDOVER_DECISION -> 14;
        };
    }
}
