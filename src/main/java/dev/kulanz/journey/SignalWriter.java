package dev.kulanz.journey;

import dev.kulanz.cases.BlockLifted;
import dev.kulanz.cases.CaseSettled;
import dev.kulanz.contact.ContactConcluded;
import dev.kulanz.contact.Purpose;
import dev.kulanz.handover.AgencyAnswered;
import java.util.Map;
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
    void on(AgencyAnswered event) {
        signals.write(
                Message.AGENCY_ANSWERED,
                event.caseNumber(),
                Map.of(CaseVariable.AGENCY_ANSWER.id(), event.answer().name()));
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
