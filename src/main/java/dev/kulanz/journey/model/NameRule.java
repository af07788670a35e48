package dev.kulanz.journey.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;

/** Names say what an element is: a task does something, a gateway asks, an event tells what has happened. */
final class NameRule implements ModelRule {

    private static final Pattern GERUND = Pattern.compile("(?i)(?!(bring|ring|sing)\\b)\\p{L}+ing");

    /** Nouns and articles that names begin with when the verb is forgotten; many other nouns are verbs too. */
    private static final Set<String> NO_VERBS = Set.of(
            "a",
            "the",
            "new",
            "automatic",
            "agency",
            "case",
            "collection",
            "confirmation",
            "creditor",
            "customer",
            "debtor",
            "delivery",
            "dunning",
            "final",
            "first",
            "friendly",
            "handover",
            "invoice",
            "letter",
            "message",
            "notification",
            "payment",
            "reminder",
            "second",
            "transmission");

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        for (FlowNode node : model.nodes()) {
            String name = node.getName() == null ? "" : node.getName().strip();
            if (name.isEmpty()) {
                continue;
            }
            if (node instanceof Activity && !saysWhatIsDone(name)) {
                report.add(
                        node,
                        "The name does not say what is done. Begin with a verb and add its object: “Send message”.");
            } else if (node instanceof Gateway && !name.endsWith("?")) {
                report.add(node, "The name is no question. Ask what is decided here, e.g. “Was it sent?”.");
            } else if (node instanceof Event && !saysWhatHasHappened(name)) {
                report.add(node, "The name does not say what has happened. Write it like “Block lifted”.");
            }
        }
    }

    private static boolean saysWhatIsDone(String name) {
        String[] words = name.split("\\s+", -1);
        return words.length > 1
                && !name.endsWith("?")
                && !GERUND.matcher(words[0]).matches()
                && !NO_VERBS.contains(words[0].toLowerCase(Locale.ROOT));
    }

    private static boolean saysWhatHasHappened(String name) {
        String[] words = name.split("\\s+", -1);
        return words.length > 1
                && !name.endsWith("?")
                && !GERUND.matcher(words[words.length - 1]).matches();
    }
}
