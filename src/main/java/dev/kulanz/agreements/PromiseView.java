package dev.kulanz.agreements;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise as the API shows it.
 *
 * @param date the promised day
 * @param judgeOn the bank day on which we look whether it was kept
 * @param rests the whole case, single items, or nothing of it
 * @param restingInvoices those of single items, as long as it is open
 * @param paid what had been paid of it when it was concluded; null while it is open
 */
record PromiseView(
        UUID id,
        String caseNumber,
        BigDecimal amount,
        String currency,
        LocalDate date,
        LocalDate judgeOn,
        Promise.Status status,
        Promise.Source source,
        Promise.Rests rests,
        List<String> restingInvoices,
        Instant madeAt,
        @Nullable BigDecimal paid,
        @Nullable Instant concludedAt) {

    static PromiseView of(Promise promise, Optional<Promise.Rest> rest) {
        return new PromiseView(
                promise.id(),
                promise.caseNumber(),
                promise.amount(),
                promise.currency(),
                promise.promisedOn(),
                promise.judgeOn(),
                promise.status(),
                promise.source(),
                promise.rests(),
                rest.map(Promise.Rest::invoices).orElse(List.of()),
                promise.madeAt(),
                promise.paid(),
                promise.concludedAt());
    }
}
