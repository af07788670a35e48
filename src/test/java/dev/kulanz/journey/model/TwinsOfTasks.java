package dev.kulanz.journey.model;

import static dev.kulanz.journey.model.Twin.step;

import java.util.List;
import java.util.stream.Stream;

/** Broken twins of tasks: what they do, decide and ask, and what is hidden in them. */
final class TwinsOfTasks {

    private static final String SEND =
            "camunda:modelerTemplate=\"kulanz.send-message\" camunda:delegateExpression=\"${sendMessage}\"";

    private TwinsOfTasks() {}

    static Stream<Twin> all() {
        return Stream.of(types(), delegates(), decisions(), hidden(), tasksOfPeople())
                .flatMap(List::stream);
    }

    private static List<Twin> types() {
        return List.of(
                step("a script task")
                        .becomes("Task_SendMessage", "serviceTask", "scriptTask")
                        .without(" " + SEND)
                        .says("Task_SendMessage", "Scripts are not run here."),
                step("a task without a type")
                        .becomes("Task_SendMessage", "serviceTask", "task")
                        .without(" " + SEND)
                        .says("Task_SendMessage", "A task without a type does nothing."),
                step("an event type that nobody serves")
                        .after("<bpmn:incoming>Flow_Sent</bpmn:incoming>", "<bpmn:errorEventDefinition id=\"E\" />")
                        .says("Event_DebtorReached", "Events of the type “error” are not used here."));
    }

    private static List<Twin> delegates() {
        return List.of(
                step("an unknown delegate")
                        .changed("${sendMessage}", "${sendMesage}")
                        .says(
                                "Task_SendMessage",
                                "There is no delegate ${sendMesage}. Use one of ${checkBlocks}, ${chooseContact}, "),
                step("a method instead of a delegate")
                        .changed("${sendMessage}", "${sendMessage.execute(execution)}")
                        .says("Task_SendMessage", "“${sendMessage.execute(execution)}” is not the name of a delegate."),
                step("no implementation")
                        .without(" camunda:delegateExpression=\"${sendMessage}\"")
                        .says("Task_SendMessage", "The task does nothing yet."),
                step("a Java class")
                        .after(SEND, " camunda:class=\"java.lang.Object\"")
                        .says("Task_SendMessage", "Work is done by delegates only"),
                step("an expression")
                        .after(SEND, " camunda:expression=\"x\"")
                        .says("Task_SendMessage", "Work is done by delegates only"),
                step("an external topic")
                        .after(SEND, " camunda:type=\"external\" camunda:topic=\"t\"")
                        .says("Task_SendMessage", "Work is done by delegates only"),
                step("a class by the engine's former name")
                        .after(SEND, " xmlns:old=\"http://activiti.org/bpmn\" old:class=\"java.lang.Object\"")
                        .says("Task_SendMessage", "Settings of the namespace “activiti.org” are not used here."));
    }

    private static List<Twin> decisions() {
        return List.of(
                deciding("an unknown decision", "contact-chioce", "fitting", "singleEntry")
                        .says("Task_SendMessage", "There is no decision “contact-chioce”."),
                deciding("no decision", "", "fitting", "singleEntry").says("Task_SendMessage", "No decision is named."),
                deciding("a whole table as result", "step-fitting", "fitting", "resultList")
                        .says("Task_SendMessage", "Map the decision result as “singleEntry”"),
                deciding("what a person decides", "step-fitting", "outcome", "singleEntry")
                        .says("Task_SendMessage", "“outcome” is found out by the application: no table sets it."),
                deciding("a result variable that is not listed", "step-fitting", "way", "singleEntry")
                        .says("Task_SendMessage", "“way” is not a process variable."),
                deciding(
                                "a fixed version of the rules",
                                "step-fitting\" camunda:decisionRefBinding=\"version",
                                "fitting",
                                "singleEntry")
                        .says("Task_SendMessage", "Bind the decision to “latest”"));
    }

    /** "Send message" as a business rule task. */
    static Twin deciding(String what, String id, String variable, String mapping) {
        return step(what)
                .becomes("Task_SendMessage", "serviceTask", "businessRuleTask")
                .changed(
                        SEND,
                        "camunda:decisionRef=\"%s\" camunda:resultVariable=\"%s\" camunda:mapDecisionResult=\"%s\""
                                .formatted(id, variable, mapping));
    }

