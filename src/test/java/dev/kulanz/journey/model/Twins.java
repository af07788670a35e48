package dev.kulanz.journey.model;

import java.util.List;
import java.util.stream.Stream;

/** A broken twin for every rule of the model check. */
final class Twins {

    private static final String JOURNEY = "dunning-journey.bpmn";
    private static final String STEP = "reminder-step.bpmn";
    private static final String SEND =
            "camunda:modelerTemplate=\"kulanz.send-message\" camunda:delegateExpression=\"${sendMessage}\"";
    private static final String TOO_MUCH = "does more than compare process variables with plain values";

    private Twins() {}

    static Stream<Twin> all() {
        return Stream.of(ofElements(), TwinsOfWays.all(), TwinsOfLadders.all()).flatMap(twins -> twins);
    }

    private static Stream<Twin> ofElements() {
        return Stream.of(
                        file(),
                        types(),
                        delegates(),
                        decisions(),
                        hidden(),
                        mappings(),
                        calls(),
                        tasks(),
                        gateways(),
                        timers(),
                        messages(),
                        names(),
                        diagrams(),
                        forms())
                .flatMap(List::stream);
    }

    private static List<Twin> file() {
        return List.of(
                Twin.of("broken XML", STEP, "</bpmn:process>", "").says(null, "The file is not readable XML"),
                Twin.of(
                                "a DOCTYPE that fetches a file",
                                STEP,
                                "<bpmn:definitions",
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><bpmn:definitions")
                        .says(null, "The file is not readable XML"),
                Twin.of("another encoding", STEP, "encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")
                        .says(null, "The file says it is written in ISO-8859-1; save it as UTF-8."),
                Twin.of(
                                "a schema to be fetched",
                                STEP,
                                " targetNamespace",
                                " xsi:schemaLocation=\"http://a.example http://b.example/b.xsd\" targetNamespace")
                        .says(null, "The file points to schemas elsewhere."),
                Twin.of("no valid BPMN", STEP, "<bpmn:outgoing>Flow_Sent</bpmn:outgoing>", "<bpmn:wayOut />")
                        .says(null, "The file is not valid BPMN 2.0: "),
                Twin.of("two processes", STEP, "</bpmn:process>", "</bpmn:process><bpmn:process id=\"another\" />")
                        .says(null, "The file holds 2 processes; draw exactly one process in a file."),
                Twin.of("another id than the file", STEP, "\"reminder-step\"", "\"reminder\"")
                        .says(
                                "reminder",
                                "The process has the id “reminder” but the file is called “reminder-step.bpmn”."),
                Twin.of("not executable", STEP, "isExecutable=\"true\"", "isExecutable=\"false\"")
                        .says("reminder-step", "The process is not executable."),
                Twin.of("no time to live", STEP, " camunda:historyTimeToLive=\"P3650D\"", "")
                        .says("reminder-step", "The history time to live is missing."));
    }

    private static List<Twin> types() {
        return List.of(
                Twin.of(
                                "a script task",
                                STEP,
                                "<bpmn:serviceTask id=\"Task_SendMessage\"",
                                "<bpmn:scriptTask id=\"Task_SendMessage\"",
                                " " + SEND,
                                "",
                                "<bpmn:outgoing>Flow_MessageInOutbox</bpmn:outgoing>\n    </bpmn:serviceTask>",
                                "<bpmn:outgoing>Flow_MessageInOutbox</bpmn:outgoing>\n    </bpmn:scriptTask>")
                        .says("Task_SendMessage", "Scripts are not run here."),
                Twin.of(
                                "a task without a type",
                                STEP,
                                "<bpmn:serviceTask id=\"Task_SendMessage\"",
                                "<bpmn:task id=\"Task_SendMessage\"",
                                " " + SEND,
                                "",
                                "<bpmn:outgoing>Flow_MessageInOutbox</bpmn:outgoing>\n    </bpmn:serviceTask>",
                                "<bpmn:outgoing>Flow_MessageInOutbox</bpmn:outgoing>\n    </bpmn:task>")
                        .says("Task_SendMessage", "A task without a type does nothing."),
                Twin.of(
                                "an event type that nobody serves",
                                STEP,
                                "<bpmn:incoming>Flow_Sent</bpmn:incoming>",
                                "<bpmn:incoming>Flow_Sent</bpmn:incoming><bpmn:errorEventDefinition id=\"E\" />")
                        .says("Event_DebtorReached", "Events of the type “error” are not used here."));
    }

    private static List<Twin> delegates() {
        return List.of(
                Twin.of("an unknown delegate", STEP, "${sendMessage}", "${sendMesage}")
                        .says(
                                "Task_SendMessage",
                                "There is no delegate ${sendMesage}. Use one of ${checkBlocks}, ${chooseContact}, "),
                Twin.of("a method instead of a delegate", STEP, "${sendMessage}", "${sendMessage.execute(execution)}")
                        .says("Task_SendMessage", "“${sendMessage.execute(execution)}” is not the name of a delegate."),
                Twin.of("no implementation", STEP, " camunda:delegateExpression=\"${sendMessage}\"", "")
                        .says("Task_SendMessage", "The task does nothing yet."),
                Twin.of("a Java class", STEP, SEND, SEND + " camunda:class=\"java.lang.Object\"")
                        .says("Task_SendMessage", "Work is done by delegates only"),
                Twin.of("an expression", STEP, SEND, SEND + " camunda:expression=\"x\"")
                        .says("Task_SendMessage", "Work is done by delegates only"),
                Twin.of("an external topic", STEP, SEND, SEND + " camunda:type=\"external\" camunda:topic=\"t\"")
                        .says("Task_SendMessage", "Work is done by delegates only"),
                Twin.of(
                                "a class by the engine's former name",
                                STEP,
                                SEND,
                                SEND + " xmlns:old=\"http://activiti.org/bpmn\" old:class=\"java.lang.Object\"")
                        .says("Task_SendMessage", "Settings of the namespace “activiti.org” are not used here."));
    }

    private static List<Twin> decisions() {
        return List.of(
                Twin.of("an unknown decision", STEP, decision("contact-chioce", "outcome", "singleEntry"))
                        .says("Task_SendMessage", "There is no decision “contact-chioce”."),
                Twin.of("no decision", STEP, decision("", "outcome", "singleEntry"))
                        .says("Task_SendMessage", "No decision is named."),
                Twin.of("a whole table as result", STEP, decision("contact-choice", "outcome", "resultList"))
                        .says("Task_SendMessage", "Map the decision result as “singleEntry”"),
                Twin.of("a result variable that is not listed", STEP, decision("contact-choice", "way", "singleEntry"))
                        .says("Task_SendMessage", "“way” is not a process variable."),
                Twin.of(
                                "a fixed version of the rules",
                                STEP,
                                decision(
                                        "contact-choice\" camunda:decisionRefBinding=\"version",
                                        "outcome",
                                        "singleEntry"))
                        .says("Task_SendMessage", "Bind the decision to “latest”"));
    }

    /** "Send message" as a business rule task. */
    static String[] decision(String id, String variable, String mapping) {
        return new String[] {
            "<bpmn:serviceTask id=\"Task_SendMessage\"",
            "<bpmn:businessRuleTask id=\"Task_SendMessage\"",
            SEND,
            "camunda:decisionRef=\"%s\" camunda:resultVariable=\"%s\" camunda:mapDecisionResult=\"%s\""
                    .formatted(id, variable, mapping),
            "<bpmn:outgoing>Flow_MessageInOutbox</bpmn:outgoing>\n    </bpmn:serviceTask>",
            "<bpmn:outgoing>Flow_MessageInOutbox</bpmn:outgoing>\n    </bpmn:businessRuleTask>"
        };
    }

    private static Twin hiddenIn(String what, String extension) {
        String anchor = "<bpmn:incoming>Flow_WayFound</bpmn:incoming>";
        return Twin.of(
                what, STEP, anchor, "<bpmn:extensionElements>" + extension + "</bpmn:extensionElements>" + anchor);
    }

    private static List<Twin> hidden() {
        return List.of(
                hiddenIn(
                                "an execution listener",
                                "<camunda:executionListener event=\"start\" delegateExpression=\"${sendMessage}\" />")
                        .says("Task_SendMessage", "A listener works where nobody who reads the diagram sees it."),
                Twin.of(
                                "a task listener",
                                STEP,
                                "<bpmn:incoming>Flow_NoWay</bpmn:incoming>",
                                "<bpmn:extensionElements><camunda:taskListener event=\"create\" class=\"X\" /></bpmn:extensionElements>"
                                        + "<bpmn:incoming>Flow_NoWay</bpmn:incoming>")
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
                        .says("Task_SendMessage", "Scripts are not run here."),
                hiddenIn(
                                "retries of its own",
                                "<camunda:failedJobRetryTimeCycle>R3/PT1S</camunda:failedJobRetryTimeCycle>")
                        .says("Task_SendMessage", "How often is tried again is set for all models in one place."),
                Twin.of(
                                "a due date in the model",
                                STEP,
                                "camunda:candidateGroups",
                                "camunda:dueDate=\"2027-01-01\" camunda:candidateGroups")
                        .says("Task_FindContactDetails", "When a task is due is decided by the application."),
                Twin.of(
                                "an assignee",
                                STEP,
                                "camunda:candidateGroups",
                                "camunda:assignee=\"demo\" camunda:candidateGroups")
                        .says("Task_FindContactDetails", "The setting “assignee” is not used here."),
                Twin.of("an expression in a description", STEP, "No usable address is known.", "${dataSource.password}")
                        .says("Task_FindContactDetails", "The expression “${dataSource.password}"),
                Twin.of("an expression in a name", STEP, "name=\"Find contact details\"", "name=\"${a.b()}\"")
                        .says("Task_FindContactDetails", "The name does not say what is done.")
                        .says("Task_FindContactDetails", "The id does not say what the name says.")
                        .says("Task_FindContactDetails", "The expression “${a.b()}” can't stand here."));
    }

    private static List<Twin> mappings() {
        return List.of(
                hiddenIn(
                                "logic in an input parameter",
                                parameter("inputParameter", "wording", "${channel == 'SMS' ? 'a' : 'b'}"))
                        .says("Task_SendMessage", "“${channel == 'SMS' ? 'a' : 'b'}” is more than a value."),
                hiddenIn("a parameter that is not listed", parameter("outputParameter", "amount", "7"))
                        .says("Task_SendMessage", "“amount” is not a process variable."),
                Twin.of(
                                "logic in what is handed over",
                                JOURNEY,
                                "sourceExpression=\"4\"",
                                "sourceExpression=\"${step.length()}\"")
                        .says("Activity_SendFriendlyReminder", "“${step.length()}” is more than a value.")
                        .says("Activity_SendFriendlyReminder", "“${step.length()}” is not a number of days to pay."),
                Twin.of(
                                "all variables handed over",
                                JOURNEY,
                                "<camunda:in sourceExpression=\"4\"",
                                "<camunda:in variables=\"all\" /><camunda:in sourceExpression=\"4\"")
                        .says("Activity_SendFriendlyReminder", "Don't hand over all variables"),
                Twin.of(
                                "a variable handed out that is not listed",
                                JOURNEY,
                                "<camunda:in sourceExpression=\"4\"",
                                "<camunda:out source=\"channel\" target=\"lastChannel\" /><camunda:in sourceExpression=\"4\"")
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
                Twin.of("no business key", JOURNEY, key + step, step)
                        .says("Activity_SendFriendlyReminder", "The called process would not know its case."),
                Twin.of(
                                "another business key",
                                JOURNEY,
                                key + step,
                                key.replace("#{execution.processBusinessKey}", "${step}") + step)
                        .says("Activity_SendFriendlyReminder", "The business key is the case number"),
                Twin.of(
                                "an unknown process",
                                JOURNEY,
                                "name=\"Send friendly reminder\" calledElement=\"reminder-step\"",
                                "name=\"Send friendly reminder\" calledElement=\"reminder-stop\"")
                        .says("Activity_SendFriendlyReminder", "There is no process “reminder-stop”."),
                Twin.of("an unknown step", JOURNEY, step, step.replace("friendly", "gentle"))
                        .says("dunning-journey", "The ladder has no friendly reminder")
                        .says(
                                "Flow_EnterAtFriendlyReminder",
                                "The step “friendly-reminder” does not stand on this ladder.")
                        .says(
                                "Activity_SendFriendlyReminder",
                                "“gentle-reminder” is not a step that can be sent. Choose one of digital-nudge, dunning-notice, final-notice, friendly-reminder, plan-offer, second-reminder."),
                Twin.of("no days to pay", JOURNEY, "<camunda:in sourceExpression=\"4\" target=\"payDays\" />", "")
                        .says("Activity_SendFriendlyReminder", "“” is not a number of days to pay. Enter 1 to 90."),
                Twin.of("too many days to pay", JOURNEY, "sourceExpression=\"4\"", "sourceExpression=\"91\"")
                        .says("Activity_SendFriendlyReminder", "“91” is not a number of days to pay. Enter 1 to 90."));
    }

    private static List<Twin> tasks() {
        return List.of(
                Twin.of("an unknown form", STEP, "\"find-contact-details\"", "\"find-address\"")
                        .says(
                                "Task_FindContactDetails",
                                "There is no form “find-address”. Set the form type to “Camunda Forms” and enter one of call-back, find-contact-details"),
                Twin.of(
                                "no form",
                                STEP,
                                "camunda:formRef=\"find-contact-details\" camunda:formRefBinding=\"latest\" ",
                                "")
                        .says("Task_FindContactDetails", "The task has no form."),
                Twin.of(
                                "a form that is not bound to the latest version",
                                STEP,
                                "camunda:formRefBinding=\"latest\"",
                                "camunda:formRefBinding=\"deployment\"")
                        .says("Task_FindContactDetails", "Bind the form to “latest”"),
                Twin.of("no group", STEP, " camunda:candidateGroups=\"case-workers\"", "")
                        .says("Task_FindContactDetails", "Nobody would get this task."),
                Twin.of("an unknown group", STEP, "\"case-workers\"", "\"case-workers, accounting\"")
                        .says("Task_FindContactDetails", "There is no group “accounting”."));
    }

    private static Twin condition(String what, String condition) {
        return Twin.of(
                what,
                STEP,
                "${channel != 'NONE'}",
                condition.replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static List<Twin> gateways() {
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
                condition("an open bracket", "${(blocked && channel == 'SMS'}")
                        .says("Flow_WayFound", "The condition “${(blocked && channel == 'SMS'}” " + TOO_MUCH),
                condition("a nested expression", "${channel == 'SMS'}${blocked}")
                        .says("Flow_WayFound", "The condition “${channel == 'SMS'}${blocked}” " + TOO_MUCH),
                Twin.of(
                                "a script as condition",
                                STEP,
                                sent,
                                sent.replace("xsi:type", "language=\"javascript\" xsi:type"))
                        .says("Flow_Sent", "Scripts are not run here."),
                Twin.of("a way without a condition", STEP, sent, "")
                        .says(
                                "Flow_Sent",
                                "No condition says when this way is taken. Enter one, or make it the default flow of “Was it sent?”."),
                Twin.of(
                                "a condition behind a task",
                                STEP,
                                "sourceRef=\"Task_SendMessage\" targetRef=\"Event_ContactConcluded\" />",
                                "sourceRef=\"Task_SendMessage\" targetRef=\"Event_ContactConcluded\">" + sent
                                        + "</bpmn:sequenceFlow>")
                        .says("Flow_MessageInOutbox", "A condition belongs behind a gateway that asks the question."));
    }

    private static List<Twin> timers() {
        return List.of(
                Twin.of("a duration in words", JOURNEY, ">P7D<", ">7 days<")
                        .says("Event_SevenDaysPassed", "“7 days” is not a duration."),
                Twin.of("a duration back in time", JOURNEY, ">P7D<", ">-P7D<")
                        .says("Event_SevenDaysPassed", "“-P7D” is not a duration."),
                Twin.of("a computed duration", JOURNEY, ">P7D<", ">${step}<")
                        .says("Event_SevenDaysPassed", "“${step}” is not a duration."),
                Twin.of("another computed date", JOURNEY, "${stepDueAt}", "${step}")
                        .says("Event_StepDue", "“${step}” is not a date."),
                Twin.of(
                                "a repeating timer",
                                JOURNEY,
                                "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P7D</bpmn:timeDuration>",
                                "<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R/P7D</bpmn:timeCycle>")
                        .says("Event_SevenDaysPassed", "The timer has no duration."),
                Twin.of(
                                "a process that starts by itself",
                                JOURNEY,
                                "<bpmn:outgoing>Flow_CaseOverdue</bpmn:outgoing>",
                                "<bpmn:outgoing>Flow_CaseOverdue</bpmn:outgoing><bpmn:timerEventDefinition id=\"T\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P1D</bpmn:timeDuration></bpmn:timerEventDefinition>")
                        .says("Event_CaseOverdue", "A process does not start by itself"),
                Twin.of(
                                "an asynchronous step behind a timer",
                                JOURNEY,
                                "<bpmn:callActivity id=\"Activity_SendSecondReminder\"",
                                "<bpmn:callActivity camunda:asyncBefore=\"true\" id=\"Activity_SendSecondReminder\"")
                        .says(
                                "Activity_SendSecondReminder",
                                "It follows a timer, whose end is a transaction of its own already."),
                Twin.of(
                                "an asynchronous timer",
                                JOURNEY,
                                "<bpmn:intermediateCatchEvent id=\"Event_SevenDaysPassed\"",
                                "<bpmn:intermediateCatchEvent camunda:asyncAfter=\"true\" id=\"Event_SevenDaysPassed\"")
                        .says("Event_SevenDaysPassed", "A timer is a transaction of its own already."));
    }

    private static List<Twin> messages() {
        String wait =
                "<bpmn:messageEventDefinition id=\"MessageEventDefinition_ContactConcluded\" messageRef=\"Message_ContactConcluded\" />";
        return List.of(
                Twin.of(
                                "an unknown message",
                                STEP,
                                "id=\"Message_BlockLifted\" name=\"BlockLifted\"",
                                "id=\"Message_BlockRemoved\" name=\"BlockRemoved\"",
                                "messageRef=\"Message_BlockLifted\"",
                                "messageRef=\"Message_BlockRemoved\"")
                        .says(
                                "Event_BlockLifted",
                                "Nobody tells the message “BlockRemoved”, so this would wait for ever."),
                Twin.of("no message", STEP, wait, "<bpmn:messageEventDefinition id=\"M\" />")
                        .says("Task_SendMessage", "The case would go on before the message is out.")
                        .says("Gateway_WasItSent", "It needs “contactOutcome”")
                        .says("Event_ContactConcluded", "No message is chosen."),
                Twin.of(
                                "a message sent by the diagram",
                                STEP,
                                "<bpmn:incoming>Flow_Sent</bpmn:incoming>",
                                "<bpmn:incoming>Flow_Sent</bpmn:incoming><bpmn:messageEventDefinition id=\"M\" messageRef=\"Message_BlockLifted\" />")
                        .says("Event_DebtorReached", "Diagrams wait for messages, they don't send them."),
                Twin.of(
                                "a called process that waits for the settlement",
                                STEP,
                                "id=\"Message_ContactConcluded\" name=\"ContactConcluded\"",
                                "id=\"Message_CaseSettled\" name=\"CaseSettled\"",
                                "messageRef=\"Message_ContactConcluded\"",
                                "messageRef=\"Message_CaseSettled\"")
                        .says("Task_SendMessage", "The case would go on before the message is out.")
                        .says("Gateway_WasItSent", "It needs “contactOutcome”")
                        .says(
                                "Event_ContactConcluded",
                                "This process is called by “business-journey”, which ends it when the case is settled."),
                Twin.of(
                                "a settlement that ends only a part",
                                JOURNEY,
                                "<bpmn:startEvent id=\"Event_CaseSettled\"",
                                "<bpmn:startEvent isInterrupting=\"false\" id=\"Event_CaseSettled\"")
                        .says("Event_CaseSettled", "The event would begin a second way beside the first."),
                Twin.of(
                                "a journey that a payment does not end",
                                JOURNEY,
                                "id=\"Message_CaseSettled\" name=\"CaseSettled\"",
                                "id=\"Message_BlockLifted\" name=\"BlockLifted\"",
                                "messageRef=\"Message_CaseSettled\"",
                                "messageRef=\"Message_BlockLifted\"")
                        .says("dunning-journey", "Nothing ends this process when the case is settled."));
    }

    private static List<Twin> names() {
        return List.of(
                Twin.of(
                                "a task without a name",
                                STEP,
                                "id=\"Task_SendMessage\" name=\"Send message\"",
                                "id=\"Task_SendMessage\"")
                        .says("Task_SendMessage", "The task has no name."),
                Twin.of(
                                "an event without a name",
                                STEP,
                                "id=\"Event_DebtorReached\" name=\"Debtor reached\"",
                                "id=\"Event_DebtorReached\"")
                        .says("Event_DebtorReached", "The event has no name."),
                Twin.of(
                                "a gateway without a question",
                                STEP,
                                "id=\"Gateway_WasItSent\" name=\"Was it sent?\"",
                                "id=\"Gateway_WasItSent\"")
                        .says("Gateway_WasItSent", "The gateway has no name."),
                Twin.of("a way without an answer", STEP, "id=\"Flow_Sent\" name=\"yes\"", "id=\"Flow_Sent\"")
                        .says("Flow_Sent", "The flow has no name."),
                Twin.of("an id that Camunda Modeler made up", STEP, "Task_SendMessage", "Activity_0x1y2z3")
                        .says("Activity_0x1y2z3", "The id does not say what the name says. Call it Task_SendMessage."),
                Twin.of("an id of another name", STEP, "name=\"Send message\"", "name=\"Verschicke Größeres\"")
                        .says(
                                "Task_SendMessage",
                                "The id does not say what the name says. Call it Task_VerschickeGroesseres."),
                Twin.of("a flow's id without prefix", STEP, "\"Flow_Sent\"", "\"Sent\"", ">Flow_Sent<", ">Sent<")
                        .says("Sent", "The id does not say what this is. Begin it with Flow_"));
    }

    private static List<Twin> diagrams() {
        String shape = "<bpmndi:BPMNShape id=\"Task_SendMessage_di\" bpmnElement=\"Task_SendMessage\">";
        String text = Shipped.text(STEP);
        String diagram = text.substring(text.indexOf("  <bpmndi:BPMNDiagram"), text.indexOf("</bpmn:definitions>"));
        return List.of(
                Twin.of("nothing drawn", STEP, diagram, "").says("reminder-step", "Nothing is drawn."),
                Twin.of(
                                "an element that is not drawn",
                                STEP,
                                shape,
                                shape.replace("bpmnElement=\"Task_SendMessage\"", ""))
                        .says("Task_SendMessage", "It is not drawn in the diagram."),
                tooMany());
    }

    /** Many days are waited for, one after the other, before the debtor counts as reached. */
    private static Twin tooMany() {
        StringBuilder days = new StringBuilder();
        StringBuilder shapes = new StringBuilder();
        for (int i = 1; i <= 8; i++) {
            days.append("""
                    <bpmn:intermediateCatchEvent id="Event_DayPassed_%1$d" name="Day passed"><bpmn:timerEventDefinition id="T_%1$d"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                    <bpmn:sequenceFlow id="Flow_Day_%1$d" sourceRef="Event_DayPassed_%1$d" targetRef="%2$s" />
                    """.formatted(i, i == 8 ? "Event_DebtorReached" : "Event_DayPassed_" + (i + 1)));
            shapes.append(TwinsOfWays.shape("Event_DayPassed_" + i, 1262 + 100 * i, 500))
                    .append(TwinsOfWays.edge("Flow_Day_" + i));
        }
        return Twin.of(
                        "a diagram too big to read",
                        STEP,
                        "</bpmn:process>",
                        days + "</bpmn:process>",
                        "sourceRef=\"Gateway_WasItSent\" targetRef=\"Event_DebtorReached\"",
                        "sourceRef=\"Gateway_WasItSent\" targetRef=\"Event_DayPassed_1\"",
                        "<dc:Bounds x=\"1262\" y=\"242\" width=\"36\" height=\"36\" />",
                        "<dc:Bounds x=\"2262\" y=\"242\" width=\"36\" height=\"36\" />",
                        "</bpmndi:BPMNPlane>",
                        shapes + "</bpmndi:BPMNPlane>")
                .says(
                        "reminder-step",
                        "The diagram has 26 tasks, events and gateways; more than 25 nobody can follow.");
    }

    private static List<Twin> forms() {
        String form = "review-case.form";
        return List.of(
                Twin.of("broken JSON", form, "\"components\": [", "\"components\" [")
                        .says(null, "The file is not readable JSON"),
                Twin.of("no form", form, "\"components\"", "\"parts\"").says(null, "The file is not a form."),
                Twin.of(
                                "a form with another id",
                                form,
                                "\"id\": \"review-case\"",
                                "\"id\": \"find-contact-details\"",
                                "\"WAIT\"",
                                "\"FOUND\"",
                                "\"STOP\"",
                                "\"NOTHING_FOUND\"")
                        .says(
                                null,
                                "The form has the id “find-contact-details” but the file is called “review-case.form”."),
                Twin.of("a form for Camunda 8", form, "\"schemaVersion\": 16", "\"schemaVersion\": 19")
                        .says(null, "The form is written in schema version 19"),
                Twin.of("a file picker", form, "\"type\": \"textarea\"", "\"type\": \"filepicker\"")
                        .says("Field_Comment", "Tasklist can't show a component of the type “filepicker”."),
                Twin.of("a list that grows", form, "\"type\": \"textarea\"", "\"type\": \"dynamiclist\"")
                        .says("Field_Comment", "Tasklist can't show a component of the type “dynamiclist”."),
                Twin.of("a foreign page", form, "\"type\": \"textarea\"", "\"type\": \"iframe\"")
                        .says("Field_Comment", "Tasklist can't show a component of the type “iframe”."),
                Twin.of("a field that nobody reads", form, "\"key\": \"comment\"", "\"key\": \"remark\"")
                        .says("Field_Comment", "Nobody reads the field “remark”. Use one of comment, decision."),
                Twin.of("no decision", form, "\"key\": \"decision\"", "\"key\": \"comment\"")
                        .says(null, "The field “decision” is missing"),
                Twin.of("a decision that leads nowhere", form, "\"WAIT\"", "\"LATER\"")
                        .says(
                                "Field_Decision",
                                "No way leads on from the decision “LATER”. Use the values STOP, WAIT."),
                Twin.of("a decision that may be left out", form, "\"required\": true", "\"required\": false")
                        .says("Field_Decision", "Without a decision the process can't go on."));
    }
}
