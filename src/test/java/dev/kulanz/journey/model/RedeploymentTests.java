package dev.kulanz.journey.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Whatever was deployed before: what somebody deploys is in force then, and what is in force is not deployed again. */
@KulanzTest
class RedeploymentTests {

    private static final Map<String, String> BY_THE_MODELER = Map.of(
            "deployment-name", "my models",
            "deployment-source", "Camunda Modeler",
            "enable-duplicate-filtering", "true",
            "deploy-changed-only", "true");
    private static final Map<String, String> UNDER_ANOTHER_NAME = Map.of(
            "deployment-name", "rollback",
            "deployment-source", "script",
            "enable-duplicate-filtering", "true",
            "deploy-changed-only", "false");
    private static final Map<String, String> WITHOUT_A_NAME = Map.of("deploy-changed-only", "true");
    private static final Map<String, String> UNASKED = Map.of("deployment-name", "my models");

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private BusinessClock clock;

    private List<String> deploymentsBefore = List.of();

    /** A file, and what is put for what to make another version of it. */
    record Edited(String file, String from, String to) {

        String version(String which) {
            return Shipped.edited(file, from, to.formatted(which));
        }

        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Edited> files() {
        return Stream.of(
                new Edited("dunning-journey.bpmn", ">P7D<", ">P%s1D<"),
                new Edited("promise-limits.dmn", "</definitions>", "<!-- %s --></definitions>"),
                new Edited("call-back.form", "\"type\": \"default\",", "\"type\": \"default\", \"note\": \"%s\","));
    }

    @BeforeEach
    void remember() {
        deploymentsBefore = deployments();
    }

    @AfterEach
    void takeBack() {
        List<String> mine = new ArrayList<>(deployments());
        mine.removeAll(deploymentsBefore);
        mine.forEach(id -> repository.deleteDeployment(id, true));
        jdbc.sql("delete from shipped_model where content_hash <> all (:hashes)")
                .param(
                        "hashes",
                        ShippedModel.all().stream().map(ShippedModel::hash).toArray(String[]::new))
                .update();
    }

    @ParameterizedTest
    @MethodSource("files")
    void putsTheFirstVersionInForceAgainAfterASecondOne(Edited model) {
        deploy(BY_THE_MODELER, model, "1");
        deploy(BY_THE_MODELER, model, "2");
        deploy(BY_THE_MODELER, model, "1");

        assertThat(inForce(model)).isEqualTo(model.version("1"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void doesSoWhoeverDeployedTheSecondOne(Edited model) {
        for (Map<String, String> other : List.of(UNDER_ANOTHER_NAME, WITHOUT_A_NAME, UNASKED)) {
            deploy(BY_THE_MODELER, model, "1");
            deploy(other, model, "2");
            deploy(BY_THE_MODELER, model, "1");

            assertThat(inForce(model)).as("after %s", other).isEqualTo(model.version("1"));
            deploy(other, model, "2");
            assertThat(inForce(model)).as("by %s", other).isEqualTo(model.version("2"));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void deploysNothingThatIsInForce(Edited model) throws JsonProcessingException {
        deploy(BY_THE_MODELER, model, "1");
        String once = new ObjectMapper()
                .readTree(deploy(UNDER_ANOTHER_NAME, model, "2").body())
                .path("id")
                .asText();
        List<String> deployments = deployments();

        for (Map<String, String> by : List.of(BY_THE_MODELER, UNDER_ANOTHER_NAME, WITHOUT_A_NAME)) {
            HttpResponse<String> answer = deploy(by, model, "2");
            assertThat(new ObjectMapper().readTree(answer.body()).path("id").asText())
                    .as("the deployment that is in force")
                    .isEqualTo(once);
        }
        assertThat(deployments()).isEqualTo(deployments);
    }

    @ParameterizedTest
    @MethodSource("files")
    void deploysTheShippedFileOverAnOwnVersionAndNotOverItself(Edited model) {
        assertThat(owner().deploy(BY_THE_MODELER, model.file(), Shipped.text(model.file()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(deployments()).isEqualTo(deploymentsBefore);

        deploy(BY_THE_MODELER, model, "1");
        start(model, "2");
        assertThat(inForce(model)).as("the owner's").isEqualTo(model.version("1"));
        owner().deploy(BY_THE_MODELER, model.file(), Shipped.text(model.file()));
        assertThat(inForce(model)).isEqualTo(Shipped.text(model.file()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void followsTheApplicationForthAndBackUntilTheOwnerHasAVersionOfHisOwn(Edited model) {
        start(model, "2");
        assertThat(inForce(model)).isEqualTo(model.version("2"));
        start(model, "1");
        assertThat(inForce(model)).isEqualTo(model.version("1"));
        start(model, "2");
        assertThat(inForce(model)).isEqualTo(model.version("2"));
        int deployed = deployments().size();
        start(model, "2");
        assertThat(deployments()).hasSize(deployed);

        deploy(BY_THE_MODELER, model, "3");
        start(model, "1");
        start(model, "2");
        assertThat(inForce(model)).isEqualTo(model.version("3"));
        deploy(BY_THE_MODELER, model, "1");
        deploy(BY_THE_MODELER, model, "3");
        assertThat(inForce(model)).isEqualTo(model.version("3"));
    }

    @Test
    void putsNothingInForceOnALaterDay() {
        HttpResponse<String> answer = owner().deploy(
                        Map.of(
                                "deployment-name",
                                "later",
                                "deployment-activation-time",
                                "2999-01-01T00:00:00.000+0000"),
                        "dunning-journey.bpmn",
                        Shipped.edited("dunning-journey.bpmn", ">P7D<", ">P8D<"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("in force as soon as it is deployed");
        assertThat(deployments()).isEqualTo(deploymentsBefore);
    }

    @Test
    void deploysOfSeveralFilesWhatChanged() {
        Edited model = files().findFirst().orElseThrow();
        deploy(BY_THE_MODELER, model, "1");
        deploy(UNDER_ANOTHER_NAME, model, "2");

        String latest = repository
                .createDeployment()
                .name("my models")
                .source("Camunda Modeler")
                .enableDuplicateFiltering(true)
                .addString("processes/" + model.file(), model.version("1"))
                .addString("call-back.form", Shipped.text("call-back.form"))
                .deploy()
                .getId();

        assertThat(inForce(model)).isEqualTo(model.version("1"));
        assertThat(deployments()).hasSize(deploymentsBefore.size() + 3);
        assertThat(repository.getDeploymentResourceNames(latest)).containsExactly("processes/" + model.file());
    }

    private HttpResponse<String> deploy(Map<String, String> fields, Edited model, String version) {
        HttpResponse<String> answer = owner().deploy(fields, model.file(), model.version(version));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** The application starts, and brings this version. */
    private void start(Edited model, String version) {
        List<ShippedModel> jar = ShippedModel.all().stream()
                .map(shipped -> shipped.file().equals(model.file())
                        ? new ShippedModel(model.file(), model.version(version).getBytes(StandardCharsets.UTF_8))
                        : shipped)
                .toList();
        new ShippedModels(engine, jdbc, transactions, clock, () -> jar).deploy();
    }

    private String inForce(Edited model) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> new EngineModels(context).inForce(model.file()))
                .map(version -> new String(version.content(), StandardCharsets.UTF_8))
                .orElseThrow();
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
