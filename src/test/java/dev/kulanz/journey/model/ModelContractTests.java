package dev.kulanz.journey.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.journey.ApplicationNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Diagrams, delegates, element templates, messages, variables, decisions and forms agree; whatever breaks that is refused. */
class ModelContractTests {

    private static final Path TEMPLATES = Path.of("processes/.camunda/element-templates");

    @Test
    void findsNothingWrongWithTheShippedModels() {
        assertThat(Shipped.models()).containsKeys("dunning-journey.bpmn", "reminder-step.bpmn", "contact-choice.dmn");
        assertThat(Shipped.CHECK.check(Shipped.models(), InForce.NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.kulanz.journey.model.Twins#all")
    void refuses(Twin twin) {
        List<Finding> findings = twin.findings();
        assertThat(findings).as("%s", findings).hasSameSizeAs(twin.expected());
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.resource()).isEqualTo(twin.file()));
        for (Twin.Expected expected : twin.expected()) {
            assertThat(findings).anySatisfy(finding -> {
                assertThat(finding.elementId()).isEqualTo(expected.elementId());
                assertThat(finding.sentence()).startsWith(expected.beginning());
            });
        }
    }

    @Test
    void hasABrokenTwinForEveryRule() throws Unreadable {
        Set<String> rules = new TreeSet<>();
        Set<String> thatFoundSomething = new TreeSet<>();
        for (Twin twin : Twins.all().toList()) {
            if (!twin.file().endsWith(".bpmn")) {
                continue;
            }
            Deployment deployment = new Deployment(InForce.NOTHING);
            Shipped.with(twin.file(), twin.text()).forEach(deployment::read);
            deployment
                    .model(twin.file())
                    .ifPresent(model -> Shipped.CHECK.rules(model, deployment).forEach(rule -> {
                        Report report = new Report(twin.file());
                        rule.check(model, report);
                        rules.add(rule.getClass().getSimpleName());
                        if (!report.findings().isEmpty()) {
                            thatFoundSomething.add(rule.getClass().getSimpleName());
                        }
                    }));
        }
        assertThat(thatFoundSomething).isEqualTo(rules).isNotEmpty();
    }

    @Test
    void saysAllFindingsAtOnceInTheOrderOfTheFile() {
        assertThat(Shipped.findings(
                        "reminder-step.bpmn",
                        "${sendMessage}",
                        "${unknown}",
                        "isExecutable=\"true\"",
                        "isExecutable=\"false\"",
                        "name=\"Debtor reached\"",
                        ""))
                .extracting(Finding::elementId)
                .containsExactly("reminder-step", "Task_SendMessage", "Event_DebtorReached");
    }

    @Test
    void refusesFilesOfOtherTypes() {
        assertThat(Shipped.CHECK.check(Map.of("readme.txt", "hello", "old.bpmn20.xml", "<x />"), InForce.NOTHING))
                .extracting(Finding::line)
                .containsExactly(
                        "old.bpmn20.xml: Only diagrams (.bpmn), decision tables (.dmn) and forms (.form) can be deployed, not “old.bpmn20.xml”.",
                        "readme.txt: Only diagrams (.bpmn), decision tables (.dmn) and forms (.form) can be deployed, not “readme.txt”.");
    }

    @Test
    void looksAtBothFilesOfTheSameName() {
        Map<String, String> models = Shipped.models();
        models.put("a/reminder-step.bpmn", Shipped.edited("reminder-step.bpmn", "${sendMessage}", "${unknown}"));
        assertThat(Shipped.CHECK.check(models, InForce.NOTHING))
                .extracting(Finding::resource)
                .containsExactly("a/reminder-step.bpmn");
    }

    @Test
    void acceptsADecisionTaskOfTheSameDeployment() {
        assertThat(Shipped.findings("reminder-step.bpmn", Twins.decision("contact-choice", "outcome", "singleEntry")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${blocked}",
                "${!blocked && (channel == 'SMS' || channel == \"EMAIL\")}",
                "${payDays >= 10}",
                "${channel != null}",
                "#{ outcome=='WAIT' }"
            })
    void acceptsConditionsThatOnlyCompare(String condition) {
        assertThat(new Condition(condition, ApplicationNames.read()).problem()).isEmpty();
    }

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
                        "reminder-step.bpmn, “Send message” (Activity_SendMessage): “dunning-journey” runs on its own and ends itself when the case is settled: it can't be called.");
    }

    @Test
    void saysHowManyCasesNobodyWouldFollowUp() throws Unreadable {
        Report report = new Report("reminder-step.bpmn");
        new StartRule(beginning("PromiseMade"), List.of(), Optional.of(beginsWith("PromiseMade")), process -> 3)
                .check(ProcessModel.read("reminder-step.bpmn", Shipped.text("reminder-step.bpmn")), report);
        assertThat(report.findings())
                .extracting(Finding::line)
                .containsExactly(
                        "reminder-step.bpmn, “Step reached” (Event_StepReached): Until now the message “PromiseMade” begins this process (3 cases are under way in it); what comes next would be followed up by nobody. Keep this start.");
    }

