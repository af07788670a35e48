package dev.kulanz.journey.model;

import java.util.Collection;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.jspecify.annotations.Nullable;

/**
 * Only root instances hear that a case is settled, and it ends everything they do: a called process ends with its caller,
 * and a message can't reach both of them.
 */
final class SettledRule implements ModelRule {

    private static final String SETTLED = "CaseSettled";

    private final Collection<ProcessModel> others;
    private final Collection<ProcessModel> untouched;

    /**
     * @param others every process that will be in force beside the checked one
     * @param untouched those of them that were deployed earlier: nobody else says what is wrong with calling them
     */
    SettledRule(Collection<ProcessModel> others, Collection<ProcessModel> untouched) {
        this.others = others;
        this.untouched = untouched;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        String caller = callerOf(model);
        for (MessageEventDefinition event : model.all(MessageEventDefinition.class)) {
            if (event.getMessage() == null || !SETTLED.equals(event.getMessage().getName())) {
                continue;
            }
            if (caller != null) {
                report.add(
                        event,
                        "This process is called by “%s”, which ends it when the case is settled. Remove the event."
                                .formatted(caller));
            } else if (!endsEverything(event)) {
                report.add(
                        event,
                        "“CaseSettled” ends the whole journey: use it only at the interrupting start event of an event subprocess that lies directly in the process.");
            }
        }
        if ((model.isLadder() || model.beginsByMessage()) && !model.waitsFor(SETTLED)) {
            report.add(
                    model.process(),
                    "Nothing ends this process when the case is settled. Draw an event subprocess that starts with the message “CaseSettled”.");
        }
        checkCalls(model, report);
    }

    private void checkCalls(ProcessModel model, Report report) {
        for (CallActivity call : model.all(CallActivity.class)) {
            boolean calledIsRoot = untouched.stream()
                    .anyMatch(other ->
                            other.process().getId().equals(call.getCalledElement()) && other.waitsFor(SETTLED));
            if (calledIsRoot) {
                report.add(
                        call,
                        "“%s” runs on its own and ends itself when the case is settled: it can't be called."
                                .formatted(call.getCalledElement()));
            }
        }
    }

    private @Nullable String callerOf(ProcessModel model) {
        return others.stream()
                .filter(other -> other.calls().contains(model.process().getId()))
                .map(other -> other.process().getId())
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private static boolean endsEverything(MessageEventDefinition event) {
        return event.getParentElement() instanceof StartEvent start
                && start.getParentElement() instanceof SubProcess around
                && around.triggeredByEvent()
                && around.getParentElement() instanceof Process;
    }
}
