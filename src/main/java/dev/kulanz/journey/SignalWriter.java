package dev.kulanz.journey;

import dev.kulanz.agreements.Promise;
import dev.kulanz.agreements.PromiseConcluded;
import dev.kulanz.agreements.PromiseMade;
import dev.kulanz.cases.BlockLifted;
import dev.kulanz.cases.CaseSettled;
import dev.kulanz.cases.CaseWrittenOff;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.CallEnd;
import dev.kulanz.contact.ContactConcluded;
import dev.kulanz.contact.Purpose;
import dev.kulanz.handover.AgencyAnswered;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns what other modules tell into signals, within their transaction. */
@Component
class SignalWriter {

    private final Signals signals;
    private final Cases cases;

    SignalWriter(Signals signals, Cases cases) {
        this.signals = signals;
        this.cases = cases;
    }

    @EventListener
    void on(CaseSettled event) {
        signals.write(Message.CASE_SETTLED, event.settled().number(), Map.of());
    }

    /** Its ladder ends by itself; what goes on beside it hears the same as when all is paid. */
    @EventListener
    void on(CaseWrittenOff event) {
        signals.write(Message.CASE_SETTLED, event.writtenOff().number(), Map.of());
    }

    @EventListener
    void on(BlockLifted event) {
        signals.write(Message.BLOCK_LIFTED, event.on().number(), Map.of());
    }

    @EventListener
    void on(PromiseMade event) {
        Map<String, Object> variables = new HashMap<>(promise(event.promise()));
        variables.put(CaseVariable.REMIND_AT.id(), moment(event.remindAt()));
        variables.put(CaseVariable.JUDGE_AT.id(), moment(event.judgeAt()));
        signals.write(Message.PROMISE_MADE, event.promise().caseNumber(), variables);
    }

    @EventListener
    void on(PromiseConcluded event) {
        Promise promise = event.promise();
        DunningCase.Status status = cases.get(promise.caseNumber()).status();
        if (status == DunningCase.Status.SETTLED || status == DunningCase.Status.WRITTEN_OFF) {
            return; // CaseSettled ends all that goes on in the case
        }
        Map<String, Object> variables = new HashMap<>(promise(promise));
        variables.put(CaseVariable.PROMISE_OUTCOME.id(), promise.status().name());
        signals.write(Message.PROMISE_CONCLUDED, promise.caseNumber(), variables);
    }

    private static Map<String, Object> promise(Promise promise) {
        return Map.of(CaseVariable.PROMISE.id(), promise.id().toString());
    }

    private static @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @EventListener
    void on(AgencyAnswered event) {
        signals.write(
                Message.AGENCY_ANSWERED,
                event.caseNumber(),
                Map.of(CaseVariable.AGENCY_ANSWER.id(), event.answer().name()));
        // If it is ours again it may stand elsewhere by now, as when a due date moved meanwhile. Both are told side by
        // side:
        // where the ladder moves on first, nobody waits for the answer any more (Switchboard).
        signals.write(Message.STANDING_CHANGED, event.caseNumber(), Map.of());
    }

    @EventListener
    void on(ContactConcluded event) {
        if (event.contact().purpose() == Purpose.DEMAND) {
            signals.write(
                    Message.CONTACT_CONCLUDED,
                    event.contact().caseNumber(),
                    event.contact().id(),
                    variables(event));
        }
    }

    private static Map<String, Object> variables(ContactConcluded event) {
        String outcome = event.outcome().name();
        CallEnd call = event.call();
        return call == null
                ? Map.of(CaseVariable.CONTACT_OUTCOME.id(), outcome)
                : Map.of(
                        CaseVariable.CONTACT_OUTCOME.id(), outcome,
                        CaseVariable.CALL_OUTCOME.id(), call.outcome().heardAs().name(),
                        CaseVariable.CALL_AGAIN.id(), call.again());
    }
}
