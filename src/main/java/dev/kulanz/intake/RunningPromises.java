package dev.kulanz.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Takes over what a debtor promised while his case ran in another system. */
public interface RunningPromises {

    /**
     * Notes the promise, unless something stands against it.
     *
     * @param amount in major units of the case's currency
     * @return why it can't be taken, a sentence for a clerk; empty if it was
     */
    Optional<String> take(String caseNumber, BigDecimal amount, LocalDate day);
}
