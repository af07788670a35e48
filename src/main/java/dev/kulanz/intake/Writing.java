package dev.kulanz.intake;

import java.util.EnumSet;
import java.util.Set;

/** What a column holds, as far as it matters for how its text is read. */
enum Writing {
    /** Tells things apart: what can't be seen does not. */
    ID,
    /** Stands in messages and on envelopes: a letter that was lost is missed there. */
    NAME,
    /** Stands in messages. */
    TEXT,
    /** Where somebody is reached. */
    ADDRESS,
    /** A day, a number, a word of a few: read to one form, however it was written. */
    VALUE;

    private static final Set<Column> IDS = EnumSet.of(
            Column.CREDITOR_ID,
            Column.DEBTOR_ID,
            Column.POSTCODE,
            Column.INVOICE_ID,
            Column.CREDITS_INVOICE,
            Column.CONTRACT_ID,
            Column.MANDATE_ID);
    private static final Set<Column> NAMES = EnumSet.of(Column.NAME, Column.CONTACT_NAME, Column.STREET, Column.CITY);
    private static final Set<Column> ADDRESSES =
            EnumSet.of(Column.EMAIL, Column.CONTACT_EMAIL, Column.PHONE, Column.MOBILE);
    private static final Set<Column> TEXTS = EnumSet.of(Column.SUBJECT, Column.SALUTATION);

    static Writing in(Column column) {
        if (IDS.contains(column)) {
            return ID;
        }
        if (NAMES.contains(column)) {
            return NAME;
        }
        if (ADDRESSES.contains(column)) {
            return ADDRESS;
        }
        return TEXTS.contains(column) ? TEXT : VALUE;
    }
}
