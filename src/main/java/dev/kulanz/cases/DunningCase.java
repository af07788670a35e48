package dev.kulanz.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All overdue open items that one debtor owes one creditor in one currency.
 *
 * @param number e.g. {@code K-2026-000123}: the business key of its process instances
 * @param round counts up when a settled case comes back
 * @param step the last step that reached the debtor; null before the first
 * @param paymentReference ISO 11649 creditor reference (RF) of the case
 * @param firstContactAt when the first reminder is due
 * @param termsId the creditor's terms that held when its round began; null: it ran before there were any
 * @param journey id of the process it runs through; null until it was started
 */
public record DunningCase(
        UUID id,
        String number,
        String creditorId,
        UUID debtorId,
        UUID accountId,
        String currency,
        Status status,
        int round,
        @Nullable String step,
        String paymentReference,
        Instant firstContactAt,
        @Nullable String journey,
        Instant openedAt,
        @Nullable Instant settledAt,
        @Nullable Long termsId) {

    /** Where a case stands. */
    public enum Status {
        OPEN,
        SETTLED,
        /** The agency has it: the debtor hears nothing more from us. */
        HANDED_OVER,
        /** Given up; nothing is asked for any more. */
        WRITTEN_OFF
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }
}
