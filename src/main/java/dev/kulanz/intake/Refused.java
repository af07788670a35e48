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
    },
    REMINDED_BEFORE_DUE("last_reminder_on") {
        @Override
        String message(String id, long otherLine) {
            return "The last reminder of invoice " + Texts.quoted(id) + " is from before its due date, so it does not "
                    + "count (§ 286 BGB). Please correct the day, or leave dunning_step, last_reminder_on and "
                    + "reminders_sent empty: then it begins with the friendly reminder.";
        }
    },
    PROMISE_PAST("promise_date") {
        @Override
        String message(String id, long otherLine) {
            return "The day on which invoice " + Texts.quoted(id) + " was to be paid by promise is past. Please leave "
                    + "it empty; where the dunning stands says dunning_step.";
        }
    },
    BLOCK_PAST("blocked_until") {
        @Override
        String message(String id, long otherLine) {
            return "The block of invoice " + Texts.quoted(id) + " ended in the past. Please correct the day, or leave "
                    + "block_reason and blocked_until empty.";
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
