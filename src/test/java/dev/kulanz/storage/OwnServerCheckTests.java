package dev.kulanz.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the settings of a database is told in one line that an operator can act on, and without a password. */
class OwnServerCheckTests {

    private static final String SECRET = "not-for-the-log";

    private final String full = TestPostgres.emptyDatabase();
    private final String url = full.substring(0, full.indexOf('?'));
    private final String user = full.replaceAll(".*[?&]user=([^&]*).*", "$1");
    private final String password = full.replaceAll(".*[?&]password=([^&]*).*", "$1");

    private static String told(String url, String user, String password) {
        StorageUnavailable told = catchThrowableOfType(
                StorageUnavailable.class, () -> new OwnServerCheck(new OwnServer(url, user, password)).run());
        assertThat(told).as("refused").isNotNull();
        String line = told.getMessage() + " " + told.remedy();
        assertThat(line).doesNotContain("\n", SECRET, "Exception", "org.postgresql");
        return line;
    }

    @Test
    void letsTheRightOnesPass() {
        assertThatCode(() -> new OwnServerCheck(new OwnServer(url, user, password)).run())
                .doesNotThrowAnyException();
        assertThatCode(() -> new OwnServerCheck(new OwnServer(full, null, null)).run())
                .doesNotThrowAnyException();
    }

    @Test
    void tellsAWrongPassword() {
        assertThat(told(url, user, SECRET)).contains("refuses the user " + user, "KULANZ_DB_PASSWORD");
    }

    @Test
    void tellsAnUnknownUser() {
        assertThat(told(url, "nobody-here", SECRET)).contains("refuses the user nobody-here", "KULANZ_DB_USER");
    }

    @Test
    void tellsAMissingDatabase() {
        assertThat(told(url.replaceFirst("/[^/]*$", "/not_there"), user, password))
                .contains("not_there has no such database", "createdb");
    }

    @Test
    void tellsThatNobodyIsThere() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(told("jdbc:postgresql://127.0.0.1:" + port + "/kulanz", user, SECRET))
                .contains("no PostgreSQL that answers at 127.0.0.1:" + port + "/kulanz", "KULANZ_DB_URL");
    }

    @Test
    void tellsAnUnknownHost() {
        assertThat(told("jdbc:postgresql://no-such-host.invalid:5432/kulanz", user, SECRET))
                .contains("no-such-host.invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://host:port/kulanz", "jdbc:postgresql://host:99999/kulanz"})
    void tellsAnAddressThatCanNotBeRead(String wrong) {
        assertThat(told(wrong, user, SECRET)).contains("KULANZ_DB_URL can't be read", "jdbc:postgresql://<host>");
    }

    @Test
    void tellsWhoMayNotCreateTables() throws SQLException {
        execute("drop role if exists reader");
        execute("create role reader login password '" + SECRET + "'");
        try {
            assertThat(told(url, "reader", SECRET))
                    .contains("reader may not create tables", "grant all on schema public to \"reader\"");
        } finally {
            execute("drop role reader");
        }
    }

    @Test
    void tellsWhoMayNotConnect() throws SQLException {
        execute("drop role if exists outsider");
        execute("create role outsider login password '" + SECRET + "'");
        String name = url.substring(url.lastIndexOf('/') + 1);
        execute("revoke connect on database " + name + " from public");
        try {
            assertThat(told(url, "outsider", SECRET)).contains("outsider may not use the database", "grant");
        } finally {
            execute("drop role outsider");
        }
    }

    @Test
    void tellsAnotherEncoding() throws SQLException {
        execute("drop database if exists latin");
        execute("create database latin encoding 'LATIN1' locale_provider libc locale 'C' template template0");
        try {
            assertThat(told(url.replaceFirst("/[^/]*$", "/latin"), user, password))
                    .contains("LATIN1", "encoding 'UTF8'");
        } finally {
            execute("drop database latin with (force)");
        }
    }

    /** As the docker image and many a guide write it. */
    @Test
    void tellsWhatSpeaksSomethingElse() throws IOException {
        try (ServerSocket web = new ServerSocket(0)) {
            Thread thread = new Thread(() -> {
                try (var caller = web.accept()) {
                    caller.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n"
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // it hung up
                }
            });
            thread.setDaemon(true);
            thread.start();
            assertThat(told(
                            "jdbc:postgresql://127.0.0.1:" + web.getLocalPort() + "/kulanz?sslmode=disable",
                            user,
                            SECRET))
                    .contains("no PostgreSQL that answers");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(full);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