    @Test
    void refusesASecondProcessForTheSameMessage() throws Unreadable {
        Report report = new Report("reminder-step.bpmn");
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
        return new KnownNames(known.delegates(), messages, known.variables(), known.groups(), known.steps());
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

    @Test
    void hasAnElementTemplateForEveryDelegateAndUsesIt() throws IOException {
        Map<String, String> templateOf = new HashMap<>();
        templates().forEach((id, template) -> template.path("properties").forEach(property -> {
            if (property.path("binding").path("name").asText().equals("camunda:delegateExpression")) {
                templateOf.put(property.path("value").asText(), id);
            }
        }));
        assertThat(templateOf.keySet())
                .containsExactlyInAnyOrderElementsOf(ApplicationNames.read().delegates().keySet().stream()
                        .map("${%s}"::formatted)
                        .toList());
        for (Element task : elements("serviceTask")) {
            assertThat(task.getAttributeNS(ProcessModel.CAMUNDA, "modelerTemplate"))
                    .as(task.getAttribute("id"))
                    .isEqualTo(templateOf.get(task.getAttributeNS(ProcessModel.CAMUNDA, "delegateExpression")));
        }
    }

    @Test
    void knowsEveryElementTemplateThatADiagramUses() throws IOException {
        Set<String> used = new HashSet<>();
        Shipped.models().forEach((file, text) -> {
            var found = Pattern.compile("modelerTemplate=\"([^\"]+)\"").matcher(text);
            while (found.find()) {
                used.add(found.group(1));
            }
        });
        assertThat(templates().keySet()).containsAll(used);
    }

    @Test
    void hasAnElementTemplateForEveryCalledProcessAndDecisionTaskAndUsesIt() throws IOException {
        Map<String, String> templateOf = new HashMap<>();
        templates().forEach((id, template) -> template.path("properties").forEach(property -> {
            String name = property.path("binding").path("name").asText();
            if (name.equals("calledElement") || name.equals("camunda:decisionRef")) {
                templateOf.put(property.path("value").asText(), id);
            }
        }));
        assertThat(templateOf).isNotEmpty();
        templateOf.keySet().forEach(offered -> assertThat(Shipped.models())
                .containsAnyOf(entry(offered + ".bpmn"), entry(offered + ".dmn")));
        for (Element call : elements("callActivity")) {
            assertThat(call.getAttributeNS(ProcessModel.CAMUNDA, "modelerTemplate"))
                    .as(call.getAttribute("id"))
                    .isEqualTo(templateOf.get(call.getAttribute("calledElement")));
        }
        for (Element task : elements("businessRuleTask")) {
            assertThat(task.getAttributeNS(ProcessModel.CAMUNDA, "modelerTemplate"))
                    .as(task.getAttribute("id"))
                    .isEqualTo(templateOf.get(task.getAttributeNS(ProcessModel.CAMUNDA, "decisionRef")));
        }
    }

    private static Map.Entry<String, String> entry(String file) {
        return Map.entry(file, Shipped.models().getOrDefault(file, ""));
    }

    @Test
    void offersInTheReminderTemplateExactlyTheStepsThatThereAre() throws IOException {
        Set<String> offered = new TreeSet<>();
        JsonNode template = Objects.requireNonNull(templates().get("kulanz.reminder-step"));
        template.findPath("choices")
                .forEach(choice -> offered.add(choice.path("value").asText()));
        assertThat(offered).isEqualTo(ApplicationNames.read().steps());
    }

    @Test
    void hasAShippedFormForEveryTaskFormAndItsTask() {
        for (TaskForm form : TaskForm.values()) {
            assertThat(Shipped.models()).containsKey(form.formId() + ".form");
            assertThat(elements("userTask")).as(form.taskId()).anySatisfy(task -> {
                assertThat(task.getAttribute("id")).isEqualTo(form.taskId());
                assertThat(task.getAttributeNS(ProcessModel.CAMUNDA, "formRef")).isEqualTo(form.formId());
            });
            assertThat(Shipped.text(form.formId() + ".form"))
                    .contains("\"text\": \"=" + TaskForm.FACTS + "\"")
                    .contains(form.outcomes())
                    .contains(form.fields().stream()
                            .map("\"key\": \"%s\""::formatted)
                            .toList());
        }
    }

    @Test
    void leadsOnFromEveryOutcomeOfATask() {
        for (TaskForm form : TaskForm.values()) {
            String diagrams = String.join("", Shipped.diagrams());
            assertThat(form.outcomes())
                    .allSatisfy(outcome -> assertThat(diagrams).contains("${outcome == '" + outcome + "'}"));
        }
    }

    private static List<Element> elements(String type) {
        return Shipped.models().entrySet().stream()
                .filter(model -> model.getKey().endsWith(".bpmn"))
                .flatMap(model -> {
                    try {
                        return SafeXml.walk(SafeXml.read(model.getValue()).getDocumentElement()).stream();
                    } catch (Unreadable e) {
                        throw new AssertionError(e);
                    }
                })
                .filter(element -> type.equals(element.getLocalName()))
                .toList();
    }

    private static Map<String, JsonNode> templates() throws IOException {
        Map<String, JsonNode> templates = new TreeMap<>();
        try (var files = Files.list(TEMPLATES)) {
            for (Path file : files.toList()) {
                JsonNode template = new ObjectMapper().readTree(file.toFile());
                templates.put(template.path("id").asText(), template);
            }
        }
        return templates;
    }

    /** An engine into which the shipped models have been deployed. */
    private static final class ShippedInForce implements InForce {

        @Override
        public List<String> processes() {
            return Shipped.diagrams();
        }

        @Override
        public boolean hasDecision(String key) {
            return Shipped.models().containsKey(key + ".dmn");
        }

        @Override
        public boolean hasForm(String id) {
            return TaskForm.ids().contains(id);
        }

        @Override
        public long running(String processId) {
            return 12;
        }
    }
}
