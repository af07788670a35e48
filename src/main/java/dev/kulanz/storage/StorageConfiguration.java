package dev.kulanz.storage;

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
        return new OwnServer(db.url().strip(), db.user(), db.password());
    }
}
