package dev.kulanz.contact;

import dev.kulanz.cases.DunningCase;

/** Makes the calls that the outbox lets go. */
public interface Caller {

    /** Whether calls can be placed in the name of this creditor: there is a telephone, and he wants calls. */
    boolean hasTelephone(String creditorId);

    /** Makes a call and says what happened; outside any transaction, as it may take minutes. Never throws. */
    CallReport call(OutgoingCall call);

    /**
     * Does what follows from a call, within the transaction that notes it; the case is open and locked.
     *
     * @return what became of the call after all, as when a promise can't be accepted any more
     */
    CallReport settle(DunningCase of, Contact contact, CallReport report);
}
