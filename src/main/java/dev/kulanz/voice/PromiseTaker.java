package dev.kulanz.voice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Takes a promise that was made on the phone. */
interface PromiseTaker {

    /** The last day that may be promised in this case; empty: nothing may be promised any more. */
    Optional<LocalDate> latestDay(String caseNumber);

    /**
     * Takes the promise, within the present transaction.
     *
     * @return false if it can't be accepted, and then nothing was changed
     */
    boolean take(String caseNumber, BigDecimal amount, LocalDate day);
}
