package dev.kulanz.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Looks at somebody else's server before anything else is made: what is wrong with the settings is told once, in words, and not
 * by whoever stumbles over it first.
 */
final class OwnServerCheck {

    private static final int OLDEST = 15;
    private static final String SECONDS = "10";
    private static final String SETTINGS = "KULANZ_DB_URL=jdbc:postgresql://<host>:5432/<database>";

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final String where;

    OwnServerCheck(OwnServer server) {
        this.url = server.getJdbcUrl();
        this.user = server.user();
        this.password = server.password();
        this.where = where(url);
    }

    /** The place without what may be secret behind it. */
    private static String where(String url) {
        return url.substring("jdbc:postgresql:".length())
                .replaceFirst("\\?.*", "")
                .replaceFirst("^//", "");
    }

    /** @throws StorageUnavailable if it can't be worked on */
    void run() {
        Properties given = Driver.parseURL(url, null);
        if (given == null) {
            throw new StorageUnavailable("KULANZ_DB_URL can't be read.", "Set it to %s.".formatted(SETTINGS));
        }
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", given.getProperty("connectTimeout", SECONDS));
        properties.setProperty("socketTimeout", given.getProperty("socketTimeout", SECONDS));
        if (user != null && !user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (password != null && !password.isEmpty()) {
            properties.setProperty("password", password);
        }
        try (Connection connection = DriverManager.getConnection(url, properties);
                Statement statement = connection.createStatement()) {
            look(connection, statement);
        } catch (SQLException e) {
            throw told(e);
        }
    }

    private void look(Connection connection, Statement statement) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new StorageUnavailable(
                    "The PostgreSQL at %s has version %d; Kulanz needs %d or newer.".formatted(where, version, OLDEST),
                    "Upgrade it, or name another server with KULANZ_DB_URL.");
        }
        try (ResultSet row = statement.executeQuery("""
                select current_setting('server_encoding'), pg_is_in_recovery(), current_schema(),
                       current_schema() is not null and has_schema_privilege(current_user, current_schema(), 'CREATE')
                           and has_schema_privilege(current_user, current_schema(), 'USAGE'),
                       current_user, current_database()""")) {
            row.next();
            require(
                    "UTF8".equals(row.getString(1)),
                    "The database %s is kept in %s; names of people need UTF8.".formatted(where, row.getString(1)),
                    "Make it anew: create database %s encoding 'UTF8' template template0;".formatted(row.getString(6)));
            require(
                    !row.getBoolean(2),
                    "The PostgreSQL at %s is a standby that can only be read.".formatted(where),
                    "Name the primary with KULANZ_DB_URL.");
            require(
                    row.getBoolean(4),
                    "The user %s may not create tables in the database %s.".formatted(row.getString(5), where),
                    "Let its administrator run in it: grant all on schema %s to \"%s\";"
                            .formatted(Objects.requireNonNullElse(row.getString(3), "public"), row.getString(5)));
        }
    }

    private static void require(boolean isSo, String problem, String remedy) {
        if (!isSo) {
            throw new StorageUnavailable(problem, remedy);
        }
    }

    private StorageUnavailable told(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        return switch (state) {
            case "28P01", "28000" ->
                new StorageUnavailable(
                        "The PostgreSQL at %s refuses the user %s: %s".formatted(where, shownUser(), firstLine(e)),
                        "Put KULANZ_DB_USER and KULANZ_DB_PASSWORD right, or the server's pg_hba.conf.",
                        e);
            case "3D000" ->
                new StorageUnavailable(
                        "The PostgreSQL at %s has no such database.".formatted(where),
                        "Create it (createdb --encoding=UTF8 --owner=%s <database>), or put KULANZ_DB_URL right."
                                .formatted(shownUser()),
                        e);
            case "42501" ->
                new StorageUnavailable(
                        "The user %s may not use the database %s: %s".formatted(shownUser(), where, firstLine(e)),
                        "Let its administrator grant it: grant all on database <database> to <user>;",
                        e);
            case "53300" ->
                new StorageUnavailable(
                        "The PostgreSQL at %s takes no more connections.".formatted(where),
                        "Raise its max_connections: each node of Kulanz uses up to 25.",
                        e);
            case "57P03" ->
                new StorageUnavailable(
                        "The PostgreSQL at %s is starting or stopping.".formatted(where),
                        "Start Kulanz once it is ready.",
                        e);
            default ->
                new StorageUnavailable(
                        "There is no PostgreSQL that answers at %s: %s".formatted(where, firstLine(e)),
                        "Start it, or put KULANZ_DB_URL right (%s).".formatted(SETTINGS),
                        e);
        };
    }

    private String shownUser() {
        return user == null || user.isEmpty() ? "named in KULANZ_DB_URL" : user;
    }

    /** A driver says in its first line what happened. */
    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