    private static List<Twin> hidden() {
        return List.of(
                hiddenIn(
                                "an execution listener",
                                "<camunda:executionListener event=\"start\" delegateExpression=\"${sendMessage}\" />")
                        .says("Task_SendMessage", "A listener works where nobody who reads the diagram sees it."),
                step("a task listener")
                        .before(
                                "<bpmn:incoming>Flow_NoWay</bpmn:incoming>",
                                "<bpmn:extensionElements><camunda:taskListener event=\"create\" class=\"X\" /></bpmn:extensionElements>")
                        .says(
                                "Task_FindContactDetails",
                                "A listener works where nobody who reads the diagram sees it."),
                hiddenIn(
                                "a connector",
                                "<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>")
                        .says("Task_SendMessage", "Connectors are not used here.")
                        .says("Task_SendMessage", "The setting “connectorId” is not used here."),
                hiddenIn(
                                "a script in a parameter",
                                "<camunda:inputOutput><camunda:inputParameter name=\"wording\"><camunda:script scriptFormat=\"js\">1</camunda:script></camunda:inputParameter></camunda:inputOutput>")
                        .says("Task_SendMessage", "Scripts are not run here.")
                        .says("Task_SendMessage", "Nothing is told to this element by an input mapping"),
                hiddenIn(
                                "retries of its own",
                                "<camunda:failedJobRetryTimeCycle>R3/PT1S</camunda:failedJobRetryTimeCycle>")
                        .says("Task_SendMessage", "How often is tried again is set for all models in one place."),
                step("a due date in the model")
                        .before("camunda:candidateGroups", "camunda:dueDate=\"2027-01-01\" ")
                        .says("Task_FindContactDetails", "When a task is due is decided by the application."),
                step("an assignee")
                        .before("camunda:candidateGroups", "camunda:assignee=\"demo\" ")
                        .says("Task_FindContactDetails", "The setting “assignee” is not used here."),
                step("an expression in a description")
                        .changed("No usable address is known.", "${dataSource.password}")
                        .says("Task_FindContactDetails", "The expression “${dataSource.password}"),
                step("an expression in a name")
                        .changed("name=\"Find contact details\"", "name=\"${a.b()}\"")
                        .warns("Task_FindContactDetails", "The name does not say what is done.")
                        .says("Task_FindContactDetails", "The expression “${a.b()}” can't stand here."));
    }

    static Twin hiddenIn(String what, String extension) {
        String anchor = "<bpmn:incoming>Flow_WayFound</bpmn:incoming>";
        return step(what).before(anchor, "<bpmn:extensionElements>" + extension + "</bpmn:extensionElements>");
    }

    private static List<Twin> tasksOfPeople() {
        return List.of(
                step("an unknown form")
                        .changed("\"find-contact-details\"", "\"find-address\"")
                        .says(
                                "Task_FindContactDetails",
                                "There is no form “find-address”. Set the form type to “Camunda Forms” and enter one of call-back, confirm-handover, find-contact-details, release-handover."),
                step("no form")
                        .without("camunda:formRef=\"find-contact-details\" camunda:formRefBinding=\"latest\" ")
                        .says("Task_FindContactDetails", "The task has no form."),
                step("a form that is not bound to the latest version")
                        .changed("camunda:formRefBinding=\"latest\"", "camunda:formRefBinding=\"deployment\"")
                        .says("Task_FindContactDetails", "Bind the form to “latest”"),
                step("no group")
                        .without(" camunda:candidateGroups=\"case-workers\"")
                        .says("Task_FindContactDetails", "Nobody would get this task."),
                step("an unknown group")
                        .changed("\"case-workers\"", "\"case-workers, accounting\"")
                        .says("Task_FindContactDetails", "No group “accounting” works on tasks."),
                step("a group that only looks")
                        .changed("\"case-workers\"", "\"case-workers, compliance\"")
                        .says(
                                "Task_FindContactDetails",
                                "No group “compliance” works on tasks. Use one of camunda-admin, case-workers, process-owners."));
    }
}
