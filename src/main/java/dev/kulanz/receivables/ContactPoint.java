package dev.kulanz.receivables;

import java.util.UUID;

/**
 * Where a debtor can be reached.
 *
 * @param value an e-mail address, or a phone number in E.164
 */
public record ContactPoint(UUID id, UUID debtorId, Kind kind, String value, String source, Status status) {

    /** What sort of contact point. */
    public enum Kind {
        EMAIL,
        PHONE,
        MOBILE
    }

    /** Whether it may be used. */
    public enum Status {
        USABLE,
        /** A message could not be delivered there. */
        FAILED,
        /** The debtor does not want to be reached there, or it is another person's. */
        WITHDRAWN
    }

    public boolean usable() {
        return status == Status.USABLE;
    }
}
