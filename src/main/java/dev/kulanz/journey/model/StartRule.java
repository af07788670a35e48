package dev.kulanz.journey.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** A process begins in one way, and in the way in which it is begun: by a case, a call or a message. */
final class StartRule implements ModelRule {

    private final KnownNames known;
    private final Collection<ProcessModel> others;
    private final Optional<ProcessModel> replaced;
    private final ToLongFunction<String> running;

    /**
     * @param others every process that will be in force beside the checked one
     * @param replaced the version that is in force until now
     * @param running process id → how many cases are under way in it
     */
    StartRule(
            KnownNames known,
            Collection<ProcessModel> others,
            Optional<ProcessModel> replaced,
            ToLongFunction<String> running) {
        this.known = known;
        this.others = others;
        this.replaced = replaced;
        this.running = running;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        List<StartEvent> starts = starts(model);
        if (starts.size() != 1) {
            report.add(
                    model.process(),
                    "The process has %d start events; draw exactly one, so that it is clear how it begins."
                            .formatted(starts.size()));
            return;
        }
        StartEvent start = starts.get(0);
        Optional<String> message = message(start);
        message.ifPresent(name -> checkMessage(start, name, model, report));
        if (message.isPresent() && model.isLadder()) {
            report.add(start, "A ladder begins with its case, not with a message. Use a start event without one.");
        }
        checkFollowUp(model, start, message, report);
    }

    private void checkMessage(StartEvent start, String name, ProcessModel model, Report report) {
        if (known.messages().containsKey(name) && !known.begins(name)) {
            report.add(
                    start,
                    "The message “%s” begins no process; it is told to cases under way. Begin with one of %s"
                            .formatted(name, Words.list(known.beginnings())));
        }
        String id = model.process().getId();
        others.stream().filter(other -> other.calls().contains(id)).findFirst().ifPresent(caller -> {
            String callerId = caller.process().getId();
            report.add(
                    start,
                    "“%s” calls this process and could no longer: %d cases under way there would be stuck. Use a start event without a message."
                            .formatted(callerId, running.applyAsLong(callerId)));
        });
        others.stream()
                .filter(other ->
                        starts(other).stream().anyMatch(at -> message(at).equals(Optional.of(name))))
                .findFirst()
                .ifPresent(other -> report.add(
                        start,
                        "“%s” begins with the message “%s” already, and one case can't be followed up twice. Change one of them."
                                .formatted(other.process().getId(), name)));
    }

    /** A message that began a process until now must go on to begin one. */
    private void checkFollowUp(ProcessModel model, StartEvent start, Optional<String> now, Report report) {
        replaced.stream()
                .flatMap(old -> starts(old).stream())
                .flatMap(old -> message(old).stream())
                .filter(before -> !Optional.of(before).equals(now))
                .forEach(before -> report.add(
                        start,
                        "Until now the message “%s” begins this process (%d cases are under way in it); what comes next would be followed up by nobody. Keep this start."
                                .formatted(
                                        before,
                                        running.applyAsLong(model.process().getId()))));
    }

    private static List<StartEvent> starts(ProcessModel model) {
        return model.all(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof Process)
                .toList();
    }

    /** The name of the message with which it starts. */
    private static Optional<String> message(StartEvent start) {
        return start.getEventDefinitions().stream()
                .filter(MessageEventDefinition.class::isInstance)
                .map(MessageEventDefinition.class::cast)
                .filter(event ->
                        event.getMessage() != null && event.getMessage().getName() != null)
                .map(event -> event.getMessage().getName())
                .findFirst();
    }
}
