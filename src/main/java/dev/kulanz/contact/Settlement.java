package dev.kulanz.contact;

import dev.kulanz.cases.CaseSettled;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.receivables.Creditors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a case is settled, planned demands are cancelled at once, and who paid after hearing from us is thanked. */
@Component
class Settlement {

    private final Outbox outbox;
    private final Creditors creditors;
    private final ChannelAdapter adapter;

    Settlement(Outbox outbox, Creditors creditors, ChannelAdapter adapter) {
        this.outbox = outbox;
        this.creditors = creditors;
        this.adapter = adapter;
    }

    @EventListener
    void on(CaseSettled event) {
        DunningCase settled = event.settled();
        outbox.cancelDemands(settled, "nothing is owed any more");
        var creditor = creditors.recent(settled.creditorId());
        if (outbox.wasFollowedByPayment(settled)
                && creditor.uses(Channel.EMAIL.name())
                && adapter.carries(Channel.EMAIL)) {
            outbox.enqueue(
                    settled.number(),
                    new Outbox.Plan(Step.PAYMENT_THANKS, new Choice(Channel.EMAIL, "friendly", "standard", 1), null));
        }
    }
}
