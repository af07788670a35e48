package dev.kulanz.storage;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(OutputCaptureExtension.class)
class StorageConfigurationTests {

    @TempDir(factory = BesideTheBuild.class)
    Path folder;

    @Configuration(proxyBeanMethods = false)
    @Import(StorageConfiguration.class)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class Application {}

    @Test
    void bringsItsOwnServerWhenNoneIsNamedAndEndsItAfterItsUsers(CapturedOutput output) throws Exception {
        ReadyHome.copyTo(folder);
        try (ConfigurableApplicationContext context = run("--kulanz.db.url=", "--kulanz.db.durable=false")) {
            assertThat(askedFor(context, "show application_name")).isEqualTo("Kulanz");
            assertThat(context.getBean(JdbcConnectionDetails.class)).isInstanceOf(EmbeddedPostgres.class);
        }
        assertThat(Postmaster.file(new HomeFolder(folder))).doesNotExist();
        assertThat(output)
                .containsOnlyOnce("Data is in " + folder.toRealPath() + "; embedded PostgreSQL 17.")
                .doesNotContain("FATAL", "Exception");
    }

    @Test
    void usesTheServerThatIsNamedAndStartsNone() {
        String url = TestPostgres.emptyDatabase();
        String user = url.replaceAll(".*[?&]user=([^&]*).*", "$1");
        String password = url.replaceAll(".*[?&]password=([^&]*).*", "$1");
        try (ConfigurableApplicationContext context = run(
                "--kulanz.db.url=" + url.substring(0, url.indexOf('?')),
                "--kulanz.db.user=" + user,
                "--kulanz.db.password=" + password)) {
            assertThat(askedFor(context, "select current_database()")).startsWith("test_");
            assertThat(context.getBean(JdbcConnectionDetails.class).getJdbcUrl())
                    .contains("reWriteBatchedInserts=true", "ApplicationName=Kulanz", "logServerErrorDetail=false");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a file", "a file/below it"})
    void startsWithAServerOfSomebodyElsesAlsoWhereItHasNoFolder(String home, CapturedOutput output) throws Exception {
        Files.writeString(folder.resolve("a file"), "");
        String url = TestPostgres.emptyDatabase();
        try (ConfigurableApplicationContext context = run(
                "--kulanz.home=" + folder.resolve(home),
                "--kulanz.db.url=" + url.substring(0, url.indexOf('?')),
                "--kulanz.db.user=" + url.replaceAll(".*[?&]user=([^&]*).*", "$1"),
                "--kulanz.db.password=" + url.replaceAll(".*[?&]password=([^&]*).*", "$1"))) {
            assertThat(askedFor(context, "select 1")).isEqualTo("1");
        }
        assertThat(output).contains("WARN", "KULANZ_HOME", folder.resolve(home).toString());
    }

    @Test
    void tellsASecondApplicationInOneLineInsteadOfAStackTrace(CapturedOutput output) throws Exception {
        ReadyHome.copyTo(folder);
        EmbeddedPostgres first = EmbeddedPostgres.start(folder, false);
        try (first) {
            assertThatThrownBy(() -> run()).hasRootCauseInstanceOf(StorageUnavailable.class);
        }
        assertThat(output.getAll().lines().filter(line -> line.contains(" ERROR ")))
                .singleElement(as(STRING))
                .contains("Kulanz did not start. Another Kulanz (process", "KULANZ_HOME=<folder>");
        assertThat(output).doesNotContain("at dev.kulanz", "APPLICATION FAILED TO START");
    }

    @Test
    void refusesAUrlThatIsNotJdbcs(CapturedOutput output) {
        assertThatThrownBy(() -> run("--kulanz.db.url=postgres://kulanz:secret@server/kulanz"))
                .hasRootCauseInstanceOf(StorageUnavailable.class);
        assertThat(output).contains("jdbc:postgresql://<host>").doesNotContain("secret");
    }

    /** The day and the zone stand in each line: a log is read weeks later, elsewhere. */
    @Test
    void tellsWrongSettingsInOneLineWithItsDay(CapturedOutput output) {
        String url = TestPostgres.emptyDatabase();
        assertThatThrownBy(() -> run(
                        "--kulanz.db.url=" + url.substring(0, url.indexOf('?')),
                        "--kulanz.db.user=nobody-here",
                        "--kulanz.db.password=not-for-the-log"))
                .hasRootCauseInstanceOf(java.sql.SQLException.class);
        assertThat(output.getAll().lines().filter(line -> line.contains(" ERROR ")))
                .singleElement(as(STRING))
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d) ERROR .*")
                .contains("refuses the user nobody-here", "KULANZ_DB_USER and KULANZ_DB_PASSWORD");
        assertThat(output).doesNotContain("\tat ", "not-for-the-log");
    }

    private ConfigurableApplicationContext run(String... settings) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("kulanz.home=" + folder)
                .run(settings);
    }

    private static String askedFor(ConfigurableApplicationContext context, String sql) {
        return new JdbcTemplate(context.getBean(DataSource.class)).queryForObject(sql, String.class);
    }
}
