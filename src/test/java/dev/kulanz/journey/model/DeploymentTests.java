package dev.kulanz.journey.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a process owner sees when he deploys, on the real engine. */
@KulanzTest
class DeploymentTests {

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ProcessEngineConfigurationImpl configuration;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ModelCheck check;

    private long deploymentsBefore;

    @BeforeEach
    void count() {
        deploymentsBefore = deployments();
    }

    @Test
    void deploysTheShippedModelsAtTheStart() {
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("dunning-journey")
                        .count())
                .isPositive();
        assertThat(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("contact-choice")
                        .count())
                .isPositive();
        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentName("kulanz")
                        .deploymentSource("kulanz")
                        .count())
                .isPositive();
    }

    @Test
    void answersAllFindingsWithTheirElementsAndStoresNothing() throws IOException {
        HttpResponse<String> answer = owner().deploy(
                        "reminder-step.bpmn",
                        Shipped.edited(
                                "reminder-step.bpmn", "${sendMessage}", "${unknown}", "name=\"Step reached\"", ""));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        // what would not work comes first, though the start stands before it
        assertThat(new ObjectMapper().readTree(answer.body()).path("message").asText())
                .isEqualTo("""
                        Nothing was deployed. Put right and deploy again (findings: 1):
                        - reminder-step.bpmn, “Send message” (Task_SendMessage): There is no delegate ${unknown}. Use one of ${checkBlocks}, ${chooseContact}, ${findStep}, ${judgePromise}, ${placeCall}, ${sendMessage}, ${sendServiceMessage}, ${transmitCase}, ${tripwire}.
                        Besides, what alone would not keep it from being deployed (warnings: 1):
                        - reminder-step.bpmn, Event_StepReached: The event has no name. Say what has happened, e.g. “Block lifted”.""");
        JsonNode said =
                new ObjectMapper().readTree(answer.body()).path("details").path("reminder-step.bpmn");
        assertThat(said.path("errors")).singleElement().satisfies(error -> {
            assertThat(error.path("mainElementId").asText()).isEqualTo("Task_SendMessage");
            assertThat(error.path("message").asText()).startsWith("There is no delegate ${unknown}.");
        });
        assertThat(said.path("warnings")).singleElement().satisfies(warning -> assertThat(
                        warning.path("mainElementId").asText())
                .isEqualTo("Event_StepReached"));
        assertThat(deployments()).isEqualTo(deploymentsBefore);
    }

    @Test
    void alsoSaysWhatOnlyTheEngineFinds() {
        HttpResponse<String> answer = owner().deploy(
                        "reminder-step.bpmn",
                        Shipped.edited(
                                "reminder-step.bpmn",
                                "<bpmn:serviceTask id=\"Task_SendMessage\"",
                                "<bpmn:serviceTask isForCompensation=\"true\" id=\"Task_SendMessage\"",
                                "name=\"Debtor reached\"",
                                ""));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "Event_DebtorReached: The event has no name.",
                        "Task_SendMessage: Invalid incoming sequence flow");
    }

    /** What the engine breaks off on is wrong with the file, not with the application. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "${!blocked} # ${!blocked;1}",
                "${!blocked} # ${payDays == 99999999999999999999999}",
                "${!blocked} # ${1+1",
                "${checkBlocks} # ${T(x)}",
                "name=\"Send message\" # name=\"Send ${\"",
                "name=\"Send message\" # name=\"Send ${}\"",
                "name=\"Send message\" # name=\"Send ${1+1\"",
                "No usable address is known. # ${1+1} and more $ {",
                "No usable address is known. # No ${"
            })
    void answersABrokenExpressionAsAFinding(String from, String to) {
        HttpResponse<String> answer =
                owner().deploy("reminder-step.bpmn", Shipped.edited("reminder-step.bpmn", from, to));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("reminder-step.bpmn").doesNotContain("\\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "hitPolicy=\"FIRST\" # hitPolicy=\"\"",
                "historyTimeToLive=\"P90D\" # historyTimeToLive=\"${1+1}\"",
                "historyTimeToLive=\"P90D\" # historyTimeToLive=\"-1\"",
                "</decisionTable> # </decisionTable><literalExpression id=\"L\"><text>1</text></literalExpression>",
                "<text>brokenPromises</text> # <!-- nothing -->",
                "<rule id=\" # <rule id=\"&lt;b&gt;",
                "<decisionTable # <x:y xmlns:x=\"urn:x\"/><decisionTable"
            })
    void answersABrokenTableAsAFinding(String from, String to) {
        HttpResponse<String> answer =
                owner().deploy("promise-limits.dmn", Shipped.edited("promise-limits.dmn", from, to));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("promise-limits.dmn").doesNotContain("\\tat ");
    }

    @Test
    void answersWhatIsNestedWithoutEndAsAFinding() {
        String deep = "${" + "(".repeat(20_000) + "blocked" + ")".repeat(20_000) + "}";
        HttpResponse<String> answer =
                owner().deploy("reminder-step.bpmn", Shipped.edited("reminder-step.bpmn", "${blocked}", deep));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("Flow_Blocked");
    }

    @Test
    void namesAFileThatCannotBeReadOnce() {
        HttpResponse<String> answer = owner().deploy("bad.dmn", "<definitions");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body())
                .contains("bad.dmn: The file is not readable XML")
                .doesNotContain("bad.dmn: bad.dmn");
    }

    @Test
    void saysWhatIsWrongInTheFileInWholeSentences() {
        String twice = Shipped.edited("promise-limits.dmn", "\"Table_PromiseLimits\"", "\"promise-limits\"");
        HttpResponse<String> answer = owner().deploy("promise-limits.dmn", twice);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body())
                .contains("The id 'promise-limits' is there twice")
                .doesNotContain("The file the");
    }

    @Test
    void refusesARuleThatNamesAnUnknownFact() {
        HttpResponse<String> answer = owner().deploy(
                        "contact-choice.dmn", Shipped.edited("contact-choice.dmn", "daysOverdue", "daysOverDue"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("contact-choice.dmn: ", "daysOverDue", "fact vocabulary");
        assertThat(deployments()).isEqualTo(deploymentsBefore);
    }

    @Test
    void refusesARuleWithoutTimeToLiveOrUnderAnotherName() {
        HttpResponse<String> answer = owner().deploy(
                        "choice.dmn", Shipped.edited("contact-choice.dmn", " camunda:historyTimeToLive=\"P90D\"", ""));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body())
                .contains(
                        "choice.dmn, “Contact choice” (contact-choice): The history time to live is missing.",
                        "The decision has the id “contact-choice” but the file is called “choice.dmn”.");
    }

    @Test
    void refusesOtherFilesWhateverTheyHold() {
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name("test")
                .addInputStream("picture.png", new ByteArrayInputStream(new byte[] {(byte) 0x89, 'P', 'N', 'G'}))
                .addString("code.groovy", "System.exit(1)");

        assertThatThrownBy(deployment::deploy)
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("not “picture.png”")
                .hasMessageContaining("not “code.groovy”");
        assertThat(deployments()).isEqualTo(deploymentsBefore);
    }

    @Test
    void refusesADiagramThatHidesItsWordsInAnotherEncoding() {
        byte[] utf16 =
                Shipped.text("reminder-step.bpmn").replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16);
        DeploymentBuilder deployment =
                repository.createDeployment().addInputStream("reminder-step.bpmn", new ByteArrayInputStream(utf16));

        assertThatThrownBy(deployment::deploy).hasMessageContaining("not written in UTF-8");
    }

    @Test
    void refusesModelsOfOneCreditor() {
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name("test")
                .tenantId("ACME")
                .addString("reminder-step.bpmn", Shipped.text("reminder-step.bpmn"));

        assertThatThrownBy(deployment::deploy).hasMessageContaining("Leave the tenant ID empty.");
    }

    @Test
    void goesOnWithAnOldVersionThatWouldBeRefusedToday() {
        Deployment old = repository
                .createDeployment()
                .name("old")
                .addString("dunning-journey.bpmn", Shipped.edited("dunning-journey.bpmn", ">P7D<", ">P9D<"))
                .deploy();
        try {
            jdbc.sql("update act_ge_bytearray set bytes_ = :bytes where deployment_id_ = :deployment")
                    .param(
                            "bytes",
                            Shipped.edited("dunning-journey.bpmn", "${findStep}", "${unknown}")
                                    .getBytes(UTF_8))
                    .param("deployment", old.getId())
                    .update();
            configuration.getDeploymentCache().discardProcessDefinitionCache();
            String version = repository
                    .createProcessDefinitionQuery()
                    .deploymentId(old.getId())
                    .singleResult()
                    .getId();

            assertThat(((RepositoryServiceImpl) repository)
                            .getDeployedProcessDefinition(version)
                            .getId())
                    .isEqualTo(version);
            DeploymentBuilder again = repository.createDeployment().addDeploymentResources(old.getId());
            assertThatThrownBy(again::deploy).hasMessageContaining("There is no delegate ${unknown}.");
        } finally {
            repository.deleteDeployment(old.getId(), true);
        }
    }

    @Test
    void deletesNoModelThatCasesNeed() {
        String shipped = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("reminder-step")
                .latestVersion()
                .singleResult()
                .getDeploymentId();

        HttpResponse<String> answer = Browser.withPassword(port, "admin", "admin")
                .delete("/engine-rest/deployment/" + shipped + "?cascade=true");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("Nothing was deleted: ");
        assertThat(deployments()).isEqualTo(deploymentsBefore);
        assertThat(owner().delete("/engine-rest/deployment/" + shipped).statusCode())
                .isNotEqualTo(204);
    }

    @Test
    void letsAChangedWaitIn() {
        HttpResponse<String> answer =
                owner().deploy("dunning-journey.bpmn", Shipped.edited("dunning-journey.bpmn", ">P7D<", ">P9D<"));
        try {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(deployments()).isEqualTo(deploymentsBefore + 1);
        } finally {
            repository
                    .createDeploymentQuery()
                    .deploymentName("dunning-journey.bpmn")
                    .list()
                    .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        }
    }

    @Test
    void findsNothingWrongWithTheShippedModelsAndTheRealRules() {
        assertThat(check.check(Shipped.models(), InForce.NOTHING)).isEqualTo(List.of());
    }

    private long deployments() {
        return repository.createDeploymentQuery().count();
    }

    private Browser owner() {
        return Browser.withPassword(port, "owner", "owner");
    }
}
