package dev.kulanz.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * An application in a JVM of its own: starts on a folder, commits a row, says so, and stays until its input ends or
 * somebody kills it.
 */
final class HoldingApplication {

    private HoldingApplication() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]), true);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
        try (Connection connection = DriverManager.getConnection(
                        postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (what text)");
            statement.execute("insert into kept values ('committed')");
            connection.setAutoCommit(false);
            statement.execute("insert into kept values ('never committed')");
            System.out.println("HOLDING");
            while (System.in.read() >= 0) {
                // until the end of the input
            }
        }
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
