package dev.kulanz.contact;

import dev.kulanz.payments.PaymentReturned;
import dev.kulanz.payments.PaymentReturns;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a debtor that his payment came back, and gives him a new day; whoever the agency writes to hears nothing of us. */
@Component
class ReturnMessages {

    private final ServiceMessages services;

    ReturnMessages(ServiceMessages services) {
        this.services = services;
    }

    @EventListener
    void on(PaymentReturned event) {
        if (event.of().isOpen()) {
            services.send(
                    event.of(),
                    Step.PAYMENT_RETURNED,
                    "payment:" + event.payment().id(),
                    PaymentReturns.DAYS_TO_PAY);
        }
    }
}
