package dev.kulanz.journey.model;

import static dev.kulanz.journey.model.Twin.step;

import java.util.List;
import java.util.stream.Stream;

/** Broken twins of names and drawings. */
final class TwinsOfDrawings {

    private TwinsOfDrawings() {}

    static Stream<Twin> all() {
        return Stream.of(names(), drawn(), layout()).flatMap(List::stream);
    }

    private static List<Twin> names() {
        return List.of(
                step("a task without a name")
                        .changed("id=\"Task_SendMessage\" name=\"Send message\"", "id=\"Task_SendMessage\"")
                        .warns("Task_SendMessage", "The task has no name."),
                step("an event without a name")
                        .changed("id=\"Event_DebtorReached\" name=\"Debtor reached\"", "id=\"Event_DebtorReached\"")
                        .warns("Event_DebtorReached", "The event has no name."),
                step("a gateway without a question")
                        .changed("id=\"Gateway_WasItSent\" name=\"Was it sent?\"", "id=\"Gateway_WasItSent\"")
                        .warns("Gateway_WasItSent", "The gateway has no name."),
                step("a way without an answer")
                        .changed("id=\"Flow_Sent\" name=\"yes\"", "id=\"Flow_Sent\"")
                        .warns("Flow_Sent", "The flow has no name."),
                step("an id that Camunda Modeler made up")
                        .changed("Task_SendMessage", "Activity_0x1y2z3")
                        .warns("Activity_0x1y2z3", "Camunda Modeler made this id up. Call it Task_SendMessage, or"),
                step("a made-up id of a task with a German name")
                        .changed(
                                "\"Task_SendMessage\" name=\"Send message\"",
                                "\"Activity_1tzpqo8\" name=\"Größeres senden\"")
                        .changed("\"Task_SendMessage\"", "\"Activity_1tzpqo8\"")
                        .warns(
                                "Activity_1tzpqo8",
                                "Camunda Modeler made this id up. Call it Task_GroesseresSenden, or"),
                step("a made-up id of a gateway")
                        .changed("\"Gateway_WasItSent\"", "\"Gateway_1q2w3e4\"")
                        .warns("Gateway_1q2w3e4", "Camunda Modeler made this id up. Call it Gateway_WasItSent, or"),
                step("a made-up id of a flow")
                        .changed("\"Flow_Sent\"", "\"Flow_0b7ml2a\"")
                        .changed(">Flow_Sent<", ">Flow_0b7ml2a<")
                        .warns("Flow_0b7ml2a", "Camunda Modeler made this id up. Begin it with Flow_"),
                step("the id of another kind")
                        .changed("\"Task_SendMessage\"", "\"Gateway_SendMessage\"")
                        .warns("Gateway_SendMessage", "The id does not say what this is. Call it Task_SendMessage, or"),
                step("a flow's id without prefix")
                        .changed("\"Flow_Sent\"", "\"Sent\"")
                        .changed(">Flow_Sent<", ">Sent<")
                        .warns("Sent", "The id does not say what this is. Begin it with Flow_"));
    }

    private static List<Twin> drawn() {
        String shape = "<bpmndi:BPMNShape id=\"Task_SendMessage_di\" bpmnElement=\"Task_SendMessage\">";
        String text = Shipped.text("reminder-step.bpmn");
        String diagram = text.substring(text.indexOf("  <bpmndi:BPMNDiagram"), text.indexOf("</bpmn:definitions>"));
        return List.of(
                step("nothing drawn").without(diagram).says("reminder-step", "Nothing is drawn."),
                step("an element that is not drawn")
                        .changed(shape, shape.replace("bpmnElement=\"Task_SendMessage\"", ""))
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
            shapes.append(shape("Event_DayPassed_" + i, 1262 + 100 * i, 500)).append(edge("Flow_Day_" + i));
        }
        return step("a diagram too big to read")
                .before("</bpmn:process>", days.toString())
                .leads("Gateway_WasItSent", "Event_DebtorReached", "Event_DayPassed_1")
                .changed(
                        "<dc:Bounds x=\"1262\" y=\"242\" width=\"36\" height=\"36\" />",
                        "<dc:Bounds x=\"2262\" y=\"242\" width=\"36\" height=\"36\" />")
                .before("</bpmndi:BPMNPlane>", shapes.toString())
                .warns(
                        "reminder-step",
                        "The diagram has 26 tasks, events and gateways; more than 25 nobody can follow.");
    }

    private static List<Twin> layout() {
        return List.of(
                step("a way that leads to the left")
                        .changed(
                                "<dc:Bounds x=\"1262\" y=\"242\" width=\"36\" height=\"36\" />",
                                "<dc:Bounds x=\"162\" y=\"402\" width=\"36\" height=\"36\" />")
                        .warns("Event_DebtorReached", "It stands left of “Was it sent?”, which comes before it."),
                step("one thing on the other")
                        .changed(
                                "<dc:Bounds x=\"612\" y=\"322\" width=\"36\" height=\"36\" />",
                                "<dc:Bounds x=\"612\" y=\"262\" width=\"36\" height=\"36\" />")
                        .warns("Event_StepLeftOut", "It lies on “Does the step fit?”."),
                step("a name on something else")
                        .changed(
                                "<dc:Bounds x=\"592\" y=\"365\" width=\"76\" height=\"14\" />",
                                "<dc:Bounds x=\"700\" y=\"250\" width=\"76\" height=\"14\" />")
                        .warns("Event_StepLeftOut", "Its name lies on “Choose contact”."),
                step("a task named like a thing")
                        .changed("name=\"Send message\"", "name=\"Message sending\"")
                        .changed("\"Task_SendMessage\"", "\"Task_MessageSending\"")
                        .warns("Task_MessageSending", "The name does not say what is done."),
                step("a gateway that asks nothing")
                        .changed("name=\"Is there a way?\"", "name=\"Is there a way\"")
                        .warns("Gateway_IsThereAWay", "The name is no question."),
                step("an event named in one word")
                        .changed("name=\"Debtor reached\"", "name=\"End\"")
                        .changed("\"Event_DebtorReached\"", "\"Event_End\"")
                        .warns("Event_End", "The name does not say what has happened."),
                step("a task that tells the clerk nothing")
                        .without(
                                "No usable address is known. Look into the customer file or call, and enter what you find.")
                        .warns("Task_FindContactDetails", "Nothing tells people what happens here."));
    }

    static String shape(String id, int x, int y) {
        return "<bpmndi:BPMNShape id=\"%1$s_di\" bpmnElement=\"%1$s\"><dc:Bounds x=\"%2$d\" y=\"%3$d\" width=\"36\" height=\"36\" /></bpmndi:BPMNShape>"
                .formatted(id, x, y);
    }

    static String edge(String id) {
        return "<bpmndi:BPMNEdge id=\"%1$s_di\" bpmnElement=\"%1$s\"><di:waypoint x=\"1\" y=\"1\" /><di:waypoint x=\"2\" y=\"1\" /></bpmndi:BPMNEdge>"
                .formatted(id);
    }
}
