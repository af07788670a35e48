package dev.kulanz.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * One real PostgreSQL for all tests of a JVM, with a database of its own for whoever asks. A Spring test names it with
 * {@code @DynamicPropertySource}, a test without Spring uses the URL as it is.
 */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** The server is started by the first who asks and ends with the JVM, after all Spring contexts. */
    private static final class Holder {

        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            EmbeddedPostgres server = EmbeddedPostgres.start(Fork.folder("test-postgres"), false);
            SpringApplication.getShutdownHandlers().add(() -> {
                try {
                    server.close();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            return server;
        }
    }

    /** A new, empty database: its JDBC URL, which needs no further user and password. */
    public static String emptyDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        JdbcConnectionDetails server = Holder.SERVER;
        run("drop database if exists " + name + " with (force)", "create database " + name);
        return server.getJdbcUrl().replace("/kulanz?", "/" + name + "?") + "&user=" + server.getUsername()
                + "&password=" + server.getPassword();
    }

    /** Keeps a copy of a database, as it is now; whoever is connected is thrown out. */
    public static void backup(String url) {
        String name = name(url);
        run(
                "alter database " + name + " with allow_connections false", // or who was thrown out is back too early
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'",
                "drop database if exists " + name + "_backup",
                "create database " + name + "_backup template " + name,
                "alter database " + name + " with allow_connections true");
    }

    /** Puts the copy in the place of the database; whoever is connected is thrown out. */
    public static void restore(String url) {
        String name = name(url);
        run(
                "drop database if exists " + name + " with (force)",
                "create database " + name + " template " + name + "_backup");
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1, url.indexOf('?'));
    }

    private static void run(String... statements) {
        JdbcConnectionDetails server = Holder.SERVER;
        try (Connection connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No database for the test", e);
        }
    }
}
