package dev.kulanz.journey;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.ContactPoints;
import dev.kulanz.shared.Refusal;
import dev.kulanz.voice.CallBack;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes over what a case worker entered in a task's form, and says what it means for the journey. */
@Component
class CaseTasks {

    private final Cases cases;
    private final ContactPoints contactPoints;
    private final CallBack callBack;
    private final HandoverTasks handovers;
    private final Journal journal;

    CaseTasks(Cases cases, ContactPoints contactPoints, CallBack callBack, HandoverTasks handovers, Journal journal) {
        this.cases = cases;
        this.contactPoints = contactPoints;
        this.callBack = callBack;
        this.handovers = handovers;
        this.journal = journal;
    }

    /**
     * A clerk completed a task.
     *
     * @param answers of the form's fields; empty ones are null
     * @return the outcome: one of the form's, or {@link TaskForm#SECOND}
     * @throws Refusal if something is missing or can't be read
     */
    String complete(TaskForm form, String caseNumber, String taskName, Map<String, @Nullable String> answers) {
        DunningCase of = cases.get(caseNumber);
        String outcome = answers.get(TaskForm.DECISION);
        if (outcome == null || !form.outcomes().contains(outcome)) {
            throw Refusal.unacceptable(
                    TaskForm.DECISION, "Please choose one of " + String.join(", ", form.outcomes()) + ".");
        }
        if (form == TaskForm.FIND_CONTACT_DETAILS && outcome.equals("FOUND")) {
            keep(of, answers);
        }
        if (form == TaskForm.CALL_BACK) {
            callBack.done(caseNumber);
        }
        String result = handovers.decide(form, of.number(), outcome, answers);
        journal.record(Cases.inCase("TaskCompleted", of)
                .with("task", taskName)
                .with("outcome", outcome)
                .with("comment", answers.get(TaskForm.COMMENT)));
        return result;
    }

    private void keep(DunningCase of, Map<String, @Nullable String> answers) {
        String email = answers.get(TaskForm.EMAIL);
        String phone = answers.get(TaskForm.PHONE);
        if (email == null && phone == null) {
            throw Refusal.unacceptable(
                    TaskForm.EMAIL, "Please enter the e-mail address or the phone number you found.");
        }
        if (email != null) {
            contactPoints.add(of.debtorId(), ContactPoint.Kind.EMAIL, email, "CLERK");
        }
        if (phone != null) {
            contactPoints.add(of.debtorId(), ContactPoint.Kind.PHONE, phone, "CLERK");
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
