package dev.kulanz.journey.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.journey.ApplicationNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Diagrams, delegates, messages, variables, decisions and forms agree; whatever breaks that is refused. */
class ModelContractTests {

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
                assertThat(finding.severity()).isEqualTo(expected.severity());
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
            Deployment deployment = new Deployment(InForce.NOTHING, Shipped::read);
            Shipped.with(twin.file(), twin.text()).forEach(deployment::read);
            deployment
                    .model(twin.file())
                    .ifPresent(model -> Shipped.CHECK.rules(model, deployment).forEach(rule -> {
                        Report report = new Report(twin.file(), rule.severity());
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

    @ParameterizedTest
    @CsvSource({
        "intermediateCatchEvent, Event_GraceOver, false",
        "serviceTask, Task_JudgePromise, false",
        "intermediateCatchEvent, Event_DayBeforeReached, true"
    })
    void looksForTheTimerBeforeAJudgementAlsoInAndBeforeASubprocess(String type, String id, boolean tooEarly) {
        String text = Shipped.edited("promise-follow-up.bpmn");
        String end = "</bpmn:%s>".formatted(type);
        int begin = text.indexOf("<bpmn:%s id=\"%s\"".formatted(type, id));
        String element = text.substring(begin, text.indexOf(end, begin) + end.length());
        String within = element.replaceAll("<bpmn:(incoming|outgoing)>[^<]*</bpmn:(incoming|outgoing)>", "")
                .replace("id=\"" + id, "id=\"%s_Within".formatted(id));
        String ways = element.replaceAll(
                "(?s).*?((<bpmn:(incoming|outgoing)>[^<]*</bpmn:(incoming|outgoing)>\\s*)+).*", "$1");
        Twin twin = Twin.of("a subprocess", "promise-follow-up.bpmn").changed(element, """
                <bpmn:subProcess id="%1$s" name="Within">%2$s<bpmn:startEvent id="Event_Begun" />%3$s<bpmn:endEvent id="Event_Over" />
                <bpmn:sequenceFlow id="Flow_Begun" sourceRef="Event_Begun" targetRef="%1$s_Within" />
                <bpmn:sequenceFlow id="Flow_Over" sourceRef="%1$s_Within" targetRef="Event_Over" />
                </bpmn:subProcess>""".formatted(id, ways, within));
        Twin judged = tooEarly ? twin.changed("${judgeAt}", "${remindAt}") : twin;
        assertThat(judged.findings().stream()
                        .filter(finding -> finding.sentence().contains("before its day")))
                .hasSize(tooEarly ? 1 : 0);
    }

    @Test
    void acceptsADecisionTaskOfTheSameDeployment() {
        assertThat(TwinsOfTasks.deciding("a decision task", "step-fitting", "fitting", "singleEntry")
                        .findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${blocked}",
                "${!blocked && (channel == 'SMS' || channel == \"EMAIL\")}",
                "${payDays >= 10}",
                "${channel != null}",
                "${channel ne 'NONE'}",
                "${'NONE' != channel}",
                "${not blocked and channel eq 'EMAIL' or 5 lt payDays}",
                "${not (channel eq 'NONE')}",
                "${true == blocked}",
                "${!blocked == false}",
                "${null ne channel}",
                "#{ outcome=='FOUND' }"
            })
    void acceptsConditionsThatOnlyCompare(String condition) {
        assertThat(new Condition(condition, ApplicationNames.read()).problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${5 < payDays}", "${5 lt payDays}", "${!(5 >= payDays)}", "${payDays gt 5}"})
    void readsAConditionFromEitherSide(String condition) {
        Condition read = new Condition(condition, ApplicationNames.read());
        assertThat(read.holds(Map.of("payDays", "6"))).isTrue();
        assertThat(read.holds(Map.of("payDays", "5"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void acceptsAFormThatCanBeCompleted(String file, String from, String to) {
        assertThat(Shipped.findings(file, from, to)).isEmpty();
    }

    static List<Arguments> acceptsAFormThatCanBeCompleted() {
        String found = "\"conditional\": { \"hide\": \"=decision != \\\"FOUND\\\"\" },";
        return List.of(
                Arguments.of("call-back.form", "Yes, we talked / Ja, wir haben gesprochen", "Oui, on a parlé"),
                Arguments.of("call-back.form", "\"type\": \"radio\"", "\"type\": \"select\", \"searchable\": true"),
                Arguments.of(
                        "call-back.form",
                        "\"maxLength\": 2000",
                        "\"required\": true, \"minLength\": 10, \"maxLength\": 500"),
                Arguments.of(
                        "call-back.form",
                        "\"key\": \"comment\"",
                        "\"key\": \"comment\", \"conditional\": {\"hide\": \"=decision = \\\"TALKED\\\"\"}"),
                Arguments.of(
                        "call-back.form",
                        "\"text\": \"What was said",
                        "\"conditional\": {\"hide\": \"=decision = \\\"TALKED\\\" or decision = \\\"NOT_REACHED\\\"\"}, \"text\": \"Choose first. What was said"),
                Arguments.of("find-contact-details.form", found, ""),
                Arguments.of(
                        "find-contact-details.form",
                        "\"validationType\": \"email\"",
                        "\"required\": true, \"validationType\": \"email\""),
                Arguments.of(
                        "find-contact-details.form",
                        "\"key\": \"country\"",
                        "\"key\": \"country\", \"defaultValue\": \"Österreich\""),
                Arguments.of("release-handover.form", "\"maxLength\": 2000", "\"required\": true, \"minLength\": 20"),
                Arguments.of(
                        "release-handover.form",
                        "\"hide\": \"=decision != \\\"RETURN\\\"\"\n      }",
                        "\"hide\": \"=decision = \\\"RELEASE\\\" or decision = \\\"WRITE_OFF\\\"\"}, \"validate\": {\"required\": true}"),
                Arguments.of(
                        "release-handover.form",
                        "\"key\": \"comment\"",
                        "\"key\": \"comment\", \"conditional\": {\"hide\": \"=decision = \\\"RELEASE\\\"\"}"));
    }

    @Test
    void hasAShippedFormForEveryTaskFormAndItsTask() {
        for (TaskForm form : TaskForm.values()) {
            assertThat(Shipped.models()).containsKey(form.formId() + ".form");
            assertThat(Shipped.elements("userTask")).as(form.taskId()).anySatisfy(task -> {
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
}
