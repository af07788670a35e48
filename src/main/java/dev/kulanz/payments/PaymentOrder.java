package dev.kulanz.payments;

import dev.kulanz.shared.Amounts;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import dev.kulanz.shared.Unseen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment that another system or a clerk reports.
 *
 * @param externalId the sender's own id: the same payment may be sent again without harm
 * @param debtorId the creditor's id of the debtor
 * @param invoiceId what the debtor wants to pay (§ 366 I BGB); null: the oldest due first
 * @param amount in major units, greater than zero
 * @param valueDate day of credit to the creditor's account
 */
public record PaymentOrder(
        String externalId,
        String creditorId,
        String debtorId,
        @Nullable String invoiceId,
        BigDecimal amount,
        String currency,
        LocalDate valueDate,
        @Nullable String reference) {

    private static final int LONGEST_ID = 140;
    private static final int LONGEST_REFERENCE = 500;

    /** Ids are folded as everywhere, so that the debtor and the invoice are found that an import brought in. */
    public PaymentOrder {
        externalId = folded(externalId);
        creditorId = folded(creditorId);
        debtorId = folded(debtorId);
        invoiceId = invoiceId == null ? null : Unseen.foldedId(invoiceId);
        List<FieldError> errors = new ArrayList<>();
        require(errors, "externalId", externalId);
        require(errors, "creditorId", creditorId);
        require(errors, "debtorId", debtorId);
        require(errors, "currency", currency);
        check(errors, "invoiceId", invoiceId, LONGEST_ID);
        check(errors, "reference", reference, LONGEST_REFERENCE);
        if (valueDate == null) {
            errors.add(new FieldError(
                    "valueDate", Said.of("payment.day.none", "Please give the day of credit, e.g. 2026-11-22.")));
        }
        if (amount == null) {
            errors.add(new FieldError("amount", Said.of("payment.amount.none", "Please give the amount, e.g. 49.90.")));
        } else if (!Amounts.fits(amount)) {
            errors.add(new FieldError("amount", Amounts.DIGITS));
        } else if (amount.signum() <= 0) {
            errors.add(new FieldError(
                    "amount",
                    Said.of(
                            "payment.amount.positive",
                            "A payment is greater than zero; this one is {0}.",
                            amount.toPlainString())));
        } else if (currency != null && !Amounts.fits(amount, currency)) {
            errors.add(new FieldError(
                    "amount", Said.of("amount.decimals", "The amount has more decimals than {0} has.", currency)));
        }
        if (!errors.isEmpty()) {
            throw Refusal.unacceptable(
                    Said.of("payment.not", "This payment can't be booked."), "This payment can't be booked.", errors);
        }
    }

    @SuppressWarnings("NullAway") // whoever sends JSON may leave it out: that is told below
    private static String folded(String id) {
        return id == null ? null : Unseen.foldedId(id);
    }

    private static void require(List<FieldError> errors, String field, @Nullable String value) {
        if (value == null || Legible.isBlank(value)) {
            errors.add(new FieldError(field, Said.of("field.none", "Please give {0}.", field)));
        }
        check(errors, field, value, LONGEST_ID);
    }

    private static void check(List<FieldError> errors, String field, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            errors.add(new FieldError(field, Said.of("line.long", "At most {0} characters.", longest)));
        }
        if (value != null && !Legible.isLine(value)) {
            errors.add(new FieldError(field, Said.of("line", "One line without control characters, please.")));
        }
    }
}
