package dev.kulanz.intake;

import dev.kulanz.cases.LadderStep;
import dev.kulanz.shared.Said;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether the fields about dunning that already ran elsewhere make sense together. */
final class RunningCheck {

    private RunningCheck() {}

    static void check(CheckedRow row, LocalDate today) {
        checkReminder(row, today);
        if (row.get(Column.BLOCKED_UNTIL) != null && row.get(Column.BLOCK_REASON) == null) {
            row.reject(
                    Column.BLOCKED_UNTIL,
                    Said.of(
                            "import.block.reason",
                            "A block needs its reason: please fill block_reason, e.g. with MANUAL, or leave both empty."));
        }
        LocalDate until = row.date(Column.BLOCKED_UNTIL);
        if (until != null && until.isAfter(today.plusYears(5))) {
            row.reject(
                    Column.BLOCKED_UNTIL,
                    Said.of(
                            "import.block.late",
                            "The day {0} is more than 5 years ahead: please check the year.",
                            until));
        }
    }

    private static void checkReminder(CheckedRow row, LocalDate today) {
        @Nullable String sent = row.get(Column.REMINDERS_SENT);
        @Nullable LocalDate last = row.date(Column.LAST_REMINDER_ON);
        boolean none = "0".equals(sent);
        if (last != null && last.isAfter(today)) {
            row.reject(
                    Column.LAST_REMINDER_ON,
                    Said.of("import.reminder.future", "The last reminder can't be from the future: {0}.", last));
        }
        if (none && row.get(Column.DUNNING_STEP) != null) {
            row.reject(
                    Column.REMINDERS_SENT,
                    Said.of(
                            "import.reminder.contradiction",
                            "No reminder was sent, but dunning_step says {0}: please correct one of the two.",
                            String.valueOf(row.get(Column.DUNNING_STEP))));
            return;
        }
        if (sent != null && !none && row.get(Column.DUNNING_STEP) == null) {
            row.set(Column.DUNNING_STEP, stepAfter(Integer.parseInt(sent)).id());
        }
        if (row.get(Column.DUNNING_STEP) != null && last == null) {
            row.reject(
                    Column.LAST_REMINDER_ON,
                    Said.of(
                            "import.reminder.when",
                            "This item was reminded elsewhere ({0}): please say when in last_reminder_on, so that the next step comes in time.",
                            String.valueOf(row.get(Column.DUNNING_STEP))));
        } else if (row.get(Column.DUNNING_STEP) == null && last != null) {
            row.reject(
                    Column.LAST_REMINDER_ON,
                    Said.of(
                            "import.reminder.which",
                            "There was a reminder on {0}, but which? Please fill dunning_step or reminders_sent.",
                            last));
        }
    }

    /**
     * The n-th reminder is the n-th notice of the ladder, but never the final one: who announced what comes next must
     * say so by name.
     */
    private static LadderStep stepAfter(int reminders) {
        return switch (reminders) {
            case 1 -> LadderStep.FRIENDLY_REMINDER;
            case 2 -> LadderStep.SECOND_REMINDER;
            default -> LadderStep.DUNNING_NOTICE;
        };
    }
}
