package dev.kulanz.payments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A booked payment. Amount in major units of the currency. */
public record Payment(
        UUID id,
        String externalId,
        String creditorId,
        String debtorId,
        @JsonIgnore UUID accountId,
        @Nullable String invoiceId,
        BigDecimal amount,
        String currency,
        LocalDate valueDate,
        @Nullable String reference,
        Instant bookedAt) {

    boolean says(PaymentOrder order) {
        return debtorId.equals(order.debtorId())
                && java.util.Objects.equals(invoiceId, order.invoiceId())
                && amount.compareTo(order.amount()) == 0
                && currency.equals(order.currency())
                && valueDate.equals(order.valueDate())
                && java.util.Objects.equals(reference, order.reference());
    }
}
