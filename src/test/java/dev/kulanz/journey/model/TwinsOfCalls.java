package dev.kulanz.journey.model;

import static dev.kulanz.journey.model.Twin.ladder;

import java.util.List;
import java.util.stream.Stream;

/** Broken twins of what is handed over, to a delegate and to a called process. */
final class TwinsOfCalls {

    private TwinsOfCalls() {}

    static Stream<Twin> all() {
        return Stream.of(mappings(), calls()).flatMap(List::stream);
    }

    private static List<Twin> mappings() {
        return List.of(
                TwinsOfTasks.hiddenIn(
                                "logic in an input parameter",
                                parameter("inputParameter", "wording", "${channel == 'SMS' ? 'a' : 'b'}"))
                        .says("Task_SendMessage", "“${channel == 'SMS' ? 'a' : 'b'}” is more than a value."),
                TwinsOfTasks.hiddenIn("a parameter that is not listed", parameter("outputParameter", "amount", "7"))
                        .says("Task_SendMessage", "“amount” is not a process variable."),
                ladder("logic in what is handed over")
                        .changed("sourceExpression=\"4\"", "sourceExpression=\"${step.length()}\"")
                        .says("Activity_SendFriendlyReminder", "“${step.length()}” is more than a value.")
                        .says("Activity_SendFriendlyReminder", "“${step.length()}” is not a number of days to pay."),
                ladder("all variables handed over")
                        .before("<camunda:in sourceExpression=\"4\"", "<camunda:in variables=\"all\" />")
                        .says("Activity_SendFriendlyReminder", "Don't hand over all variables"),
                ladder("a variable handed out that is not listed")
                        .before(
                                "<camunda:in sourceExpression=\"4\"",
                                "<camunda:out source=\"channel\" target=\"lastChannel\" />")
                        .says("Activity_SendFriendlyReminder", "“lastChannel” is not a process variable."));
    }

    private static String parameter(String kind, String name, String value) {
        return "<camunda:inputOutput><camunda:%1$s name=\"%2$s\">%3$s</camunda:%1$s></camunda:inputOutput>"
                .formatted(kind, name, value);
    }

    private static List<Twin> calls() {
        String key = "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />";
        String step =
                "<camunda:in sourceExpression=\"friendly-reminder\" target=\"step\" /><camunda:in sourceExpression=\"4\"";
        return List.of(
                ladder("no business key")
                        .changed(key + step, step)
                        .says("Activity_SendFriendlyReminder", "The called process would not know its case."),
                ladder("another business key")
                        .changed(key + step, key.replace("#{execution.processBusinessKey}", "${step}") + step)
                        .says("Activity_SendFriendlyReminder", "The business key is the case number"),
                ladder("an unknown process")
                        .changed(
                                "name=\"Send friendly reminder\" calledElement=\"reminder-step\"",
                                "name=\"Send friendly reminder\" calledElement=\"reminder-stop\"")
                        .says("Activity_SendFriendlyReminder", "There is no process “reminder-stop”."),
                ladder("an unknown step")
                        .changed(step, step.replace("friendly", "gentle"))
                        .says("dunning-journey", "The ladder has no friendly reminder")
                        .says(
                                "Flow_EnterAtFriendlyReminder",
                                "The step “friendly-reminder” does not stand on this ladder.")
                        .says(
                                "Activity_SendFriendlyReminder",
                                "“gentle-reminder” is not a step that can be sent. Choose one of digital-nudge, dunning-notice, final-notice, friendly-reminder, plan-offer, second-reminder."),
                ladder("no days to pay")
                        .without("<camunda:in sourceExpression=\"4\" target=\"payDays\" />")
                        .says("Activity_SendFriendlyReminder", "“” is not a number of days to pay. Enter 1 to 90."),
                ladder("too many days to pay")
                        .changed("sourceExpression=\"4\"", "sourceExpression=\"91\"")
                        .says("Activity_SendFriendlyReminder", "“91” is not a number of days to pay. Enter 1 to 90."));
    }
}
