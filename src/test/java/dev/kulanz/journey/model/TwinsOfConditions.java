package dev.kulanz.journey.model;

import static dev.kulanz.journey.model.Twin.ladder;
import static dev.kulanz.journey.model.Twin.step;

import java.util.List;
import java.util.stream.Stream;

/** Broken twins of questions and answers: conditions, answers that nobody gives, variables that are not known yet. */
final class TwinsOfConditions {

    private static final String TOO_MUCH = "does more than compare process variables with plain values";

    private TwinsOfConditions() {}

    static Stream<Twin> all() {
        return Stream.of(conditions(), coverage(), variables()).flatMap(List::stream);
    }

    private static List<Twin> conditions() {
        String sent =
                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${contactOutcome == 'SENT'}</bpmn:conditionExpression>";
        return List.of(
                condition("a method in a condition", "${channel.equals('EMAIL')}")
                        .says("Flow_WayFound", "The condition “${channel.equals('EMAIL')}” " + TOO_MUCH),
                condition("a bean in a condition", "${sendMessage == 'EMAIL'}")
                        .says("Flow_WayFound", "“sendMessage” is not a process variable."),
                condition("two variables compared", "${channel == step}")
                        .says("Flow_WayFound", "The condition “${channel == step}” " + TOO_MUCH),
                condition("a condition that is text", "channel == 'EMAIL'")
                        .says("Flow_WayFound", "The condition “channel == 'EMAIL'” is not an expression."),
                condition("a word that never comes", "${channel == 'E-MAIL'}")
                        .says("Flow_WayFound", "“channel” is never “E-MAIL”."),
                condition("a text taken for a yes-or-no", "${channel}")
                        .says("Flow_WayFound", "“channel” is not a yes-or-no."),
                condition("a value that asks for nothing", "${channel != 'NONE' && true}")
                        .says("Flow_WayFound", "“true” alone asks for nothing."),
                condition("a text denied before it is compared", "${!channel == 'NONE'}")
                        .says("Flow_WayFound", "“channel” would be denied before it is compared."),
                condition("a text denied in a word", "${not channel eq 'NONE'}")
                        .says("Flow_WayFound", "“channel” would be denied before it is compared."),
                condition("a question for emptiness", "${empty channel}")
                        .says("Flow_WayFound", "The condition “${empty channel}” " + TOO_MUCH),
                condition("a word that never comes, read from the other side", "${'E-MAIL' ne channel}")
                        .says("Flow_WayFound", "“channel” is never “E-MAIL”."),
                condition("an open bracket", "${(blocked && channel == 'SMS'}")
                        .says("Flow_WayFound", "The condition “${(blocked && channel == 'SMS'}” " + TOO_MUCH),
                condition("a nested expression", "${channel == 'SMS'}${blocked}")
                        .says("Flow_WayFound", "The condition “${channel == 'SMS'}${blocked}” " + TOO_MUCH),
                step("a script as condition")
                        .changed(sent, sent.replace("xsi:type", "language=\"javascript\" xsi:type"))
                        .says("Flow_Sent", "Scripts are not run here."),
                step("a way without a condition")
                        .without(sent)
                        .says(
                                "Flow_Sent",
                                "No condition says when this way is taken. Enter one, or make it the default flow of “Was it sent?”."),
                step("a condition behind a task")
                        .changed(
                                "sourceRef=\"Task_SendMessage\" targetRef=\"Event_ContactConcluded\" />",
                                "sourceRef=\"Task_SendMessage\" targetRef=\"Event_ContactConcluded\">" + sent
                                        + "</bpmn:sequenceFlow>")
                        .says("Flow_MessageInOutbox", "A condition belongs behind a gateway that asks the question."));
    }

    private static Twin condition(String what, String condition) {
        return step(what)
                .changed("${channel != 'NONE'}", condition.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static List<Twin> coverage() {
        return List.of(
                step("a word that no way is for")
                        .changed("${contactOutcome != 'SENT'}", "${contactOutcome == 'FAILED'}")
                        .says("Gateway_WasItSent", "No way leads on when contactOutcome is CANCELLED:"),
                step("a decision that no way is for")
                        .changed("${outcome == 'FOUND'}", "${outcome == 'TALKED'}")
                        .says("Gateway_WasSomethingFound", "No way leads on when outcome is FOUND:"),
                step("two ways open at once")
                        .changed("${!fitting}", "${!fitting || channel == 'NONE'}")
                        .says(
                                "Gateway_DoesTheStepFit",
                                "More than one way is open when channel is NONE and fitting is true")
                        .says("Gateway_DoesTheStepFit", "It needs “channel”"),
                step("a number that no way is for")
                        .changed("${contactOutcome != 'SENT'}", "${contactOutcome != 'SENT' &amp;&amp; payDays &lt; 5}")
                        .says(
                                "Gateway_WasItSent",
                                "No way leads on when contactOutcome is CANCELLED and payDays is 5, or contactOutcome is CANCELLED and payDays is 6,"),
                step("a decision that nobody asks for")
                        .changed("${outcome == 'FOUND'}", "${channel == 'NONE'}")
                        .changed("${outcome == 'NOTHING_FOUND'}", "${channel != 'NONE'}")
                        .says("Task_FindContactDetails", "What is decided here changes nothing."));
    }

    private static List<Twin> variables() {
        return List.of(
                step("a question before its answer is known")
                        .changed("${!blocked}", "${contactOutcome != 'SENT'}")
                        .changed("${blocked}", "${contactOutcome == 'SENT'}")
                        .says("Gateway_MayWeContactNow", "It needs “contactOutcome”"),
                step("a message that nobody chose a way for")
                        .changed("${chooseContact}", "${checkBlocks}")
                        .says("Gateway_IsThereAWay", "It needs “channel”")
                        .says("Task_SendMessage", "It needs “channel” and “wording”"),
                ladder("a timer before its day is known")
                        .changed("${stepDueAt}", "${remindAt}")
                        .says("Event_StepDue", "It needs “remindAt”"),
                step("too many variables")
                        .before(
                                "<bpmn:incoming>Flow_WayFound</bpmn:incoming>",
                                "<bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"promise\">7</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements>")
                        .says("reminder-step", "The process keeps 9 variables, more than 8: blocked, channel,")
                        .says("Task_SendMessage", "Nothing is set by an output mapping"),
                step("a message that nobody waits for")
                        .hears("ContactConcluded", "StandingChanged")
                        .says("Task_SendMessage", "The case would go on before the message is out.")
                        .says("Gateway_WasItSent", "It needs “contactOutcome”"));
    }
}
