package dev.kulanz.watch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers: by a connection of its own, so that neither a busy pool nor one that waits for a dead server
 * makes who asks wait.
 */
@Component
class DatabaseProbe {

    private static final String SECONDS = "3";
    private static final long KEPT = Duration.ofSeconds(5).toNanos();

    private final JdbcConnectionDetails database;
    private final LongSupplier nanoseconds;
    private @Nullable Answer last;
    private long askedAt;

    @Autowired
    DatabaseProbe(JdbcConnectionDetails database) {
        this(database, System::nanoTime);
    }

    DatabaseProbe(JdbcConnectionDetails database, LongSupplier nanoseconds) {
        this.database = database;
        this.nanoseconds = nanoseconds;
    }

    /**
     * What it said.
     *
     * @param version of the server; null: it does not answer
     * @param failure why not, in a few words; null: it does
     */
    record Answer(@Nullable String version, @Nullable String failure) {

        boolean isThere() {
            return failure == null;
        }
    }

    /** At most some seconds old. */
    synchronized Answer ask() {
        Answer known = last;
        if (known == null || nanoseconds.getAsLong() - askedAt >= KEPT) {
            known = connect();
            last = known;
            askedAt = nanoseconds.getAsLong();
        }
        return known;
    }

    private Answer connect() {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        properties.setProperty("ApplicationName", "Kulanz health");
        if (database.getUsername() != null) {
            properties.setProperty("user", database.getUsername());
        }
        if (database.getPassword() != null) {
            properties.setProperty("password", database.getPassword());
        }
        try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), properties);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show server_version")) {
            row.next();
            return new Answer(row.getString(1), null);
        } catch (SQLException e) {
            return new Answer(null, Objects.requireNonNullElse(e.getSQLState(), "no answer"));
        }
    }
}
