package dev.kulanz.journey;

import dev.kulanz.agreements.Promise;
import dev.kulanz.agreements.PromiseConcluded;
import dev.kulanz.agreements.PromiseMade;
import dev.kulanz.cases.BlockLifted;
import dev.kulanz.cases.CaseSettled;
import dev.kulanz.contact.ContactConcluded;
import dev.kulanz.contact.Purpose;
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

    SignalWriter(Signals signals) {
        this.signals = signals;
    }

    @EventListener
    void on(CaseSettled event) {
        signals.write(Message.CASE_SETTLED, event.settled().number(), Map.of());
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
        Map<String, Object> variables = new HashMap<>(promise(event.promise()));
        variables.put(
                CaseVariable.PROMISE_OUTCOME.id(), event.promise().status().name());
        signals.write(Message.PROMISE_CONCLUDED, event.promise().caseNumber(), variables);
    }

    private static Map<String, Object> promise(Promise promise) {
        return Map.of(CaseVariable.PROMISE.id(), promise.id().toString());
    }

    private static @Nullable String moment(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @EventListener
    void on(ContactConcluded event) {
        if (event.contact().purpose() == Purpose.DEMAND) {
            signals.write(
                    Message.CONTACT_CONCLUDED,
                    event.contact().caseNumber(),
                    Map.of(CaseVariable.CONTACT_OUTCOME.id(), event.outcome().name()));
        }
    }
}
