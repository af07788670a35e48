package dev.kulanz.journey.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an earlier release let in is told of when it would be refused today. */
@KulanzTest
@ExtendWith(OutputCaptureExtension.class)
class CheckedAnewTests {

    private static final String TABLE = "promise-limits.dmn";

    @LocalServerPort
    private int port;

    @Autowired
    private CheckedAnew checkedAnew;

    @Autowired
    private ModelWarnings warnings;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient jdbc;

    private @Nullable String deployment;

    @AfterEach
    void takeBack() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void namesATableThatNoLongerGetsIn(CapturedOutput log) {
        isInForceSinceLongAgo(Shipped.edited(TABLE, "hitPolicy=\"FIRST\"", "hitPolicy=\"RULE ORDER\""));

        checkedAnew.check();
        checkedAnew.check();

        assertThat(warnings.inForce()).singleElement().satisfies(said -> {
            assertThat(said.resource()).isEqualTo(TABLE);
            assertThat(said.refuses()).isTrue();
        });
        assertThat(log.getAll()).contains("would be refused today: " + TABLE);
        Browser owner = Browser.loggedIn(port, "owner");
        assertThat(owner.page("/incidents").body()).contains(TABLE, "Would be refused today.");
        assertThat(owner.page("/").body()).contains("One remark on a model");
    }

    @Test
    void namesATextThatIsNoTable() {
        isInForceSinceLongAgo("<definitions>");

        checkedAnew.check();

        assertThat(warnings.inForce()).isNotEmpty().allSatisfy(said -> assertThat(said.refuses())
                .isTrue());
    }

    @Test
    void saysNothingOfWhatIsStillGood() {
        isInForceSinceLongAgo(Shipped.text(TABLE));

        checkedAnew.check();

        assertThat(warnings.inForce()).isEmpty();
    }

    /** As if nobody had asked today's checks. */
    private void isInForceSinceLongAgo(String text) {
        deployment = repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString(TABLE, Shipped.text(TABLE) + "\n")
                .deploy()
                .getId();
        jdbc.sql("update act_ge_bytearray set bytes_ = :text where deployment_id_ = :deployment")
                .param("text", text.getBytes(StandardCharsets.UTF_8))
                .param("deployment", deployment)
                .update();
    }
}
