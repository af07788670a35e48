package dev.kulanz.receivables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open item and what is still owed of it.
 *
 * @param openAmount in major units of the account's currency; negative if more than the amount was paid
 * @param creditedAmount what credit notes took off it
 * @param givenInstalment the number that the creditor gave this part of its invoice; null: none, the due date tells it apart
 * @param instalments how many parts of its invoice are kept; there may be more of which we do not know
 */
public record ItemBalance(
        UUID id,
        UUID accountId,
        String invoiceId,
        @Nullable LocalDate invoiceDate,
        LocalDate dueDate,
        @Nullable String subject,
        BigDecimal originalAmount,
        BigDecimal openAmount,
        BigDecimal creditedAmount,
        @Nullable Integer givenInstalment,
        int instalments) {

    /** What was paid of it or settled elsewhere; what credit notes took off it is not among it. */
    public BigDecimal paidAmount() {
        return originalAmount.subtract(openAmount).subtract(creditedAmount);
    }

    /** Whether its invoice falls due in parts, of which this is one. */
    public boolean isPart() {
        return givenInstalment != null || instalments > 1;
    }

    public boolean isOpen() {
        return openAmount.signum() > 0;
    }

    /** Overdue from the day after the due date. */
    public boolean isOverdue(LocalDate today) {
        return isOpen() && dueDate.isBefore(today);
    }
}
