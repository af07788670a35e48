package dev.kulanz.storage;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data is.
 *
 * @param home the folder of this installation (KULANZ_HOME)
 */
@ConfigurationProperties("kulanz")
record StorageSettings(
        @DefaultValue("./data") Path home, @DefaultValue Db db) {

    /**
     * @param url one's own server (KULANZ_DB_URL); absent or blank: the embedded one
     * @param durable false only for tests: a power cut may then lose what was committed
     */
    record Db(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("true") boolean durable) {}
}
