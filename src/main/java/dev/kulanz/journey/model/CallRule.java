package dev.kulanz.journey.model;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** Call activities call a process that exists, for the same case, with what it needs. */
final class CallRule implements ModelRule {

    private static final String REMINDER_STEP = "reminder-step";
    private static final String STEP = "step";
    private static final Pattern PAY_DAYS = Pattern.compile("[1-9]|[1-8]\\d|90");

    private final KnownNames known;
    private final Predicate<String> isProcess;
    private final Collection<ProcessModel> others;

    /** @param others every process that will be in force beside the checked one: what is called may call further */
    CallRule(KnownNames known, Predicate<String> isProcess, Collection<ProcessModel> others) {
        this.known = known;
        this.isProcess = isProcess;
        this.others = others;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        for (CallActivity call : model.all(CallActivity.class)) {
            List<CamundaIn> handedIn = ProcessModel.extensions(call, CamundaIn.class);
            checkCalled(call, report);
            if (comesBackTo(model.process().getId(), call)) {
                report.add(
                        call,
                        "It would call itself without end. Call another process, or lead the case back by a flow.");
                continue;
            }
            if (handedIn.stream().allMatch(in -> in.getCamundaBusinessKey() == null)) {
                report.add(
                        call,
                        "The called process would not know its case. Pass the business key #{execution.processBusinessKey} on, or use a template.");
            }
            checkHandedIn(call, literals(handedIn), report);
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

    /** Whether what is called calls this process again, itself or by others. */
    private boolean comesBackTo(String process, CallActivity call) {
        Set<String> called = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        next.add(String.valueOf(call.getCalledElement()));
        while (!next.isEmpty()) {
            String one = next.removeFirst();
            if (one.equals(process)) {
                return true;
            }
            if (called.add(one)) {
                others.stream()
                        .filter(other -> one.equals(other.process().getId()))
                        .forEach(other -> next.addAll(other.calls()));
            }
        }
        return false;
    }

    /** Under its name, as it is written: the engine takes a blank for a part of it. */
    private static Map<String, String> literals(List<CamundaIn> handedIn) {
        Map<String, String> literals = new HashMap<>();
        handedIn.stream()
                .filter(in -> in.getCamundaTarget() != null && in.getCamundaSourceExpression() != null)
                .forEach(in -> literals.put(in.getCamundaTarget(), in.getCamundaSourceExpression()));
        return literals;
    }

    private void checkHandedIn(CallActivity call, Map<String, String> literals, Report report) {
        String called = String.valueOf(call.getCalledElement());
        boolean reminds = REMINDER_STEP.equals(called);
        String step = literals.getOrDefault(STEP, "");
        String days = literals.getOrDefault("payDays", "");
        if (reminds && !known.steps().contains(step)) {
            report.add(
                    call,
                    "“%s” is not a step that can be sent. Choose one of %s".formatted(step, Words.list(known.steps())));
        } else if (!reminds && known.wordsOf(STEP).contains(called) && !called.equals(step)) {
            report.add(
                    call,
                    "“%s” takes the step “%s”, not “%s”. Use the template, or call %s."
                            .formatted(called, called, step, REMINDER_STEP));
        } else if (isOwn(step) && !known.wordsOf(STEP).contains(step)) {
            report.add(call, "“%s” is not a step. It can be %s".formatted(step, Words.list(known.wordsOf(STEP))));
        }
        if ((reminds || isOwn(days)) && !PAY_DAYS.matcher(days).matches()) {
            report.add(call, "“%s” is not a number of days to pay. Enter 1 to 90.".formatted(days));
        }
    }

    /** A value of its own, not what is only handed on. */
    private static boolean isOwn(String value) {
        return !value.isEmpty() && !value.contains("${");
    }
}
