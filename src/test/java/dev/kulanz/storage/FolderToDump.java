package dev.kulanz.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/**
 * Writes the dump of a data folder that a released version made, so that later ones prove that they go on with it:
 * {@code mvn test -Dtest=FolderToDump -Dkulanz.folder=data -Dkulanz.dump=src/test/resources/upgrade/v119.gz}. Nobody may use the
 * folder meanwhile. Not part of the build, by its name.
 */
class FolderToDump {

    @Test
    void writes() throws Exception {
        Path dump = Path.of(System.getProperty("kulanz.dump"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(System.getProperty("kulanz.folder")), false);
                Connection connection = DriverManager.getConnection(
                        postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
                OutputStream out = Files.newOutputStream(dump)) {
            leavePrintsOut(connection);
            Dump.write(connection, out);
        }
        assertThat(dump).isNotEmptyFile();
    }

    /** Nobody reads them again, and they are most of the folder. */
    private static void leavePrintsOut(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("update contact_letter set pdf = '%PDF-'::bytea where pdf is not null");
        }
    }
}
