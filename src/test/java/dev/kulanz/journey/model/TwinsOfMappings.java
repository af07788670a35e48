package dev.kulanz.journey.model;

import static dev.kulanz.journey.model.Twin.ladder;
import static dev.kulanz.journey.model.Twin.step;

import java.util.List;
import java.util.stream.Stream;

/** Broken twins of what is handed over and would take the place of what the application itself finds out. */
final class TwinsOfMappings {

    private static final String FRIENDLY = "<camunda:in sourceExpression=\"4\" target=\"payDays\" />";
    private static final String SAME_CASE = "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />";

    private TwinsOfMappings() {}

    static Stream<Twin> all() {
        return Stream.of(tasks(), calls(), twice(), called()).flatMap(List::stream);
    }

    private static List<Twin> tasks() {
        return List.of(
                overwritten("Task_CheckBlocks", "outputParameter", "blocked", "false"),
                overwritten("Task_ChooseContact", "outputParameter", "channel", "EMAIL"),
                overwritten("Task_SendMessage", "outputParameter", "contactOutcome", "SENT"),
                overwritten("Task_CheckBlocks", "inputParameter", "payDays", "7"),
                overwritten("Task_SendMessage", "inputParameter", "step", "friendly-reminder"),
                found("outputParameter", "stepDueAt", "soon"),
                found("outputParameter", "stepDueAt", ""),
                found("outputParameter", "stepDueAt", "2099-01-01T00:00:00"),
                found("outputParameter", "nextStep", "nope"),
                found("outputParameter", "fitting", "x"),
                found("outputParameter", "nextStep", "${step}"),
                found("inputParameter", "stepDueAt", "soon"),
                found("inputParameter", "nextStep", "nope"),
                found("inputParameter", "step", "x"),
                Twin.of("a demand told of as a service message", "promise-follow-up.bpmn")
                        .changed(">promise-confirmation<", ">final-notice<")
                        .says(
                                "Task_ConfirmPromise",
                                "“final-notice” is not a service message. Choose one of call-missed, "),
                Twin.of("a service message that does not say which", "promise-follow-up.bpmn")
                        .without("<camunda:inputParameter name=\"step\">promise-confirmation</camunda:inputParameter>")
                        .says("Task_ConfirmPromise", "It needs “step”")
                        .says("Task_ConfirmPromise", "“” is not a service message."));
    }

    private static Twin overwritten(String task, String kind, String name, String value) {
        return step("%s %s at %s".formatted(kind, name, task))
                .after(documentation("reminder-step.bpmn", task), mapping(kind, name, value))
                .says(task, kind.startsWith("in") ? "Nothing is told to this" : "Nothing is set by an output mapping");
    }

    private static Twin found(String kind, String name, String value) {
        return ladder("%s %s “%s” where the step is found".formatted(kind, name, value))
                .after(documentation("dunning-journey.bpmn", "Task_FindStep"), mapping(kind, name, value))
                .says(
                        "Task_FindStep",
                        kind.startsWith("in") ? "Nothing is told to this" : "Nothing is set by an output mapping");
    }

    private static String documentation(String file, String task) {
        String text = Shipped.text(file);
        int begin = text.indexOf("<bpmn:documentation>", text.indexOf("id=\"" + task + "\""));
        return text.substring(begin, text.indexOf("</bpmn:documentation>", begin) + "</bpmn:documentation>".length());
    }

    private static String mapping(String kind, String name, String value) {
        return "<bpmn:extensionElements><camunda:inputOutput><camunda:%1$s name=\"%2$s\">%3$s</camunda:%1$s></camunda:inputOutput></bpmn:extensionElements>"
                .formatted(kind, name, value);
    }

    private static List<Twin> calls() {
        return List.of(
                handed("<camunda:in sourceExpression=\"true\" target=\"blocked\" />", "“blocked” can't be handed over"),
                handed(
                        "<camunda:in source=\"nextStep\" target=\"contactOutcome\" />",
                        "“contactOutcome” can't be handed over"),
                handed(
                        "<camunda:out source=\"contactOutcome\" target=\"nextStep\" />",
                        "Nothing is handed out of a called process"),
                handed(
                        "<camunda:out sourceExpression=\"${step}\" target=\"step\" />",
                        "Nothing is handed out of a called process"),
                handed("<camunda:in sourceExpression=\"7\" />", "Say in one line"),
                handed(
                        "<camunda:in sourceExpression=\"firm\" target=\"wording\" />",
                        "“wording” can't be handed over"));
    }

    private static Twin handed(String line, String said) {
        return ladder(line).before(FRIENDLY, line).says("Activity_SendFriendlyReminder", said);
    }

    private static List<Twin> twice() {
        return List.of(
                ladder("two steps in one call")
                        .before(FRIENDLY, "<camunda:in sourceExpression=\"final-notice\" target=\"step\" />")
                        .says("Activity_SendFriendlyReminder", "“step” is handed over twice."),
                ladder("the case handed over twice")
                        .before(FRIENDLY, SAME_CASE)
                        .says("Activity_SendFriendlyReminder", "The business key is handed over twice."),
                Twin.of("two messages in one task", "promise-follow-up.bpmn")
                        .before(
                                "<camunda:inputParameter name=\"step\">promise-confirmation",
                                "<camunda:inputParameter name=\"step\">promise-reminder</camunda:inputParameter>")
                        .says("Task_ConfirmPromise", "“step” is handed over twice."),
                Twin.of("two messages in two lists", "promise-follow-up.bpmn")
                        .before(
                                "<camunda:inputOutput><camunda:inputParameter name=\"step\">promise-confirmation",
                                "<camunda:inputOutput><camunda:inputParameter name=\"step\">promise-reminder</camunda:inputParameter></camunda:inputOutput>")
                        .says("Task_ConfirmPromise", "“step” is handed over twice."));
    }

    private static List<Twin> called() {
        String friendly = "name=\"Send friendly reminder\" calledElement=\"%s\"";
        return List.of(
                ladder("a ladder that calls itself")
                        .changed(friendly.formatted("reminder-step"), friendly.formatted("dunning-journey"))
                        .says("Activity_SendFriendlyReminder", "It would call itself without end."),
                ladder("a reminder that the voicebot makes")
                        .changed(friendly.formatted("reminder-step"), friendly.formatted("voicebot-call"))
                        .says(
                                "Activity_SendFriendlyReminder",
                                "“voicebot-call” takes the step “voicebot-call”, not “friendly-reminder”."),
                ladder("a step with a blank before it")
                        .changed(
                                "sourceExpression=\"friendly-reminder\" target=\"step\" /><camunda:in sourceExpression=\"4\"",
                                "sourceExpression=\" friendly-reminder\" target=\"step\" /><camunda:in sourceExpression=\"4\"")
                        .says("Activity_SendFriendlyReminder", "“ friendly-reminder” is not a step that can be sent."));
    }
}
