package dev.kulanz.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Names the database. The data source is made from this bean, so it is closed before the bean is: the embedded server
 * outlives whoever uses it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
class StorageConfiguration {

    @Bean
    JdbcConnectionDetails database(StorageSettings settings) {
        StorageSettings.Db db = settings.db();
        if (db.url() == null || db.url().isBlank()) {
            return EmbeddedPostgres.start(settings.home(), db.durable());
        }
        close(settings.home());
        return new OwnServer(db.url().strip(), db.user(), db.password());
    }

    /** Letters and dossiers lie there also beside a server of somebody's own. */
    private static void close(Path home) {
        try {
            HomeFolder.closed(home);
        } catch (IOException e) {
            throw new StorageUnavailable(
                    "The folder " + home.toAbsolutePath().normalize() + " can't be used: " + e,
                    "It must be writable for the user who runs Kulanz. Another folder: KULANZ_HOME=<folder>.",
                    e);
        }
    }
}
