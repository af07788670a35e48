package dev.kulanz.journey.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.journey.ApplicationNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is deployed must also agree with what is in force already, and with the cases under way in it. */
class ModelsInForceTests {

    @Test
    void alsoKnowsWhatIsInForceAlready() {
        Map<String, String> alone = Map.of("dunning-journey.bpmn", Shipped.text("dunning-journey.bpmn"));
        assertThat(Shipped.CHECK.check(alone, InForce.NOTHING))
                .extracting(Finding::elementId)
                .containsExactly(
                        "Activity_NameKindlyWhatEnded",
                        "Activity_SendFriendlyReminder",
                        "Activity_SendSecondReminder",
                        "Activity_SendDigitalNudge",
                        "Activity_OfferPlan",
                        "Activity_CallDebtor",
                        "Activity_SendDunningNotice",
                        "Activity_SendFinalNotice",
                        "Activity_DecideOnHandover");
        assertThat(Shipped.CHECK.check(alone, new ShippedInForce())).isEmpty();
    }

    @Test
    void refusesACalledProcessThatWaitsForTheSettlement() {
        Map<String, String> step = Map.of(
                "reminder-step.bpmn", Shipped.edited("reminder-step.bpmn", "ContactConcluded\"", "CaseSettled\""));
        assertThat(Shipped.CHECK.check(step, new ShippedInForce()))
                .extracting(Finding::sentence)
                .anySatisfy(
                        sentence -> assertThat(sentence).startsWith("This process is called by “business-journey”"));
    }

    @Test
    void refusesToCallAProcessInForceThatRunsOnItsOwn() {
        Map<String, String> step = Map.of(
                "reminder-step.bpmn",
                Shipped.edited(
                        "reminder-step.bpmn",
                        "<bpmn:serviceTask id=\"Task_SendMessage\" name=\"Send message\" camunda:modelerTemplate=\"kulanz.send-message\" camunda:delegateExpression=\"${sendMessage}\">",
                        "<bpmn:callActivity id=\"Activity_SendMessage\" name=\"Send message\" calledElement=\"dunning-journey\">",
                        "<bpmn:incoming>Flow_WayFound</bpmn:incoming>",
                        "<bpmn:extensionElements><camunda:in businessKey=\"#{execution.processBusinessKey}\" /></bpmn:extensionElements><bpmn:incoming>Flow_WayFound</bpmn:incoming>",
                        "<bpmn:outgoing>Flow_MessageInOutbox</bpmn:outgoing>\n    </bpmn:serviceTask>",
                        "<bpmn:outgoing>Flow_MessageInOutbox</bpmn:outgoing>\n    </bpmn:callActivity>",
                        "\"Task_SendMessage\"",
                        "\"Activity_SendMessage\""));
        assertThat(Shipped.CHECK.check(step, new ShippedInForce()))
                .extracting(Finding::line)
                .containsExactly(
                        "reminder-step.bpmn, “Send message” (Activity_SendMessage): It would call itself without end. Call another process, or lead the case back by a flow.",
                        "reminder-step.bpmn, “Send message” (Activity_SendMessage): “dunning-journey” runs on its own and ends itself when the case is settled: it can't be called.");
    }

    @Test
    void saysHowManyCasesNobodyWouldFollowUp() throws Unreadable {
        Report report = new Report("reminder-step.bpmn", Severity.REFUSAL);
        new StartRule(beginning("PromiseMade"), List.of(), Optional.of(beginsWith("PromiseMade")), process -> 3)
                .check(ProcessModel.read("reminder-step.bpmn", Shipped.text("reminder-step.bpmn")), report);
        assertThat(report.findings())
                .extracting(Finding::line)
                .containsExactly(
                        "reminder-step.bpmn, “Step reached” (Event_StepReached): Until now the message “PromiseMade” begins this process (3 cases are under way in it); what comes next would be followed up by nobody. Keep this start.");
    }

    @Test
    void refusesASecondProcessForTheSameMessage() throws Unreadable {
        Report report = new Report("reminder-step.bpmn", Severity.REFUSAL);
        new StartRule(beginning("PromiseMade"), List.of(beginsWith("PromiseMade")), Optional.empty(), process -> 0)
                .check(beginsWith("PromiseMade"), report);
        assertThat(report.findings())
                .extracting(Finding::sentence)
                .containsExactly(
                        "“reminder-step” begins with the message “PromiseMade” already, and one case can't be followed up twice. Change one of them.");
    }

    @Test
    void saysHowManyCasesWouldBeStuckAtACallThatNoLongerWorks() {
        Map<String, String> step = Map.of(
                "reminder-step.bpmn",
                Shipped.edited(
                        "reminder-step.bpmn",
                        "<bpmn:outgoing>Flow_StepReached</bpmn:outgoing>",
                        "<bpmn:outgoing>Flow_StepReached</bpmn:outgoing><bpmn:messageEventDefinition id=\"M\" messageRef=\"Message_BlockLifted\" />"));
        assertThat(Shipped.CHECK.check(step, new ShippedInForce()))
                .extracting(Finding::sentence)
                .contains(
                        "“business-journey” calls this process and could no longer: 12 cases under way there would be stuck. Use a start event without a message.");
    }

    private static KnownNames beginning(String message) {
        KnownNames known = ApplicationNames.read();
        Map<String, Telling> messages = new HashMap<>(known.messages());
        messages.put(message, new Telling(true, Set.of()));
        return new KnownNames(
                known.delegates(),
                messages,
                known.variables(),
                known.groups(),
                known.steps(),
                known.notices(),
                known.answered());
    }

    /** The reminder step as if a message began it. */
    private static ProcessModel beginsWith(String message) throws Unreadable {
        return ProcessModel.read(
                "reminder-step.bpmn",
                Shipped.edited(
                        "reminder-step.bpmn",
                        "<bpmn:outgoing>Flow_StepReached</bpmn:outgoing>",
                        "<bpmn:outgoing>Flow_StepReached</bpmn:outgoing><bpmn:messageEventDefinition id=\"M\" messageRef=\"Message_Begin\" />",
                        "<bpmn:message id=\"Message_BlockLifted\"",
                        "<bpmn:message id=\"Message_Begin\" name=\"%s\" /><bpmn:message id=\"Message_BlockLifted\""
                                .formatted(message)));
    }
}
