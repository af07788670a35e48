package dev.kulanz.payments;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.receivables.Deadlocks;
import dev.kulanz.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * Payments that come back: what they had paid is owed again, and a case that they had settled comes back in the next
 * round, unless a younger one is open, which then asks for it too. It goes on where it stood, after a new day to pay (see
 * {@link #DAYS_TO_PAY}) and its patience.
 */
@Component
public class PaymentReturns {

    /** The message about the return gives so many days to pay again. */
    public static final int DAYS_TO_PAY = 7;

    private final ReturnTaking taking;

    PaymentReturns(ReturnTaking taking) {
        this.taking = taking;
    }

    /**
     * Books a return once; reported again it changes nothing.
     *
     * @return the payment, and whether the return was booked just now
     * @throws Refusal if there is no such payment, or it would have come back before it came
     */
    public Payments.Booked book(ReturnOrder order, CreditorScope scope) {
        return Deadlocks.retried(() -> taking.take(order, scope));
    }
}
