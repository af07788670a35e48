package dev.kulanz.journey.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was to be said of tables that came in is told to who deploys them, is shown, and goes with them. */
@KulanzTest
class ModelWarningsTests {

    private static final Map<String, String> BY_THE_MODELER = Map.of(
            "deployment-name", "my models",
            "deployment-source", "Camunda Modeler",
            "enable-duplicate-filtering", "true",
            "deploy-changed-only", "true");
    private static final String CHOICE = "journey-choice.dmn";
    private static final String CONTACT = "contact-choice.dmn";
    private static final String STEP = "step-fitting.dmn";

    @LocalServerPort
    private int port;

    @Autowired
    private ModelWarnings warnings;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient jdbc;

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
        jdbc.sql("delete from model_warning").update();
    }

    private static String choice() {
        return Shipped.edited(CHOICE, "<text>\"BUSINESS\"</text>", "<text>-</text>");
    }

    private static String contact() {
        return Shipped.edited(CONTACT, "<text>\"LETTER\"</text>", "<text>\"WHATSAPP\"</text>");
    }

    @Test
    void ofSeveralFilesInForceByDifferentDeploymentsAllIsTold() throws JsonProcessingException {
        deploy(CHOICE, choice());
        deploy(CONTACT, contact());
        int deployments = deployments().size();

        JsonNode again = deploy(CHOICE, choice() + file(CONTACT) + contact());

        assertThat(deployments()).hasSize(deployments);
        assertThat(again.path("warnings")).anySatisfy(said -> {
            assertThat(said.path("resource").asText()).isEqualTo(CHOICE);
            assertThat(said.path("severity").asText()).isEqualTo("warning");
            assertThat(said.path("message").asText()).contains("it is never reached");
        });
        assertThat(again.path("warnings"))
                .anySatisfy(said -> assertThat(said.path("resource").asText()).isEqualTo(CONTACT));
    }

    @Test
    void ofWhatIsInForceAlreadyAllIsToldBesidesWhatIsNew() throws JsonProcessingException {
        deploy(CHOICE, choice());

        JsonNode both = deploy(CHOICE, choice() + file(CONTACT) + contact());

        assertThat(both.path("warnings").findValuesAsText("resource")).contains(CHOICE, CONTACT);
    }

    @Test
    void ofAFileThatWasNotAskedForNothingIsTold() throws JsonProcessingException {
        deploy(CHOICE, choice() + file(CONTACT) + contact());

        assertThat(deploy(CONTACT, contact()).path("warnings").findValuesAsText("resource"))
                .isNotEmpty()
                .containsOnly(CONTACT);
    }

    @Test
    void whatWasSaidGoesWithTheDeployment() throws JsonProcessingException {
        String gone = deploy(CHOICE, choice()).path("id").asText();
        assertThat(kept(gone)).isPositive();

        repository.deleteDeployment(gone, true);
        String stays = deploy(CONTACT, contact()).path("id").asText();

        assertThat(kept(gone)).isZero();
        assertThat(kept(stays)).isPositive();
    }

    @Test
    void aLongListIsCutOnThePage() throws JsonProcessingException {
        String deployment = deploy(CHOICE, choice()).path("id").asText();
        warnings.replace(
                deployment,
                IntStream.range(0, 300)
                        .mapToObj(
                                i -> new Finding(CHOICE, null, null, Severity.WARNING, "Remark no. %03d.".formatted(i)))
                        .toList());

        assertThat(warnings.inForce()).hasSize(300).first().satisfies(said -> {
            assertThat(said.sentence()).isEqualTo("Remark no. 000.");
            assertThat(said.elementId()).isNull();
        });
        String page = Browser.loggedIn(port, "owner").page("/incidents").body();
        assertThat(page).contains("Remark no. 049.", "And 250 more").doesNotContain("Remark no. 050.");
    }

    @Test
    void aTableWhoseRowsLeaveNothingOutAnswersATask() {
        HttpResponse<String> answer =
                owner().deploy(BY_THE_MODELER, STEP, fitting("true", "not(true)", "true", "false"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void oneThatLeavesSomethingOutDoesNot() {
        HttpResponse<String> answer = owner().deploy(BY_THE_MODELER, STEP, fitting("true", "false", "true", "false"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("A case for which no row holds would be stuck", "also for what is not known");
    }

    @Test
    void neitherDoesOneThatSaysSomethingElseThanYesOrNo() {
        HttpResponse<String> answer = owner().deploy(
                        BY_THE_MODELER, STEP, fitting("true", "not(true)", "true", "if hasEmail then true else null"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("null is no answer to 'fitting'; write true or false");
    }

    /** A UNIQUE table with one column and two rows. */
    private static String fitting(String first, String second, String yes, String no) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" \
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="Step fitting" namespace="http://camunda.org/schema/1.0/dmn">
                <decision id="step-fitting" name="Step fitting" camunda:historyTimeToLive="P90D">
                <decisionTable id="t" hitPolicy="UNIQUE">
                <input id="i"><inputExpression id="e" typeRef="boolean"><text>hasEmail</text></inputExpression></input>
                <output id="o" name="fitting" typeRef="boolean" />
                <rule id="r1"><inputEntry id="i1"><text>%s</text></inputEntry><outputEntry id="o1"><text>%s</text></outputEntry></rule>
                <rule id="r2"><inputEntry id="i2"><text>%s</text></inputEntry><outputEntry id="o2"><text>%s</text></outputEntry></rule>
                </decisionTable></decision></definitions>
                """.formatted(first, yes, second, no);
    }

    /** Begins a second file of a request. */
    private static String file(String name) {
        return "\r\n--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    }

    private JsonNode deploy(String file, String text) throws JsonProcessingException {
        HttpResponse<String> answer = owner().deploy(BY_THE_MODELER, file, text);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private long kept(String deployment) {
        return jdbc.sql("select count(*) from model_warning where deployment_id = :deployment")
                .param("deployment", deployment)
                .query(Long.class)
                .single();
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(deployment -> deployment.getId())
                .toList();
    }

    private Browser owner() {
        return Browser.withPassword(port, "owner", "owner");
    }
}
