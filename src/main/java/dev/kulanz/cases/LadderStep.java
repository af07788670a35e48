package dev.kulanz.cases;

import java.util.Arrays;
import java.util.Optional;

/**
 * The steps that a ladder may have, in their order. A ladder may leave some out, but not change the order: where an item
 * stands is told by the notices it had.
 */
public enum LadderStep {
    FRIENDLY_REMINDER("friendly-reminder", true),
    SECOND_REMINDER("second-reminder", true),
    DIGITAL_NUDGE("digital-nudge", false),
    PLAN_OFFER("plan-offer", false),
    VOICEBOT_CALL("voicebot-call", false),
    DUNNING_NOTICE("dunning-notice", true),
    FINAL_NOTICE("final-notice", true),
    HANDOVER_DECISION("handover-decision", false);

    private final String id;
    private final boolean notice;

    LadderStep(String id, boolean notice) {
        this.id = id;
        this.notice = notice;
    }

    /** The step with this name; empty for service occasions, which are no steps. */
    public static Optional<LadderStep> of(String id) {
        return Arrays.stream(values()).filter(step -> step.id.equals(id)).findFirst();
    }

    /** The name in diagrams, rules and the API. */
    public String id() {
        return id;
    }

    /**
     * A reminder that does not fit, or that nobody finds an address for, is left out. The Mahnung and the final notice are
     * not: a hand-over rests on them. The ladder comes back to the Mahnung before the step behind it; behind a final notice
     * only the hand-over comes, which names it as missing and is not released.
     */
    public boolean mayBeLeftOut() {
        return this != DUNNING_NOTICE && this != FINAL_NOTICE && this != HANDOVER_DECISION;
    }

    /** A written demand of its own, which no item may miss; the others come between and repeat what was said. */
    public boolean isNotice() {
        return notice;
    }
}
