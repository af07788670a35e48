package dev.kulanz.journey.engine;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/** Lists of tasks begin with the one that has waited longest: the engine has no index for that. */
@Component
class IndexOfDueTasks implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("279");
    }

    @Override
    public String getDescription() {
        return "index of due tasks";
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
            statement.execute("create index kulanz_idx_task_due on act_ru_task (due_date_)");
        }
    }
}
