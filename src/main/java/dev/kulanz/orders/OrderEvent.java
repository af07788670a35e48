package dev.kulanz.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order, as it was told.
 *
 * @param externalId the sender's own id; null: told by our own books
 * @param debtorId as the creditor calls him; null: he was not named
 * @param openItemId of this item alone; null: it is told by the invoice
 * @param instalment as the creditor numbers the parts of the invoice; null: all of them
 * @param until the last day on which it is to hold, if the creditor named one
 * @param reason why a debit came back, as an ISO 20022 code
 * @param known whether its invoice was known when it came
 */
record OrderEvent(
        @JsonIgnore UUID id,
        @Nullable String externalId,
        String creditorId,
        @Nullable String debtorId,
        String invoiceId,
        @JsonIgnore @Nullable UUID openItemId,
        @Nullable Integer instalment,
        OrderEventKind kind,
        LocalDate occurredOn,
        @Nullable LocalDate until,
        @Nullable String reason,
        boolean known,
        Instant receivedAt) {

    /** Whether the same was told before under this id. */
    boolean says(OrderEventOrder order) {
        return Objects.equals(debtorId, order.debtorId())
                && invoiceId.equals(order.invoiceId())
                && Objects.equals(instalment, order.instalment())
                && kind == order.kind()
                && occurredOn.equals(order.occurredOn())
                && Objects.equals(until, order.until())
                && Objects.equals(reason, order.reason());
    }

    /** Whether it is about this item of its invoice. */
    boolean isOf(UUID item, @Nullable Integer part, String debtor) {
        return (openItemId == null || openItemId.equals(item))
                && (instalment == null || instalment.equals(part))
                && (debtorId == null || debtorId.equals(debtor));
    }
}
