package dev.kulanz.agreements;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise to pay: an amount, and the day by which it is to be paid.
 *
 * @param amount in major units
 * @param promisedOn the day that was said, whatever day of the week it is
 * @param judgeOn the bank day on whose opening we look whether it was kept: the one after three bank days of grace
 * @param madeBy name of the user who noted it
 * @param blockId the block of the whole case that holds as long as the promise is open; null: it does not rest all of it
 * @param rests what rests meanwhile
 * @param paid what had been paid of it when it was concluded; null while it is open
 */
public record Promise(
        UUID id,
        UUID caseId,
        String caseNumber,
        int round,
        BigDecimal amount,
        String currency,
        LocalDate promisedOn,
        LocalDate judgeOn,
        Status status,
        Source source,
        Instant madeAt,
        String madeBy,
        @Nullable UUID blockId,
        Rests rests,
        @Nullable BigDecimal paid,
        @Nullable Instant concludedAt) {

    /** What became of a promise. */
    public enum Status {
        OPEN,
        /** All of it was paid, or the case was settled. */
        KEPT,
        PARTLY_KEPT,
        /** Nothing of it was paid. */
        BROKEN,
        /** The debtor promised something else in its place. */
        REPLACED,
        /** The case was written off: nobody waits for the money any more. */
        LAPSED,
        /** We ended it before its day: the debtor broke nothing, and is told before he is asked again. */
        WITHDRAWN
    }

    /** What rests because of a promise. */
    public enum Rests {
        /** The whole case: nothing is asked for. */
        CASE,
        /** Single items: those that it pays in full, the oldest first. The others are asked for. */
        ITEMS,
        /** It is less than the least share, and pays no item in full. */
        NOTHING
    }

    /**
     * What rests of a promise that does not rest the whole case.
     *
     * @param invoices that rest, in whole or in part; empty: nothing does
     * @param goesOn what is open besides and may be asked for, in major units
     */
    public record Rest(List<String> invoices, BigDecimal goesOn) {}

    /** By which door a promise came in. */
    public enum Source {
        API,
        DESK,
        CALL,
        /** Made while another system dunned; it came with the items. */
        IMPORT
    }

    /** Whether nothing of the case is asked for until it is judged. */
    public boolean restsCase() {
        return rests == Rests.CASE;
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Whether it is one of those that a case may make: what we ended before its day is not the debtor's doing. */
    boolean counts() {
        return status != Status.WITHDRAWN;
    }

    /** What a message about it is about. */
    String occasion() {
        return "promise:" + id;
    }

    /** Whether this is the same promise, said once more. */
    boolean says(@Nullable BigDecimal otherAmount, @Nullable LocalDate otherDay) {
        return otherAmount != null && amount.compareTo(otherAmount) == 0 && promisedOn.equals(otherDay);
    }

    /** What became of it, once the grace is over and this much was paid. */
    Status judged(BigDecimal paidOfIt) {
        if (paidOfIt.compareTo(amount) >= 0) {
            return Status.KEPT;
        }
        return paidOfIt.signum() > 0 ? Status.PARTLY_KEPT : Status.BROKEN;
    }
}
