package dev.kulanz.orders;

/** What happened to an order. Of one matter and one day the later one here counts. */
enum OrderEventKind {
    /** The bank collects it on this day, which may lie ahead. */
    DEBIT_PRESENTED(Matter.DEBIT),
    /** The bank or the debtor took it back. */
    DEBIT_RETURNED(Matter.DEBIT),
    MANDATE_REVOKED(Matter.DEBIT),
    RETURN_ANNOUNCED(Matter.RETURN),
    RETURN_RECEIVED(Matter.RETURN),
    NOT_DELIVERED(Matter.DELIVERY),
    DELIVERED(Matter.DELIVERY),
    CANCELLED(Matter.CANCELLATION);

    /** What it is about: of each, the last event says how it stands. */
    enum Matter {
        DEBIT,
        RETURN,
        DELIVERY,
        CANCELLATION
    }

    private final Matter matter;

    OrderEventKind(Matter matter) {
        this.matter = matter;
    }

    Matter matter() {
        return matter;
    }

    /** Whether it can be told before its day. */
    boolean isForeseen() {
        return this == DEBIT_PRESENTED;
    }

    /** Whether it holds anything, so that somebody may name its end. */
    boolean holds() {
        return switch (this) {
            case DEBIT_PRESENTED, RETURN_ANNOUNCED, RETURN_RECEIVED, NOT_DELIVERED, CANCELLED -> true;
            case DEBIT_RETURNED, MANDATE_REVOKED, DELIVERED -> false;
        };
    }
}
