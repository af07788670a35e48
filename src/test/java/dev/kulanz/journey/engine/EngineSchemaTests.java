package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.support.KulanzTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KulanzTest
class EngineSchemaTests {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isMadeByFlywayBeforeOurTables() {
        assertThat(jdbc.sql(
                                "select version || ' ' || checksum from flyway_schema_history order by installed_rank limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("001 72400");
        assertThat(jdbc.sql("select value_ from act_ge_property where name_ = 'schema.version'")
                        .query(String.class)
                        .single())
                .isEqualTo("fox");
    }

    @Test
    void findsDueJobsByAnIndexOfItsOwn() {
        assertThat(jdbc.sql("select indexdef from pg_indexes where indexname = 'kulanz_idx_job_due'")
                        .query(String.class)
                        .single())
                .contains("act_ru_job USING btree (duedate_) WHERE ((retries_ > 0) AND (suspension_state_ = 1))");
    }

    @Test
    void findsOverdueTasksByAnIndexOfItsOwn() {
        assertThat(jdbc.sql("select indexdef from pg_indexes where indexname = 'kulanz_idx_task_due'")
                        .query(String.class)
                        .single())
                .contains("act_ru_task USING btree (due_date_, id_)");
    }

    @Test
    void findsReadyTasksByAnIndexOfItsOwn() {
        assertThat(jdbc.sql("select indexdef from pg_indexes where indexname = 'kulanz_idx_task_readiness'")
                        .query(String.class)
                        .single())
                .contains("act_ru_variable USING btree (task_id_, text_)", "'" + TaskForm.READINESS + "'");
    }
}
