package dev.kulanz.intake;

/** Why a row was refused, as the staging table keeps it. */
enum Refused {
    /** By itself; its messages are known already. */
    ROW("row") {
        @Override
        String message(String id, long otherLine) {
            throw new IllegalStateException("A row that was refused by itself brings its own messages");
        }
    },
    TWO_PERSONS("debtor_id") {
        @Override
        String message(String id, long otherLine) {
            return "Line " + otherLine + " gives another name or birth date for debtor " + Texts.quoted(id)
                    + ". To write to nobody by mistake, no row of this debtor was taken.";
        }
    },
    OTHER_PERSON("debtor_id") {
        @Override
        String message(String id, long otherLine) {
            return "Debtor " + Texts.quoted(id) + " is known here with another name and another birth date. "
                    + "Two persons need two ids.";
        }
    },
    DUPLICATE("invoice_id") {
        @Override
        String message(String id, long otherLine) {
            return "Invoice " + Texts.quoted(id) + " is in this file already, on line " + otherLine + ".";
        }
    },
    OTHER_DEBTOR("invoice_id") {
        @Override
        String message(String id, long otherLine) {
            return "Invoice " + Texts.quoted(id) + " is kept here for another debtor of this creditor.";
        }
    },
    OTHER_CURRENCY("currency") {
        @Override
        String message(String id, long otherLine) {
            return "Invoice " + Texts.quoted(id) + " is kept here in another currency, which can't be changed.";
        }
    };

    private final String field;

    Refused(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }

    /** Whether the message names the debtor; else it names the invoice. */
    boolean concernsDebtor() {
        return field.equals("debtor_id");
    }

    abstract String message(String id, long otherLine);
}
