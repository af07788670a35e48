package dev.kulanz.contact;

import java.util.Arrays;
import java.util.Optional;

/** The steps of the ladder and the service occasions, under the names that diagrams, rules and the API use. */
public enum Step {
    FRIENDLY_REMINDER("friendly-reminder", Purpose.DEMAND, false),
    SECOND_REMINDER("second-reminder", Purpose.DEMAND, true),
    DIGITAL_NUDGE("digital-nudge", Purpose.DEMAND, false),
    PLAN_OFFER("plan-offer", Purpose.DEMAND, false),
    VOICEBOT_CALL("voicebot-call", Purpose.DEMAND, false),
    DUNNING_NOTICE("dunning-notice", Purpose.DEMAND, true),
    FINAL_NOTICE("final-notice", Purpose.DEMAND, true),
    PROMISE_CONFIRMATION("promise-confirmation", Purpose.SERVICE, false),
    PROMISE_REMINDER("promise-reminder", Purpose.SERVICE, false),
    CALL_MISSED("call-missed", Purpose.SERVICE, false),
    PAYMENT_THANKS("payment-thanks", Purpose.SERVICE, false),
    PAYMENT_RETURNED("payment-returned", Purpose.SERVICE, false),
    HANDOVER_NOTICE("handover-notice", Purpose.SERVICE, false);

    private final String id;
    private final Purpose purpose;
    private final boolean escalation;

    Step(String id, Purpose purpose, boolean escalation) {
        this.id = id;
        this.purpose = purpose;
        this.escalation = escalation;
    }

    public static Optional<Step> of(String id) {
        return Arrays.stream(values()).filter(step -> step.id.equals(id)).findFirst();
    }

    /**
     * The step with this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Step named(String id) {
        return of(id).orElseThrow(() -> new IllegalArgumentException("There is no step “" + id + "”."));
    }

    public String id() {
        return id;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** A nudge, an offer or a call between two demands: it names the day that was given already. */
    public boolean repeatsTheDay() {
        return this == DIGITAL_NUDGE || this == PLAN_OFFER || this == VOICEBOT_CALL;
    }

    /** Never comes before the last pay-by date + 3 bank days. */
    public boolean isEscalation() {
        return escalation;
    }
}
