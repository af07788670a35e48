package dev.kulanz.intake;

import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Said;
import java.util.EnumSet;
import java.util.Set;

/** Why a row was refused, as the staging table keeps it. */
enum Refused {
    /** By itself; its messages are known already. */
    ROW("row", ""),
    TWO_PERSONS(
            "debtor_id",
            "Line {1} gives another name or birth date for debtor {0}. To write to nobody by mistake, no row "
                    + "of this debtor was taken."),
    OTHER_PERSON(
            "debtor_id",
            "Debtor {0} is known here with another name and another birth date. Two persons need two ids."),
    DEBTOR_ZEROS(
            "debtor_id",
            "Debtor {0} differs from {2} only by zeros at its start, and the name, an address, an invoice or amount and day "
                    + "are the same: one of the two ids probably lost its zeros in a spreadsheet. To demand nothing "
                    + "twice, no row of this id was taken. Please write it as {2}."),
    INVOICE_ZEROS(
            "invoice_id",
            "Invoice {0} differs from {2} only by zeros at its start, and the debtor or amount and days are the same: one "
                    + "of the two numbers probably lost its zeros in a spreadsheet. To demand nothing twice, this row "
                    + "was not taken. Please write it as {2}."),
    ZERO("amount", "The amount is zero: there is nothing to remind of."),
    DUPLICATE("invoice_id", "Invoice {0} is in this file already, on line {1}."),
    OTHER_DEBTOR("invoice_id", "Invoice {0} is kept here for another debtor of this creditor."),
    OTHER_CURRENCY("currency", "Invoice {0} is kept here in another currency, which can't be changed."),
    CREDITS_OTHER_DEBTOR(
            "credits_invoice",
            "Invoice {0}, which this credit note is for, belongs to another debtor of this creditor: please check the two."),
    CREDITS_OTHER_CURRENCY(
            "credits_invoice",
            "Invoice {0}, which this credit note is for, is in another currency: please check the two."),
    WHICH_INSTALMENT(
            "due_date",
            "Which part of invoice {0} is meant can't be told: none that is kept here and owed has this due date. Please "
                    + "number the parts in the column instalment, or name all of them."),
    BESIDE_REFUSED(
            "due_date",
            "Line {1} names a part of invoice {0}, too, and was not taken. Whether this row is that part with another due date "
                    + "or another part can't be told without it: please correct that line and send both again, or number the "
                    + "parts in the column instalment."),
    TOGETHER(
            "amount",
            "The amount holds more than this part of invoice {0}: others are owed here that this file does not name, and they "
                    + "would be asked for twice. If they were put together, please name the others with an amount of zero, "
                    + "or send the complete list (SNAPSHOT)."),
    TWO_MEANINGS(
            "amount",
            "The amount of invoice {0} is now exactly what was left here after what was paid, and the row names a payment "
                    + "as well. It can be what is left of the invoice, or its new amount from which the payment is still to "
                    + "be taken. Please name what is left in the column open_amount, or say what the amounts of "
                    + "the whole file are: the invoices’ own (amounts=INVOICE) or what is left (amounts=REMAINING)."),
    PAID_OR_CREDITED(
            "paid",
            "A credit note that this file does not name is set off here against invoice {0}: what it calls paid may contain "
                    + "that or not. Please name the credit note in the file as well, or only what is left of the invoice: in "
                    + "the column open_amount, with amount and paid empty."),
    REMINDED_BEFORE_DUE(
            "last_reminder_on",
            "The last reminder of invoice {0} is from before its due date, so it does not count (§ 286 BGB). "
                    + "Please correct the day, or leave dunning_step, last_reminder_on and reminders_sent empty: then "
                    + "it begins with the friendly reminder."),
    PROMISE_PAST(
            "promise_date",
            "The day on which invoice {0} was to be paid by promise is past. Please leave it empty; where "
                    + "the dunning stands says dunning_step."),
    HELD(
            "debtor_id",
            "What line {1} says of debtor {0}, or of an invoice of his, was not taken, and it may be to his credit: a credit "
                    + "note, or a payment. To demand nothing that is not owed, no invoice of this debtor was taken either: "
                    + "please correct that line and send them again."),
    BLOCK_PAST(
            "blocked_until",
            "The block of invoice {0} ended in the past. Please correct the day, or leave block_reason and "
                    + "blocked_until empty.");

    private final String field;
    private final String sentence;

    /** @param sentence {0} is the debtor or an invoice, {1} the other line, {2} the other debtor or invoice */
    Refused(String field, String sentence) {
        this.field = field;
        this.sentence = sentence;
    }

    String field() {
        return field;
    }

    /** The column of the staging table whose value the message names: a debtor, or an invoice. */
    String concerns() {
        return field.equals("debtor_id") || field.equals("credits_invoice") ? field : "invoice_id";
    }

    /** Whether only the invoice is in doubt: what the row says of the person holds all the same. */
    boolean isSureOfPerson() {
        return switch (this) {
            case ROW, TWO_PERSONS, OTHER_PERSON, DEBTOR_ZEROS, OTHER_DEBTOR, CREDITS_OTHER_DEBTOR -> false;
            case INVOICE_ZEROS,
                    ZERO,
                    DUPLICATE,
                    OTHER_CURRENCY,
                    CREDITS_OTHER_CURRENCY,
                    WHICH_INSTALMENT,
                    BESIDE_REFUSED,
                    TOGETHER,
                    TWO_MEANINGS,
                    PAID_OR_CREDITED,
                    REMINDED_BEFORE_DUE,
                    PROMISE_PAST,
                    HELD,
                    BLOCK_PAST -> true;
        };
    }

    /** Whom it may be to the credit of, if it is to a debtor's credit at all: who may be meant by its ids. */
    Set<Favoured> favours() {
        return switch (this) {
            case DEBTOR_ZEROS -> EnumSet.of(Favoured.WITH_ZEROS, Favoured.OWNER);
            // whose the invoice is was not asked, or is somebody else than the row says
            case ROW, TWO_PERSONS, OTHER_PERSON, INVOICE_ZEROS, DUPLICATE, OTHER_DEBTOR, CREDITS_OTHER_DEBTOR ->
                EnumSet.of(Favoured.NAMED, Favoured.OWNER);
            // the invoice is his, or nobody's
            case ZERO,
                    OTHER_CURRENCY,
                    CREDITS_OTHER_CURRENCY,
                    WHICH_INSTALMENT,
                    BESIDE_REFUSED,
                    TOGETHER,
                    TWO_MEANINGS,
                    PAID_OR_CREDITED,
                    REMINDED_BEFORE_DUE,
                    PROMISE_PAST,
                    HELD,
                    BLOCK_PAST -> EnumSet.of(Favoured.NAMED);
        };
    }

    Said message(String id, long otherLine, String otherId) {
        if (this == ROW) {
            throw new IllegalStateException("A row that was refused by itself brings its own messages");
        }
        return Said.of("import.refused." + name(), sentence, Legible.quoted(id), otherLine, Legible.quoted(otherId));
    }
}
