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
        try (Connection connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("No database for the test", e);
        }
        return server.getJdbcUrl().replace("/kulanz?", "/" + name + "?") + "&user=" + server.getUsername()
                + "&password=" + server.getPassword();
    }
}
