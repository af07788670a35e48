package dev.kulanz.journey;

import dev.kulanz.handover.ReleaseOutcome;
import dev.kulanz.handover.Releases;
import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a clerk decided about a hand-over. */
@Component
class HandoverTasks {

    private final Releases releases;

    HandoverTasks(Releases releases) {
        this.releases = releases;
    }

    /**
     * Does what was decided in a task of the hand-over.
     *
     * @return the outcome for the process; that of any other form as it is
     * @throws Refusal if it can't be done; nothing was changed
     */
    String decide(TaskForm form, String caseNumber, String outcome, Map<String, @Nullable String> answers) {
        form.missing(outcome, field -> answers.get(field) != null).ifPresent(HandoverTasks::askFor);
        String comment = answers.get(TaskForm.COMMENT);
        if (form == TaskForm.CONFIRM_HANDOVER) {
            if (outcome.equals("RELEASE")) {
                releases.confirm(caseNumber);
            } else {
                releases.decline(caseNumber, told(comment));
            }
        }
        if (form == TaskForm.RELEASE_HANDOVER) {
            switch (outcome) {
                case "RELEASE" -> {
                    return releases.release(caseNumber, comment) == ReleaseOutcome.RELEASED ? outcome : TaskForm.SECOND;
                }
                case "RETURN" -> releases.giveBack(caseNumber, day(told(answers.get(TaskForm.UNTIL))), told(comment));
                default -> releases.writeOff(caseNumber, told(comment));
            }
        }
        return outcome;
    }

    /** A task of the case was taken away. */
    void overtaken(String caseNumber) {
        releases.overtaken(caseNumber);
    }

    private static void askFor(String field) {
        throw Refusal.unacceptable(
                field,
                field.equals(TaskForm.UNTIL)
                        ? "Please say until which day the case rests."
                        : "Please give the reason in the comment.");
    }

    /** What the form's list of answers asks for has been told. */
    private static String told(@Nullable String answer) {
        return Objects.requireNonNull(answer);
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw Refusal.unacceptable(
                    TaskForm.UNTIL, Legible.quoted(written) + " is not a day: please write it like 2026-12-24.");
        }
    }
}
