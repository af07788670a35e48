package dev.kulanz.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(StorageConfiguration.class);

    @Bean
    JdbcConnectionDetails database(StorageSettings settings) {
        StorageSettings.Db db = settings.db();
        if (db.url() == null || db.url().isBlank()) {
            return EmbeddedPostgres.start(settings.home(), db.durable());
        }
        close(settings.home());
        OwnServer server = new OwnServer(db.url().strip(), db.user(), db.password());
        new OwnServerCheck(server).run();
        return server;
    }

    /**
     * Letters and dossiers lie there also beside a server of somebody's own, but not everybody writes any: where it can't
     * be used, who needs it fails, not the start.
     */
    private static void close(Path home) {
        try {
            HomeFolder.closed(home);
        } catch (IOException e) {
            LOG.warn(
                    "The folder {} can't be used ({}): letters and dossiers can't be kept there. It must be writable for"
                            + " the user who runs Kulanz. Another folder: KULANZ_HOME=<folder>.",
                    home.toAbsolutePath().normalize(),
                    e.toString());
        }
    }
}
