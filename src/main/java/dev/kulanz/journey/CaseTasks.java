package dev.kulanz.journey;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.voice.CallBack;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes over what a case worker entered in a task's form, and says what it means for the journey. */
@Component
class CaseTasks {

    private final Cases cases;
    private final FoundDetails found;
    private final CallBack callBack;
    private final HandoverTasks handovers;
    private final Journal journal;

    CaseTasks(Cases cases, FoundDetails found, CallBack callBack, HandoverTasks handovers, Journal journal) {
        this.cases = cases;
        this.found = found;
        this.callBack = callBack;
        this.handovers = handovers;
        this.journal = journal;
    }

    /**
     * What a clerk was asked.
     *
     * @param name of the task
     * @param step of the ladder that waits for it; null: none
     */
    record Asked(String name, @Nullable String step) {}

    /**
     * A clerk completed a task.
     *
     * @param answers of the form's fields; empty ones are null
     * @return the outcome: one of the form's, or {@link TaskForm#SECOND}
     * @throws Refusal if something is missing or can't be read
     */
    String complete(TaskForm form, String caseNumber, Asked task, Map<String, @Nullable String> answers) {
        DunningCase of = cases.get(caseNumber);
        answers.forEach(CaseTasks::check);
        String outcome = answers.get(TaskForm.DECISION);
        if (outcome == null || !form.outcomes().contains(outcome)) {
            throw Refusal.unacceptable(
                    TaskForm.DECISION, "Please choose one of " + String.join(", ", form.outcomes()) + ".");
        }
        if (form == TaskForm.FIND_CONTACT_DETAILS) {
            found.keep(of, outcome, answers, task.step());
        }
        if (form == TaskForm.CALL_BACK) {
            callBack.done(caseNumber);
        }
        String result = handovers.decide(form, of.number(), outcome, answers);
        journal.record(Cases.inCase("TaskCompleted", of)
                .with("task", task.name())
                .with("step", task.step())
                .with("outcome", outcome)
                .with("comment", answers.get(TaskForm.COMMENT)));
        return result;
    }

    /** Tasklist keeps to the form's limits; another program need not. */
    private static void check(String field, @Nullable String answer) {
        if (answer == null) {
            return;
        }
        int longest = TaskForm.longest(field);
        if (answer.length() > longest) {
            throw Refusal.unacceptable(field, "At most " + longest + " characters, please.");
        }
        if (!Legible.isText(answer)) {
            throw Refusal.unacceptable(field, "Please write it without control characters.");
        }
    }

    /** The case no longer needs a task; what a clerk had begun to write stays as a note. */
    void withdrawn(String caseNumber, String taskName, @Nullable String draft) {
        handovers.overtaken(caseNumber);
        journal.record(Cases.inCase("TaskWithdrawn", cases.get(caseNumber))
                .with("task", taskName)
                .with("draft", draft));
    }
}
