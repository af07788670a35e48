package dev.kulanz.intake;

import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Said;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What there is to say about a row, mostly one that was taken, once it was compared with the others and with what is kept. */
enum Remark {
    CREDIT_REST(
            "amount",
            "This is what is left of credit note {0} after {1} of it were set off here: it stays as it is. A credit note "
                    + "that was lowered needs a number of its own for what is owed again."),
    CREDIT_FREE(
            "amount",
            "{1} of credit note {0} had been set off here against what this file calls settled, and it still has them: they "
                    + "are free again, and what they had covered stays settled."),
    CREDIT_USED_UP(
            "amount",
            "Nothing is left of credit note {0}: {1} of it stay set off here. If it was taken back, so that this is owed "
                    + "again, please send the row with amounts=INVOICE."),
    CREDIT_OF_INVOICE(
            "amount",
            "{0} is the number of an invoice as well: the row is taken as a credit note for it. A number of its own and "
                    + "credits_invoice say it more clearly."),
    CREDIT_OF_UNKNOWN(
            "credits_invoice",
            "Invoice {0} is not known here. The credit is kept for this debtor: it is set off against what is overdue, and "
                    + "what is left of it against that invoice once it comes."),
    INVOICE_AND_CREDIT(
            "invoice_id",
            "{0} is kept as a credit note of {1} as well; both hold, until a complete list (SNAPSHOT) names the credit "
                    + "note no more."),
    READ_AS_REST(
            "amount",
            "The amount of invoice {0} fell by what was paid or credited here, {1}: it was read as what is left of it. A "
                    + "column open_amount or amounts=REMAINING says so for good; amounts=INVOICE says that the invoice "
                    + "itself became lower."),
    READ_AS_INVOICE(
            "amount",
            "Of invoice {0} {1} were paid or credited here; its lower amount was read as the invoice's full amount, from "
                    + "which they are deducted. If it is what is left of it, please say so: in a column open_amount or with "
                    + "amounts=REMAINING."),
    OLDER_LIST(
            "amount",
            "Less is open here of invoice {0}, as {1} were paid or credited here that this list does not know of yet: "
                    + "nothing was changed."),
    PAID_WITH_CREDIT(
            "paid",
            "What is paid of invoice {0} is taken to contain {1} of a credit note that was set off here. If the credit note "
                    + "is open still, please name it in the file as well."),
    CLEARED_BY_ZERO("amount", "Nothing is open of invoice {0} any more: it counts as cleared."),
    OF_PERSON(
            "debtor_id",
            "The row was not taken, but what it says of debtor {0} himself is: he is asked for nothing as long as it holds."),
    PAUSED(
            "debtor_id",
            "What this row says may be to the credit of debtor {0}, who owes something here: he is asked for nothing for seven "
                    + "days. Please correct the row and send it again: once it is taken under its number, or a complete list "
                    + "(SNAPSHOT) leaves nothing of his in doubt, this is over.");

    private final String field;
    private final String sentence;

    /** @param sentence {0} is the number, {1} an amount */
    Remark(String field, String sentence) {
        this.field = field;
        this.sentence = sentence;
    }

    RowMessage of(long line, String number, @Nullable BigDecimal amount) {
        return new RowMessage(
                line,
                field,
                Said.of("import.remark." + name(), sentence, Legible.quoted(number), amount == null ? "" : amount));
    }
}
