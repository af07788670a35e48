package dev.kulanz.journey.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.KulanzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Start after start on the real engine: what is deployed anew, and whose version stays. */
@KulanzTest
class ShippedModelsTests {

    private static final String OWNERS = "P9D";

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
    private List<ShippedModel> jar = ShippedModel.all();

    @BeforeEach
    void remember() {
        deploymentsBefore = deployments();
    }

    @AfterEach
    void takeBack() {
        List<String> mine = new ArrayList<>(deployments());
        mine.removeAll(deploymentsBefore);
        mine.forEach(id -> repository.deleteDeployment(id, true));
        List<String> hashes =
                ShippedModel.all().stream().map(ShippedModel::hash).toList();
        jdbc.sql("delete from shipped_model where content_hash <> all (:hashes)")
                .param("hashes", hashes.toArray(String[]::new))
                .update();
    }

    @Test
    void deploysNothingWhenNothingChanged() {
        start();
        assertThat(deployments()).isEqualTo(deploymentsBefore);
        assertThat(shipped().newerShipped()).isEmpty();
    }

    @Test
    void replacesAShippedVersionByANewerOneAndNothingElse() {
        ship("dunning-journey.bpmn", ">P7D<", ">P8D<");
        int version = journey().getVersion();
        int ruleVersion = rule().getVersion();

        start();

        assertThat(journey().getVersion()).isEqualTo(version + 1);
        assertThat(inForce()).contains(">P8D<");
        assertThat(rule().getVersion()).isEqualTo(ruleVersion);
        start();
        assertThat(deployments()).hasSize(deploymentsBefore.size() + 1);
    }

    @Test
    void keepsTheOwnersVersionAndSaysThatANewerOneIsShipped() {
        ownerDeploys(OWNERS);
        start();
        assertThat(inForce()).contains(OWNERS);
        assertThat(shipped().newerShipped()).as("the one that he replaced").isEmpty();

        ship("dunning-journey.bpmn", ">P7D<", ">P8D<");
        start();

        assertThat(inForce()).contains(OWNERS);
        assertThat(shipped().newerShipped()).containsExactly("dunning-journey.bpmn");
    }

    @Test
    void saysNoMoreOnceTheOwnerHasTakenTheNewerVersion() {
        ownerDeploys(OWNERS);
        ship("dunning-journey.bpmn", ">P7D<", ">P8D<");
        start();
        ownerDeploys("P8D");

        assertThat(shipped().newerShipped()).isEmpty();
        start();
        assertThat(deployments()).hasSize(deploymentsBefore.size() + 2);
    }

    @Test
    void keepsAnOlderShippedVersionThatTheOwnerWantsBack() {
        ship("dunning-journey.bpmn", ">P7D<", ">P8D<");
        start();
        ownerDeploys("P7D");

        start();

        assertThat(inForce()).contains(">P7D<");
        assertThat(shipped().newerShipped()).as("he knows the newer one").isEmpty();
    }

    @Test
    void deploysOnlyOnceWhenTwoNodesStartTogether() throws Exception {
        ship("dunning-journey.bpmn", ">P7D<", ">P8D<");
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> node = () -> {
                start();
                return true;
            };
            for (Future<Boolean> started : nodes.invokeAll(List.of(node, node))) {
                assertThat(started.get()).isTrue();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(deployments()).hasSize(deploymentsBefore.size() + 1);
    }

    private void start() {
        shipped().deploy();
    }

    private ShippedModels shipped() {
        return new ShippedModels(engine, jdbc, transactions, clock, () -> jar);
    }

    /** The next release of the application brings this change. */
    private void ship(String file, String... edit) {
        byte[] content = Shipped.edited(file, edit).getBytes(StandardCharsets.UTF_8);
        jar = jar.stream()
                .map(model -> model.file().equals(file) ? new ShippedModel(file, content) : model)
                .toList();
    }

    private void ownerDeploys(String wait) {
        repository
                .createDeployment()
                .name("My journey")
                .source("Camunda Modeler")
                .addString("dunning-journey.bpmn", Shipped.edited("dunning-journey.bpmn", ">P7D<", ">" + wait + "<"))
                .deploy();
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(deployment -> deployment.getId())
                .sorted()
                .toList();
    }

    private ProcessDefinition journey() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("dunning-journey")
                .latestVersion()
                .singleResult();
    }

    private DecisionDefinition rule() {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("contact-choice")
                .latestVersion()
                .singleResult();
    }

    private String inForce() {
        try (var content = repository.getProcessModel(journey().getId())) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
