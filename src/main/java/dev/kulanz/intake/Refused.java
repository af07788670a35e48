package dev.kulanz.intake;

import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Said;

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
    DUPLICATE("invoice_id", "Invoice {0} is in this file already, on line {1}."),
    OTHER_DEBTOR("invoice_id", "Invoice {0} is kept here for another debtor of this creditor."),
    OTHER_CURRENCY("currency", "Invoice {0} is kept here in another currency, which can't be changed."),
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
            "What line {1} says of debtor {0} was not taken, and it may be to his credit: a credit note, or a payment. To "
                    + "demand nothing that is not owed, no other row of this debtor was taken either."),
    BLOCK_PAST(
            "blocked_until",
            "The block of invoice {0} ended in the past. Please correct the day, or leave block_reason and "
                    + "blocked_until empty.");

    private final String field;
    private final String sentence;

    /** @param sentence {0} is the debtor or the invoice, {1} the other line, {2} the other debtor or invoice */
    Refused(String field, String sentence) {
        this.field = field;
        this.sentence = sentence;
    }

    String field() {
        return field;
    }

    /** Whether the message names the debtor; else it names the invoice. */
    boolean concernsDebtor() {
        return field.equals("debtor_id");
    }

    Said message(String id, long otherLine, String otherId) {
        if (this == ROW) {
            throw new IllegalStateException("A row that was refused by itself brings its own messages");
        }
        return Said.of("import.refused." + name(), sentence, Legible.quoted(id), otherLine, Legible.quoted(otherId));
    }
}
