package dev.kulanz.journey.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only helps people is told to who deploys and keeps nobody from deploying. */
@KulanzTest
class NamesAndIdsTests {

    private static final String STEP = "reminder-step.bpmn";
    private static final Map<String, String> BY_THE_MODELER = Map.of(
            "deployment-name", "reminder-step",
            "deployment-source", "Camunda Modeler",
            "enable-duplicate-filtering", "true",
            "deploy-changed-only", "true");

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ModelCheck check;

    private List<String> deploymentsBefore = List.of();

    @BeforeEach
    void remember() {
        deploymentsBefore = deployments();
    }

    @AfterEach
    void takeBack() {
        List<String> mine = new ArrayList<>(deployments());
        mine.removeAll(deploymentsBefore);
        mine.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void saysNothingWhenALabelIsPutIntoBetterWordsOrGerman() {
        for (String name :
                List.of("Write to debtor", "Nachricht senden", "Schuldner anschreiben", "Envoyer le message")) {
            assertThat(Shipped.findings(STEP, "name=\"Send message\"", "name=\"" + name + "\""))
                    .as(name)
                    .isEmpty();
        }
        assertThat(Shipped.findings(STEP, "name=\"Was it sent?\"", "name=\"Ging sie hinaus?\""))
                .isEmpty();
        assertThat(Shipped.findings(STEP, "name=\"Debtor reached\"", "name=\"Schuldner erreicht\""))
                .isEmpty();
    }

    @Test
    void letsInADiagramOfWhichTheModelerMadeAllIdsUp() {
        String text = Shipped.text(STEP);
        var ids = Pattern.compile("\\bid=\"((?:Task|Activity|Gateway|Event|Flow)_\\w+)\"")
                .matcher(text)
                .results()
                .map(id -> id.group(1))
                .filter(id -> !id.endsWith("_di"))
                .distinct()
                .toList();
        assertThat(ids).hasSizeGreaterThan(20);
        for (int i = 0; i < ids.size(); i++) {
            String kind = ids.get(i).substring(0, ids.get(i).indexOf('_')).replace("Task", "Activity");
            text = text.replaceAll("\\b" + ids.get(i) + "\\b", "%s_%07d".formatted(kind, 1_000_000 + i));
        }

        List<Finding> findings = Shipped.CHECK.check(Shipped.with(STEP, text), InForce.NOTHING);

        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.WARNING);
        assertThat(findings).extracting(Finding::elementId).hasSize(ids.size()).doesNotHaveDuplicates();
    }

    @Test
    void tellsWhatATableHardlyMeansInTheSameWay() throws IOException {
        String text = Shipped.edited("contact-choice.dmn", "\"LETTER\"", "\"WHATSAPP\"");

        HttpResponse<String> answer = owner().deploy(BY_THE_MODELER, "contact-choice.dmn", text);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(new ObjectMapper().readTree(answer.body()).path("warnings"))
                .isNotEmpty()
                .allSatisfy(
                        warning -> assertThat(warning.path("message").asText()).contains("nothing carries"));
    }

    @Test
    void tellsTheWarningsOfADeploymentInItsAnswerAndOnTheDesk() throws IOException {
        String text = Shipped.edited(STEP, "\"Task_SendMessage\"", "\"Activity_0x1abc2\"");

        HttpResponse<String> answer = owner().deploy(BY_THE_MODELER, STEP, text);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Kulanz-Model-Warnings")).contains("2");
        JsonNode said = new ObjectMapper().readTree(answer.body());
        assertThat(said.path("deployedProcessDefinitions")).isNotEmpty();
        assertThat(said.path("deploymentTime").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4}");
        assertThat(said.path("warnings")).hasSize(2).allSatisfy(warning -> {
            assertThat(warning.path("elementId").asText()).isEqualTo("Activity_0x1abc2");
            assertThat(warning.path("elementName").asText()).isEqualTo("Send message");
            assertThat(warning.path("severity").asText()).isEqualTo("warning");
        });
        assertThat(Browser.loggedIn(port, "owner").page("/incidents").body())
                .contains("Activity_0x1abc2", "Camunda Modeler made this id up. Call it Task_SendMessage, or");
        assertThat(Browser.loggedIn(port, "owner").page("/").body()).contains("2 remarks on models");

        assertThat(owner().deploy(BY_THE_MODELER, STEP, Shipped.text(STEP)).statusCode())
                .isEqualTo(200);
        assertThat(Browser.loggedIn(port, "owner").page("/incidents").body()).doesNotContain("Activity_0x1abc2");
    }

    @Test
    void saysThatAnIdChangedWithoutNeed() {
        String renamed = Shipped.edited(STEP, "\"Task_SendMessage\"", "\"Task_Dispatch\"");

        assertThat(check.check(Map.of(STEP, renamed), new ShippedInForce()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.line())
                            .isEqualTo(
                                    "reminder-step.bpmn, “Send message” (Task_Dispatch): Until now its id is Task_SendMessage. Keep it: what happened here is found by that.");
                });
    }

    @Test
    void saysThatTwoElementsChangedTheirIds() {
        String swapped = Shipped.text(STEP)
                .replaceAll("\\bTask_SendMessage\\b", "Task_X")
                .replaceAll("\\bTask_ChooseContact\\b", "Task_SendMessage")
                .replaceAll("\\bTask_X\\b", "Task_ChooseContact");

        assertThat(check.check(Map.of(STEP, swapped), new ShippedInForce()))
                .allSatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.sentence()).startsWith("Until now its id was Task_");
                })
                .extracting(Finding::elementId)
                .containsExactlyInAnyOrder("Task_SendMessage", "Task_ChooseContact");
    }

    @Test
    void opensATaskWithoutAName() {
        assertThat(Shipped.findings(STEP, "name=\"Find contact details\"", ""))
                .extracting(Finding::severity)
                .containsOnly(Severity.WARNING);
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(deployment -> deployment.getId())
                .sorted()
                .toList();
    }

    private Browser owner() {
        return Browser.withPassword(port, "owner", "owner");
    }
}
