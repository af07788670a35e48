package dev.kulanz.intake;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.shared.Said;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether the fields of a credit note make sense together. It is never reminded of: what would be said of that is ignored. What
 * its row says of the person holds all the same.
 */
final class CreditCheck {

    static final Said POSITIVE = Said.of(
            "import.credit.positive",
            "This row names an invoice that it credits, but its amount is not negative. Please write the amount of a "
                    + "credit note with a minus, or leave credits_invoice empty.");

    private static final Said PAID = Said.of(
            "import.credit.paid",
            "What of a credit note is used up or paid out already is written with a minus, too, and is not more than the "
                    + "credit note. Best name only what is left of it in amount, and leave paid empty.");

    private static final Said NOT_REMINDED = Said.of(
            "import.credit.not-reminded",
            "Nobody is reminded of a credit note: what the row says of reminders, promises, blocks of an invoice and fees was left out.");

    private static final Set<Column> OF_REMINDERS = EnumSet.of(
            Column.DUNNING_STEP,
            Column.LAST_REMINDER_ON,
            Column.REMINDERS_SENT,
            Column.FEES_CLAIMED,
            Column.PROMISE_DATE);

    private static final Set<Column> BLOCK = EnumSet.of(Column.BLOCK_REASON, Column.BLOCKED_UNTIL);

    private CreditCheck() {}

    /** @param row with a negative amount */
    static void check(CheckedRow row, LocalDate today) {
        row.ignore(Column.DUE_DATE);
        Set<Column> ignored = EnumSet.copyOf(OF_REMINDERS);
        if (!mayBeOfPerson(row, today)) {
            ignored.addAll(BLOCK);
        }
        boolean reminded = ignored.stream().anyMatch(column -> row.get(column) != null);
        ignored.forEach(row::ignore);
        if (reminded) {
            row.warn(Column.AMOUNT, NOT_REMINDED);
        }
        BigDecimal amount = row.amount(Column.AMOUNT);
        BigDecimal paid = row.amount(Column.PAID);
        if (amount == null || paid == null || paid.signum() == 0) {
            return;
        }
        if (paid.signum() > 0 || paid.compareTo(amount) < 0) {
            row.reject(Column.PAID, PAID);
            return;
        }
        row.set(Column.AMOUNT, amount.subtract(paid).toPlainString());
        row.ignore(Column.PAID);
    }

    /** A reason that can't be read may be one. */
    private static boolean mayBeOfPerson(CheckedRow row, LocalDate today) {
        String reason = row.get(Column.BLOCK_REASON);
        LocalDate until = row.date(Column.BLOCKED_UNTIL);
        if (reason == null) {
            return row.says(Column.BLOCK_REASON);
        }
        return BlockReason.valueOf(reason).ofPerson(until).isPresent() && (until == null || !until.isBefore(today));
    }
}
