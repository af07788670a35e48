package dev.kulanz.simulation;

import dev.kulanz.storage.Dump;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The application finds the data that the version before wrote, as it does on the first start after an upgrade. */
@TestConfiguration(proxyBeanMethods = false)
class FolderBefore {

    /** The last migration of that version, which names its dump. */
    static final String VERSION = "119";

    @Bean
    FlywayMigrationStrategy thenUpgrades() {
        return flyway -> {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .target(VERSION)
                    .load()
                    .migrate();
            try (Connection database = flyway.getConfiguration().getDataSource().getConnection();
                    InputStream dump = FolderBefore.class.getResourceAsStream("/upgrade/v" + VERSION + ".gz")) {
                Dump.restore(database, Objects.requireNonNull(dump));
            } catch (SQLException e) {
                throw new IllegalStateException("The dump could not be restored", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            flyway.migrate();
        };
    }
}
