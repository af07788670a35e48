package dev.kulanz.receivables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that holds for a person, in all his cases, now and later: while it does, he is not asked for money.
 *
 * @param until the last blocked day; null: until it is lifted
 */
public record PersonBlock(
        UUID id,
        UUID debtorId,
        Reason reason,
        Instant fromAt,
        @Nullable LocalDate until,
        String source,
        @Nullable String note,
        String placedBy) {

    /** What holds for the person. */
    public enum Reason {
        DECEASED,
        INSOLVENCY,
        REPRESENTED,
        HARDSHIP,
        /** Under 18: the claim may be void, and a Mahnung must go to the legal representatives (§§ 106 ff., 131 BGB). */
        MINOR,
        /** Decided by hand, without an end: he does not want to be written to. */
        MANUAL,
        /** An import refused something that may be to his credit: what is owed is not sure. By imports alone, and for days. */
        UNCLEAR_PAYMENT
    }

    /** Whether it holds until this day, or longer; null: for ever. */
    boolean covers(@Nullable LocalDate day) {
        return until == null || (day != null && !day.isAfter(until));
    }
}
