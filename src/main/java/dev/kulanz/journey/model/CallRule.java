package dev.kulanz.journey.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** Call activities call a process that exists, for the same case, with what it needs. */
final class CallRule implements ModelRule {

    private static final String REMINDER_STEP = "reminder-step";
    private static final Pattern PAY_DAYS = Pattern.compile("[1-9]|[1-8]\\d|90");

    private final KnownNames known;
    private final Predicate<String> isProcess;

    CallRule(KnownNames known, Predicate<String> isProcess) {
        this.known = known;
        this.isProcess = isProcess;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        for (CallActivity call : model.all(CallActivity.class)) {
            List<CamundaIn> handedIn = ProcessModel.extensions(call, CamundaIn.class);
            checkCalled(call, report);
            if (handedIn.stream().allMatch(in -> in.getCamundaBusinessKey() == null)) {
                report.add(
                        call,
                        "The called process would not know its case. Pass the business key #{execution.processBusinessKey} on, or use a template.");
            }
            if (REMINDER_STEP.equals(call.getCalledElement())) {
                checkReminder(call, handedIn, report);
            }
        }
    }

    private void checkCalled(CallActivity call, Report report) {
        String called = call.getCalledElement();
        if (called == null || called.isBlank()) {
            report.add(call, "No called process is named. Enter its id, or choose the template “Reminder step”.");
        } else if (!isProcess.test(called)) {
            report.add(
                    call,
                    "There is no process “%s”. Correct the id, or deploy %s.bpmn before or together with this diagram."
                            .formatted(called, called));
        }
        String binding = ProcessModel.camunda(call, "calledElementBinding");
        if (!binding.isEmpty() && !binding.equals("latest")) {
            report.add(call, "Bind the called process to “latest”: else its new version would not be used.");
        }
    }

    private void checkReminder(CallActivity call, List<CamundaIn> handedIn, Report report) {
        Map<String, String> literals = new HashMap<>();
        handedIn.stream()
                .filter(in -> in.getCamundaTarget() != null && in.getCamundaSourceExpression() != null)
                .forEach(in -> literals.put(
                        in.getCamundaTarget(), in.getCamundaSourceExpression().strip()));
        String step = literals.getOrDefault("step", "");
        if (!known.steps().contains(step)) {
            report.add(
                    call,
                    "“%s” is not a step that can be sent. Choose one of %s".formatted(step, Words.list(known.steps())));
        }
        String days = literals.getOrDefault("payDays", "");
        if (!PAY_DAYS.matcher(days).matches()) {
            report.add(call, "“%s” is not a number of days to pay. Enter 1 to 90.".formatted(days));
        }
    }
}
