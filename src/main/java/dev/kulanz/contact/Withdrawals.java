package dev.kulanz.contact;

import dev.kulanz.agreements.PromiseConcluded;
import dev.kulanz.cases.BlockPlaced;
import dev.kulanz.cases.Cases;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes back planned messages that something has overtaken: demands when the whole case is blocked, be it for its person,
 * and what was to be said of a promise that is over.
 */
@Component
class Withdrawals {

    private final Outbox outbox;
    private final Cases cases;
    private final ApplicationEventPublisher events;

    Withdrawals(Outbox outbox, Cases cases, ApplicationEventPublisher events) {
        this.outbox = outbox;
        this.cases = cases;
        this.events = events;
    }

    /** At once, not when they are due: a block may end before, and then other words are fitting. */
    @EventListener
    void on(BlockPlaced event) {
        if (event.block().isOfWholeCase()) {
            outbox.cancelDemands(event.on(), SendGate.BLOCKED)
                    .forEach(contact ->
                            events.publishEvent(new ContactConcluded(contact, ContactConcluded.Outcome.CANCELLED)));
        }
    }

    @EventListener
    void on(PromiseConcluded event) {
        outbox.cancelOf(
                cases.get(event.promise().caseNumber()),
                "promise:" + event.promise().id(),
                PastOccasions.CONCLUDED);
    }
}
