package dev.kulanz.contact;

import dev.kulanz.cases.CaseHandedOver;
import dev.kulanz.cases.CaseSettled;
import dev.kulanz.cases.CaseWrittenOff;
import dev.kulanz.cases.DunningCase;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When a case is settled or leaves us, planned demands are cancelled at once. Who paid after hearing from us is thanked,
 * but not for a case that the agency has: there he hears nothing more from us.
 */
@Component
class Settlement {

    private final Outbox outbox;
    private final CaseContacts contacts;
    private final ServiceMessages services;

    Settlement(Outbox outbox, CaseContacts contacts, ServiceMessages services) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.services = services;
    }

    @EventListener
    void on(CaseHandedOver event) {
        outbox.cancelDemands(event.handedOver(), PastOccasions.AT_THE_AGENCY);
    }

    @EventListener
    void on(CaseWrittenOff event) {
        outbox.cancelDemands(event.writtenOff(), PastOccasions.WRITTEN_OFF);
    }

    @EventListener
    void on(CaseSettled event) {
        DunningCase settled = event.settled();
        outbox.cancelDemands(settled, PastOccasions.NOTHING_OWED);
        if (settled.isOpen() && contacts.of(settled.id()).paidSince()) {
            services.send(settled, Step.PAYMENT_THANKS, "");
        }
    }
}
