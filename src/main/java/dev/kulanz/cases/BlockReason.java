package dev.kulanz.cases;

import dev.kulanz.receivables.PersonBlock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a case or item is not dunned for a while (Mahnsperre). */
public enum BlockReason {
    PROMISE,
    PLAN,
    DISPUTE,
    HARDSHIP,
    REPLY,
    /** Placed by hand it is about a case or an invoice; an import that lacks a credit says it of the person. */
    UNCLEAR_PAYMENT,
    REPRESENTED,
    INSOLVENCY,
    DECEASED,
    /** Under 18. */
    MINOR,
    /** Without an end it is for the person: he does not want to be written to. */
    MANUAL,
    /** A good part was paid: the ladder rests a few days. */
    PART_PAYMENT,
    /** A clerk, or the agency, gave the case back from the hand-over. */
    RETURNED,
    /** A debit is awaited; with the four that follow it is about an item, in a case or not, and told by the creditor's systems. */
    DIRECT_DEBIT,
    RETURN_ANNOUNCED,
    RETURN_RECEIVED,
    NOT_DELIVERED,
    CANCELLED,
    /** Another system says of a block or a promise that is about to be taken over; placed and ended by the import alone. */
    TAKE_OVER;

    private static final List<BlockReason> PLACEABLE = Arrays.stream(values())
            .filter(one -> one != TAKE_OVER && !one.isOfOrder())
            .toList();

    /** Those that somebody may give. */
    public static List<BlockReason> placeable() {
        return PLACEABLE;
    }

    /**
     * What it says of the person, if it says something of him and not of one case or invoice.
     *
     * @param until the last blocked day; null: until it is lifted
     */
    public Optional<PersonBlock.Reason> ofPerson(@Nullable LocalDate until) {
        return Stream.of(PersonBlock.Reason.values())
                .filter(reason -> reason.name().equals(name()))
                .filter(reason -> this != MANUAL || until == null)
                .filter(reason -> this != UNCLEAR_PAYMENT)
                .findFirst();
    }

    /** Whether it holds an item wherever that is, and is kept with the item and not with a case. */
    public boolean isOfOrder() {
        return switch (this) {
            case DIRECT_DEBIT, RETURN_ANNOUNCED, RETURN_RECEIVED, NOT_DELIVERED, CANCELLED -> true;
            default -> false;
        };
    }

    /** Nothing is asked for, but who wants to pay is welcome: what is owed is clear, only the time is open. */
    public boolean welcomesPayment() {
        return this == PROMISE || this == PLAN || this == PART_PAYMENT || this == RETURNED || this == TAKE_OVER;
    }
}
