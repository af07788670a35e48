package dev.kulanz.journey.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** The engine's tables, made by Flyway from the engine's own scripts before ours, in the same history. */
@Component
class EngineSchema implements JavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "case.engine", "decision.engine", "history", "case.history", "decision.history", "identity");

    /** Without it, finding what is due takes a third of a second when a million timers sleep; with it, a millisecond. */
    private static final String INDEX_OF_DUE_JOBS = """
            create index kulanz_idx_job_due on act_ru_job (duedate_)
             where retries_ > 0 and suspension_state_ = 1
            """;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("001");
    }

    @Override
    public String getDescription() {
        return "engine";
    }

    /** Stays as it is when the engine is upgraded: its upgrade scripts become migrations of their own. */
    @Override
    public Integer getChecksum() {
        return 72400;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        for (String part : PARTS) {
            ScriptUtils.executeSqlScript(
                    connection,
                    new ClassPathResource(
                            "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(INDEX_OF_DUE_JOBS);
        }
    }
}
