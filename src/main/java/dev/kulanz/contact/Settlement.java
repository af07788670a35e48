package dev.kulanz.contact;

import dev.kulanz.cases.CaseSettled;
import dev.kulanz.cases.DunningCase;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a case is settled, planned demands are cancelled at once, and who paid after hearing from us is thanked. */
@Component
class Settlement {

    private final Outbox outbox;
    private final ServiceMessages services;

    Settlement(Outbox outbox, ServiceMessages services) {
        this.outbox = outbox;
        this.services = services;
    }

    @EventListener
    void on(CaseSettled event) {
        DunningCase settled = event.settled();
        outbox.cancelDemands(settled, "nothing is owed any more");
        if (outbox.wasFollowedByPayment(settled)) {
            services.send(settled, Step.PAYMENT_THANKS, "");
        }
    }
}
