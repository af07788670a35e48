package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.KulanzTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where there are several nodes, what a model heals is looked at when all of them know it. */
@KulanzTest
class HealingTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Retries retries;

    @Autowired
    private ManagementService management;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    @AfterEach
    void nothingHasArrived() {
        jdbc.sql("delete from model_arrival").update();
    }

    private void arrived(Duration before) {
        jdbc.sql("insert into model_arrival (deployment_id, models, arrived_at) values ('one', array['dmn:x'], :at)")
                .param("at", Timestamp.from(Clock.systemUTC().instant().minus(before)))
                .update();
    }

    private Healing healing(boolean isOneOfSeveralNodes) {
        return new Healing(jdbc, retries, new DueTimers(management, isOneOfSeveralNodes), transaction);
    }

    @Test
    void waitsUntilAnotherNodeNoLongerFailsByTheOldOne() {
        arrived(Duration.ofSeconds(1));
        assertThat(healing(true).run()).isFalse();
        nothingHasArrived();
        arrived(Duration.ofSeconds(20));
        assertThat(healing(true).run()).isTrue();
        assertThat(healing(true).run()).isFalse();
    }

    @Test
    void waitsForNobodyWhereThereIsOneNode() {
        arrived(Duration.ZERO);
        assertThat(healing(false).run()).isTrue();
    }
}
