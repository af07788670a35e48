package dev.kulanz.journey.model;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Timers say plainly how long they wait, and their job is a transaction of its own already. */
final class TimerRule implements ModelRule {

    /** Moments that the application computes from a case. */
    private static final Set<String> MOMENTS = Set.of("${stepDueAt}", "${remindAt}", "${judgeAt}");

    /** What the database can hold and somebody may want; as the engine reads it, but nothing less than a second. */
    private static final Pattern DURATION = Pattern.compile(
            "P(?:(\\d{1,20})Y)?(?:(\\d{1,20})M)?(?:(\\d{1,20})D)?(?:T(?:(\\d{1,20})H)?(?:(\\d{1,20})M)?(?:(\\d{1,20})S)?)?");

    /** Of the parts of a duration. */
    private static final long[] SECONDS = {365 * 86_400L, 28 * 86_400L, 86_400, 3_600, 60, 1};

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(3_650);

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
        Matcher duration = DURATION.matcher(text);
        if (!duration.matches() || text.endsWith("P") || text.endsWith("T")) {
            report.add(
                    timer,
                    "“%s” is not a duration. Write it out, e.g. P7D for seven days or PT12H for twelve hours."
                            .formatted(text));
            return;
        }
        BigInteger seconds = seconds(duration);
        if (seconds.signum() == 0) {
            report.add(timer, "“%s” is not a duration. It would wait for nothing.".formatted(text));
        } else if (seconds.compareTo(BigInteger.valueOf(SHORTEST.toSeconds())) < 0) {
            report.add(timer, "“%s” is shorter than a minute. Wait longer, or not at all.".formatted(text));
        } else if (seconds.compareTo(BigInteger.valueOf(LONGEST.toSeconds())) > 0) {
            report.add(timer, "“%s” is longer than ten years. No case is waited for so long.".formatted(text));
        }
    }

    /** Months and years at their shortest: nobody notices the difference at this border. */
    private static BigInteger seconds(Matcher duration) {
        BigInteger seconds = BigInteger.ZERO;
        for (int i = 0; i < SECONDS.length; i++) {
            String number = duration.group(i + 1);
            if (number != null) {
                seconds = seconds.add(new BigInteger(number).multiply(BigInteger.valueOf(SECONDS[i])));
            }
        }
        return seconds;
    }

    private static void checkDate(TimerEventDefinition timer, String text, Report report) {
        if (isMoment(text)) {
            return;
        }
        try {
            int year = OffsetDateTime.parse(text).getYear();
            if (year < 2000 || year > 2100) {
                report.add(timer, "“%s” lies outside the years 2000 to 2100. Correct the date.".formatted(text));
            }
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
