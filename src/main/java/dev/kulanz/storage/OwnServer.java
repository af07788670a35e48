package dev.kulanz.storage;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** A PostgreSQL that somebody else runs: KULANZ_DB_URL, KULANZ_DB_USER, KULANZ_DB_PASSWORD. */
record OwnServer(
        String url, @Nullable String user, @Nullable String password) implements JdbcConnectionDetails {

    OwnServer {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StorageUnavailable(
                    "KULANZ_DB_URL does not name a PostgreSQL database in JDBC's form.",
                    "Set it to jdbc:postgresql://<host>:5432/<database>, user and password to KULANZ_DB_USER and"
                            + " KULANZ_DB_PASSWORD. Without KULANZ_DB_URL, Kulanz brings its own PostgreSQL.");
        }
    }

    @Override
    public String getJdbcUrl() {
        return JdbcUrl.withDefaults(url);
    }

    @Override
    public @Nullable String getUsername() {
        return user;
    }

    @Override
    public @Nullable String getPassword() {
        return password;
    }

    /** Without the password: records are printed. */
    @Override
    public String toString() {
        return "OwnServer[user=" + user + "]";
    }
}
