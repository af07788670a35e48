package dev.kulanz.orders;

import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Said;
import dev.kulanz.shared.Unseen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What another system tells of an order.
 *
 * @param externalId the sender's own id: the same event may be sent again without harm
 * @param debtorId the creditor's id of the debtor; may be left out, the invoice names him
 * @param instalment one part of the invoice, as the creditor numbers them; null: all
 * @param occurredOn of a debit that is presented the day on which the bank collects it; of all others the day that it happened
 * @param until the last day on which it is to hold; null: the usual days
 * @param reason why a debit came back, as an ISO 20022 code such as AM04
 */
record OrderEventOrder(
        String externalId,
        String creditorId,
        @Nullable String debtorId,
        String invoiceId,
        @Nullable Integer instalment,
        OrderEventKind kind,
        LocalDate occurredOn,
        @Nullable LocalDate until,
        @Nullable String reason) {

    private static final int LONGEST_ID = 140;
    private static final int MOST_PARTS = 9_999;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4}");

    /** How far ahead a debit is announced: two weeks are usual (pre-notification), and some creditors present a quarter. */
    private static final int FORESEEN_DAYS = 100;

    private static final int LONGEST_DAYS = 366;

    /** Ids are folded as everywhere, so that the invoice is found that an import brought in. */
    OrderEventOrder {
        externalId = folded(externalId);
        creditorId = folded(creditorId);
        invoiceId = folded(invoiceId);
        debtorId = debtorId == null ? null : Unseen.foldedId(debtorId);
    }

    @SuppressWarnings("NullAway") // whoever sends JSON may leave it out: that is told below
    private static String folded(String id) {
        return id == null ? null : Unseen.foldedId(id);
    }

    /** What is wrong with it, whatever it is about. */
    List<FieldError> errors(LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        require(errors, "externalId", externalId);
        require(errors, "creditorId", creditorId);
        require(errors, "invoiceId", invoiceId);
        check(errors, "debtorId", debtorId);
        if (instalment != null && (instalment < 1 || instalment > MOST_PARTS)) {
            errors.add(new FieldError("instalment", Said.of("order.part", "A part has a number from 1 to 9999.")));
        }
        if (kind == null) {
            errors.add(
                    new FieldError("kind", Said.of("order.kind", "Please say what happened, e.g. RETURN_RECEIVED.")));
        }
        checkDays(errors, today);
        if (reason != null && !CODE.matcher(reason).matches()) {
            errors.add(new FieldError(
                    "reason", Said.of("order.reason", "A reason is a code of four characters such as AM04.")));
        }
        return errors;
    }

    private void checkDays(List<FieldError> errors, LocalDate today) {
        if (occurredOn == null) {
            errors.add(
                    new FieldError("occurredOn", Said.of("order.day.none", "Please give the day, e.g. 2026-11-22.")));
            return;
        }
        LocalDate latest = kind != null && kind.isForeseen() ? today.plusDays(FORESEEN_DAYS) : today;
        if (occurredOn.isBefore(EARLIEST) || occurredOn.isAfter(latest)) {
            errors.add(new FieldError(
                    "occurredOn",
                    Said.of(
                            "order.day",
                            "It happened between 1990 and {0}; {1} does not lie there.",
                            latest,
                            occurredOn)));
        }
        if (until != null && (kind == null || !kind.holds())) {
            errors.add(
                    new FieldError("until", Said.of("order.until.none", "This event holds nothing: no day ends it.")));
        } else if (until != null && (until.isBefore(occurredOn) || until.isAfter(occurredOn.plusDays(LONGEST_DAYS)))) {
            errors.add(new FieldError(
                    "until",
                    Said.of("order.until", "It holds from its day on, for up to a year; {0} is not there.", until)));
        }
    }

    private static void require(List<FieldError> errors, String field, @Nullable String value) {
        if (value == null || Legible.isBlank(value)) {
            errors.add(new FieldError(field, Said.of("field.none", "Please give {0}.", field)));
        }
        check(errors, field, value);
    }

    private static void check(List<FieldError> errors, String field, @Nullable String value) {
        if (value != null && value.length() > LONGEST_ID) {
            errors.add(new FieldError(field, Said.of("line.long", "At most {0} characters.", LONGEST_ID)));
        }
        if (value != null && (!Legible.isLine(value) || Legible.isBlank(value))) {
            errors.add(new FieldError(field, Said.of("line", "One line without control characters, please.")));
        }
    }
}
