package dev.kulanz.journey.rules;

import static dev.kulanz.journey.rules.EngineOnDrools.EARLY_CASE;
import static dev.kulanz.journey.rules.EngineOnDrools.LATE_CASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.journal.Happening;
import dev.kulanz.shared.BusinessClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DroolsInEngineTests {

    private static EngineOnDrools drools;

    @BeforeAll
    static void start() {
        drools = new EngineOnDrools();
        var asks = Bpmn.createExecutableProcess("asks")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .businessRuleTask("Task_Decide")
                .camundaDecisionRef("reminder")
                .camundaResultVariable("tone")
                .camundaMapDecisionResult("singleEntry")
                .userTask()
                .endEvent()
                .done();
        var calls = Bpmn.createExecutableProcess("calls")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .callActivity()
                .calledElement("asks")
                .camundaOut("tone", "tone")
                .userTask()
                .endEvent()
                .done();
        drools.engine
                .getRepositoryService()
                .createDeployment()
                .addModelInstance("asks.bpmn", asks)
                .addModelInstance("calls.bpmn", calls)
                .deploy();
    }

    @AfterAll
    static void stop() {
        drools.close();
    }

    @BeforeEach
    void startFromTheSameTable() {
        drools.engine.getIdentityService().clearAuthentication();
        drools.deploy("reminder.dmn", byDays("firm"));
        drools.journal.happenings.clear();
    }

    /** As Camunda Modeler writes it. */
    private static String dmn(String id, String hitPolicy, String table) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" \
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="DRD" namespace="http://camunda.org/schema/1.0/dmn">
                <decision id="%s" name="Reminder (draft)" camunda:historyTimeToLive="1">
                <decisionTable id="t" hitPolicy="%s">%s</decisionTable></decision></definitions>
                """.formatted(id, hitPolicy, table);
    }

    private static String byDays(String lateTone) {
        return dmn("reminder", "FIRST", """
                <input id="i"><inputExpression id="e" typeRef="integer"><text>daysOverdue</text></inputExpression></input>
                <output id="o" name="tone" typeRef="string" />
                <rule id="late"><inputEntry id="c1"><text>&gt;= 30</text></inputEntry>
                <outputEntry id="c2"><text>"%s"</text></outputEntry></rule>
                <rule id="early"><inputEntry id="c3"><text></text></inputEntry>
                <outputEntry id="c4"><text>"friendly"</text></outputEntry></rule>
                """.formatted(lateTone));
    }

    private static Object toneOf(ProcessInstance instance) {
        return drools.engine.getRuntimeService().getVariable(instance.getId(), "tone");
    }

    private static DmnDecisionResult evaluate(String key, Map<String, Object> variables) {
        return drools.engine
                .getDecisionService()
                .evaluateDecisionByKey(key)
                .variables(variables)
                .evaluate();
    }

    @Test
    void aBusinessRuleTaskIsDecidedWithTheFactsOfItsCase() {
        var runtime = drools.engine.getRuntimeService();

        assertThat(toneOf(runtime.startProcessInstanceByKey("asks", EARLY_CASE)))
                .isEqualTo("friendly");
        assertThat(toneOf(runtime.startProcessInstanceByKey("asks", LATE_CASE))).isEqualTo("firm");
    }

    @Test
    void aVariableDoesNotReplaceAFactOfTheCase() {
        var instance = drools.engine
                .getRuntimeService()
                .startProcessInstanceByKey("asks", LATE_CASE, Map.of("daysOverdue", 1));

        assertThat(toneOf(instance)).isEqualTo("firm");
    }

    @Test
    void aVariableOfTheProcessGivesAContextFact() {
        drools.deploy(
                "reminder.dmn",
                byDays("firm")
                        .replace("daysOverdue", "step")
                        .replace("integer", "string")
                        .replace("&gt;= 30", "\"second-reminder\""));

        var instance = drools.engine
                .getRuntimeService()
                .startProcessInstanceByKey("asks", EARLY_CASE, Map.of("step", "second-reminder"));

        assertThat(toneOf(instance)).isEqualTo("firm");
    }

    @Test
    void aDecisionInAProcessIsJournalledForItsCase() {
        drools.engine.getRuntimeService().startProcessInstanceByKey("asks", LATE_CASE);

        assertThat(drools.journal.happenings).singleElement().satisfies(happening -> {
            assertThat(happening.kind()).isEqualTo("DecisionMade");
            assertThat(happening.caseNumber()).isEqualTo(LATE_CASE);
            assertThat(happening.facts())
                    .containsEntry("decision", "reminder")
                    .containsEntry("firedRules", List.of("late"))
                    .containsEntry("rows", List.of("tone=firm"))
                    .containsKeys("ruleFileHash", "fact.daysOverdue");
        });
    }

    @Test
    void theHistoryHasRulesAndOutputsButNoInputs() {
        var instance = drools.engine.getRuntimeService().startProcessInstanceByKey("asks", LATE_CASE);

        HistoricDecisionInstance past = drools.engine
                .getHistoryService()
                .createHistoricDecisionInstanceQuery()
                .processInstanceId(instance.getId())
                .includeInputs()
                .includeOutputs()
                .singleResult();

        assertThat(past.getActivityId()).isEqualTo("Task_Decide");
        assertThat(past.getInputs()).isEmpty();
        assertThat(past.getOutputs()).singleElement().satisfies(output -> {
            assertThat(output.getRuleId()).isEqualTo("late");
            assertThat(output.getVariableName()).isEqualTo("tone");
            assertThat(output.getValue()).isEqualTo("firm");
        });
    }

    @Test
    void aCalledProcessIsAboutTheCaseOfItsCaller() {
        var instance = drools.engine.getRuntimeService().startProcessInstanceByKey("calls", LATE_CASE);

        assertThat(drools.journal.happenings).extracting(Happening::caseNumber).containsExactly(LATE_CASE);
        assertThat(instance.getBusinessKey()).isEqualTo(LATE_CASE);
    }

    @Test
    void aProcessWithoutACaseDecidesNothing() {
        assertThatThrownBy(() -> drools.engine.getRuntimeService().startProcessInstanceByKey("asks"))
                .hasStackTraceContaining("The decision 'reminder' can't be made")
                .hasStackTraceContaining("no business key");
        assertThat(drools.journal.happenings).isEmpty();
    }

    @Test
    void askedFromOutsideItTakesTheVariablesAndJournalsNothing() {
        assertThat(evaluate("reminder", Map.of("daysOverdue", 31)).<Object>getSingleEntry())
                .isEqualTo("firm");
        assertThat(evaluate("reminder", Map.of()).<Object>getSingleEntry()).isEqualTo("friendly");
        assertThat(drools.journal.happenings).isEmpty();
    }

    @Test
    void theDecisionTableServiceIsServedToo() {
        var result = drools.engine
                .getDecisionService()
                .evaluateDecisionTableByKey("reminder", Variables.putValue("daysOverdue", 31));

        assertThat(result.<Object>getSingleEntry()).isEqualTo("firm");
    }

    @Test
    void aNewVersionDecidesAtOnce() {
        evaluate("reminder", Map.of("daysOverdue", 31));
        var before = drools.rules.inForce("reminder");

        drools.deploy("reminder.dmn", byDays("final"));

        assertThat(drools.rules.inForce("reminder").id()).isNotEqualTo(before.id());
        assertThat(drools.rules.inForce("reminder").content()).contains("final");
        assertThat(evaluate("reminder", Map.of("daysOverdue", 31)).<Object>getSingleEntry())
                .isEqualTo("final");
        assertThat(toneOf(drools.engine.getRuntimeService().startProcessInstanceByKey("asks", LATE_CASE)))
                .isEqualTo("final");
    }

    @Test
    void aVersionOfAnotherNodeIsSeenAfterFiveSeconds() {
        AtomicLong nanoseconds = new AtomicLong();
        DeployedRules otherNode = new DeployedRules(drools::configuration, nanoseconds::get);
        assertThat(otherNode.inForce("reminder").content()).contains("firm");
        drools.deploy("reminder.dmn", byDays("final"));

        nanoseconds.addAndGet(DeployedRules.LONGEST_KEPT.toNanos());
        assertThat(otherNode.inForce("reminder").content()).contains("firm");
        nanoseconds.addAndGet(1);
        assertThat(otherNode.inForce("reminder").content()).contains("final");
    }

    @Test
    void rulesAreReadWhoeverIsLoggedIn() {
        drools.engine.getIdentityService().setAuthentication("clerk", List.of());

        assertThat(drools.engine
                        .getRepositoryService()
                        .createDecisionDefinitionQuery()
                        .count())
                .isZero();
        assertThat(new DeployedRules(drools::configuration, System::nanoTime)
                        .inForce("reminder")
                        .resourceName())
                .isEqualTo("reminder.dmn");
    }

    @Test
    void anUnknownDecisionIsRefusedByName() {
        assertThatThrownBy(() -> drools.rules.inForce("nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'nowhere'");
    }

    @Test
    void outputsHaveTypesThatTheEngineCanStore() {
        drools.deploy("types.dmn", dmn("types", "COLLECT", """
                        <input id="i"><inputExpression id="e" typeRef="date"><text>customerSince</text></inputExpression></input>
                        <output id="o1" name="whole" typeRef="integer" /><output id="o2" name="number" typeRef="number" />
                        <output id="o3" name="fraction" typeRef="number" /><output id="o4" name="day" typeRef="date" />
                        <output id="o5" name="sure" typeRef="boolean" /><output id="o6" name="nothing" typeRef="string" />
                        <rule id="r1"><inputEntry id="c1"><text>&lt; date("2020-01-01")</text></inputEntry>
                        <outputEntry id="c2"><text>7</text></outputEntry><outputEntry id="c3"><text>8</text></outputEntry>
                        <outputEntry id="c4"><text>0.5</text></outputEntry><outputEntry id="c5"><text>customerSince</text></outputEntry>
                        <outputEntry id="c6"><text>true</text></outputEntry><outputEntry id="c7"><text></text></outputEntry></rule>
                        <rule id="r2"><inputEntry id="d1"><text>-</text></inputEntry>
                        <outputEntry id="d2"><text>1</text></outputEntry><outputEntry id="d3"><text>1</text></outputEntry>
                        <outputEntry id="d4"><text>1.5</text></outputEntry><outputEntry id="d5"><text></text></outputEntry>
                        <outputEntry id="d6"><text>false</text></outputEntry><outputEntry id="d7"><text>"x"</text></outputEntry></rule>
                        """));
        Date day = Date.from(
                LocalDate.of(2019, 5, 1).atStartOfDay(BusinessClock.ZONE).toInstant());

        DmnDecisionResult result = evaluate("types", Map.of("customerSince", day));

        assertThat(result).hasSize(2);
        assertThat(result.get(0).getEntryMap())
                .containsEntry("whole", 7)
                .containsEntry("number", 8L)
                .containsEntry("fraction", 0.5)
                .containsEntry("day", day)
                .containsEntry("sure", true)
                .containsEntry("nothing", null);
        assertThat(result.collectEntries("fraction")).containsExactly(0.5, 1.5);
    }

    @Test
    void theShippedTableIsReadByBothEngines() throws IOException {
        drools.deploy("contact-choice.dmn", Files.readString(Path.of("rules", "contact-choice.dmn")));

        DmnDecisionResult result = evaluate(
                "contact-choice",
                Map.of("step", "friendly-reminder", "debtorType", "BUSINESS", "hasEmail", true, "failedEmails", 0));

        assertThat(result.collectEntries("style")).containsExactly("standard", "plain");
        assertThat(result.collectEntries("rank")).containsExactly(1L, 2L);
    }
}
