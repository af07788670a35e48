package dev.kulanz.journey.model;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Set;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Timers say plainly how long they wait, and their job is a transaction of its own already. */
final class TimerRule implements ModelRule {

    /** Moments that the application computes from a case. */
    private static final Set<String> MOMENTS = Set.of("${stepDueAt}", "${remindAt}", "${judgeAt}");

    @Override
    public void check(ProcessModel model, Report report) {
        for (TimerEventDefinition timer : model.all(TimerEventDefinition.class)) {
            if (timer.getTimeDuration() != null) {
                checkDuration(timer, timer.getTimeDuration().getTextContent().strip(), report);
            } else if (timer.getTimeDate() != null) {
                checkDate(timer, timer.getTimeDate().getTextContent().strip(), report);
            } else {
                report.add(
                        timer, "The timer has no duration. Choose “Duration” and enter one, e.g. P7D for seven days.");
            }
            if (timer.getParentElement() instanceof StartEvent start && start.getParentElement() instanceof Process) {
                report.add(
                        timer,
                        "A process does not start by itself: it is started for a case. Use a start event without a timer.");
            }
            if (timer.getParentElement() instanceof FlowNode event) {
                checkWhatFollows(event, report);
            }
        }
    }

    private static void checkDuration(TimerEventDefinition timer, String text, Report report) {
        try {
            if (DatatypeFactory.newInstance().newDuration(text).getSign() > 0) {
                return;
            }
        } catch (IllegalArgumentException | DatatypeConfigurationException e) {
            // said below
        }
        report.add(
                timer,
                "“%s” is not a duration. Write it out, e.g. P7D for seven days or PT12H for twelve hours."
                        .formatted(text));
    }

    private static void checkDate(TimerEventDefinition timer, String text, Report report) {
        if (isMoment(text)) {
            return;
        }
        try {
            OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            report.add(
                    timer,
                    "“%s” is not a date. Write it with its zone, e.g. 2027-01-15T08:00:00+01:00, or use one of %s"
                            .formatted(text, Words.list(MOMENTS.stream().sorted())));
        }
    }

    static boolean isMoment(String text) {
        return MOMENTS.contains(text);
    }

    private static void checkWhatFollows(FlowNode event, Report report) {
        if (event.isCamundaAsyncAfter()) {
            report.add(event, "A timer is a transaction of its own already. Untick “Asynchronous after”.");
        }
        for (SequenceFlow flow : event.getOutgoing()) {
            if (flow.getTarget() != null && flow.getTarget().isCamundaAsyncBefore()) {
                report.add(
                        flow.getTarget(),
                        "It follows a timer, whose end is a transaction of its own already. Untick “Asynchronous before”.");
            }
        }
    }
}
