package dev.kulanz.intake;

import dev.kulanz.shared.Said;
import java.math.BigDecimal;

/**
 * What a row says is still open. Beside the invoice's amount it says what was paid; alone it is the row's amount, and stays
 * as a mark that this is what is left.
 */
final class OpenAmountCheck {

    private static final Said CONTRADICTS = Said.of(
            "import.open.contradicts",
            "What is open lies between zero and the amount, and is the amount less what was paid: please check the three.");

    private OpenAmountCheck() {}

    static void check(CheckedRow row) {
        BigDecimal open = row.amount(Column.OPEN_AMOUNT);
        if (open == null) {
            return;
        }
        BigDecimal amount = row.amount(Column.AMOUNT);
        if (amount == null && row.says(Column.AMOUNT)) {
            return; // it can't be read, and is refused for that
        }
        BigDecimal whole = amount == null ? open : amount;
        if (open.signum() * whole.signum() < 0 || open.abs().compareTo(whole.abs()) > 0) {
            row.reject(Column.OPEN_AMOUNT, CONTRADICTS);
        } else if (amount == null || amount.signum() <= 0) {
            row.ignore(Column.AMOUNT);
            row.set(Column.AMOUNT, open.toPlainString());
            row.ignore(Column.PAID);
        } else {
            BigDecimal paid = row.amount(Column.PAID);
            if (paid != null && paid.compareTo(amount.subtract(open)) != 0) {
                row.reject(Column.OPEN_AMOUNT, CONTRADICTS);
                return;
            }
            row.set(Column.PAID, amount.subtract(open).toPlainString());
            row.ignore(Column.OPEN_AMOUNT);
        }
    }
}
