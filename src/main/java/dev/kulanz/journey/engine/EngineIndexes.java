package dev.kulanz.journey.engine;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Indexes of the engine's tables that the engine has not: our scripts also run where there is no engine. */
@Configuration(proxyBeanMethods = false)
class EngineIndexes {

    /** Lists of tasks begin with the one that has waited longest. */
    @Bean
    JavaMigration indexOfDueTasks() {
        return new Change(
                "279", "index of due tasks", List.of("create index kulanz_idx_task_due on act_ru_task (due_date_)"));
    }

    /** Very many are due at the same moment, the end of a day; and which are ready is asked task by task. */
    @Bean
    JavaMigration indexesOfTaskLists() {
        return new Change(
                "291",
                "indexes of task lists",
                List.of(
                        "drop index kulanz_idx_task_due",
                        "create index kulanz_idx_task_due on act_ru_task (due_date_, id_)",
                        "create index kulanz_idx_task_readiness on act_ru_variable (task_id_, text_) where name_ = 'readiness'"));
    }

    private record Change(String version, String description, List<String> statements) implements JavaMigration {

        @Override
        public MigrationVersion getVersion() {
            return MigrationVersion.fromVersion(version);
        }

        @Override
        public String getDescription() {
            return description;
        }

        @Override
        public Integer getChecksum() {
            return 1;
        }

        @Override
        public boolean canExecuteInTransaction() {
            return true;
        }

        @Override
        public void migrate(Context context) throws SQLException {
            try (Statement statement = context.getConnection().createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }
    }
}
