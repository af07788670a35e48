package dev.kulanz.journey.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process owner tries to run code by a rule, as Camunda Modeler would deploy it. */
@KulanzTest
class RuleAttackTests {

    private static final Map<String, Object> FACTS = Map.of("debtorType", "CONSUMER", "brokenPromises", 0);

    private final String prefix = "kulanz" + UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DecisionService decisions;

    @Autowired
    private JdbcClient jdbc;

    private String attack(String condition) {
        return Shipped.edited(
                "promise-limits.dmn",
                "<inputEntry id=\"Cell_AMonthTwice_brokenPromises\">\n          <text>-</text>",
                "<inputEntry id=\"Cell_AMonthTwice_brokenPromises\">\n          <text>"
                        + condition.replace("xyz", prefix) + "</text>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "? = (if (function(a,b) external {java:{class:\"java.io.File\",method signature:\"createTempFile(java.lang.String,java.lang.String)\"}})(\"xyz\",\".y\") = null then 1 else 0)",
                "<![CDATA[? = (if (function(a,b) external {java:{class:\"java.io.File\",method signature:\"createTempFile(java.lang.String,java.lang.String)\"}})(\"xyz\",\".y\") = null then 1 else 0)]]>",
                "? = (if (func<!-- -->tion(a,b) ext&#101;rnal {java:{class:\"java.io.File\",method signature:\"createTempFile(java.lang.String,java.lang.String)\"}})(\"xyz\",\".y\") = null then 1 else 0)",
                "[(function(a,b) external {java:{class:\"java.io.File\",method signature:\"createTempFile(java.lang.String,java.lang.String)\"}})][1](\"xyz\",\".y\") != null"
            })
    void codeIsRefusedAndDoesNotRun(String condition) throws IOException {
        var answer = owner().deploy("promise-limits.dmn", attack(condition));
        try {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("Rule_AMonthTwice", "column 'brokenPromises'");
            assertThat(decide().getResultList()).isNotEmpty();
            assertThat(filesMade()).isZero();
        } finally {
            forget("promise-limits.dmn");
        }
    }

    /** As a version before this one may have let it in. */
    @Test
    void codeThatIsDeployedAlreadyDoesNotRunEither() throws IOException {
        Deployment old = repository
                .createDeployment()
                .name("old rules")
                .addString("promise-limits.dmn", attack("&lt; 9"))
                .deploy();
        try {
            jdbc.sql("update act_ge_bytearray set bytes_ = :bytes where deployment_id_ = :deployment")
                    .param(
                            "bytes",
                            attack(
                                            "? = (if (function(a,b) external {java:{class:\"java.io.File\",method signature:\"createTempFile(java.lang.String,java.lang.String)\"}})(\"xyz\",\".y\") = null then 1 else 0)")
                                    .getBytes(UTF_8))
                    .param("deployment", old.getId())
                    .update();

            assertThatThrownBy(this::decide).hasStackTraceContaining("'function' is not permitted");
            assertThat(filesMade()).isZero();
        } finally {
            repository.deleteDeployment(old.getId(), true);
        }
    }

    @Test
    void tangledFilesAreAnswered400() {
        assertThat(owner().deploy("promise-limits.dmn", attack("(".repeat(100_000)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(owner().deploy("promise-limits.dmn", attack("<a>".repeat(100_000) + "</a>".repeat(100_000)))
                        .statusCode())
                .isEqualTo(400);
    }

    private DmnDecisionResult decide() {
        return decisions
                .evaluateDecisionByKey("promise-limits")
                .variables(FACTS)
                .evaluate();
    }

    private long filesMade() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .count();
        }
    }

    private void forget(String name) {
        repository
                .createDeploymentQuery()
                .deploymentName(name)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    private Browser owner() {
        return Browser.withPassword(port, "owner", "owner");
    }
}
