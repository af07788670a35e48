package dev.kulanz.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {

    @TempDir(factory = BesideTheBuild.class)
    Path folder;

    @BeforeEach
    void startedBefore() throws IOException {
        ReadyHome.copyTo(folder);
    }

    @Test
    void answersOnAnEmptyFolderButOnlyToWhoKnowsThePassword() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("new/and empty"), false)) {
            assertThat(query(postgres, "show server_encoding")).containsExactly("UTF8");
            assertThat(query(postgres, "select upper('ärger')")).containsExactly("ÄRGER");
            assertThat(query(postgres, "show data_checksums")).containsExactly("on");
            assertThat(query(postgres, "show listen_addresses")).containsExactly("127.0.0.1");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.getJdbcUrl(), "kulanz", "guessed"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void keepsWhatWasCommittedOnTheDiskUnlessToldOtherwise() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, true)) {
            assertThat(query(postgres, "show fsync")).containsExactly("on");
            assertThat(query(postgres, "show synchronous_commit")).containsExactly("on");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, false)) {
            assertThat(query(postgres, "show fsync")).containsExactly("off");
        }
    }

    @Test
    void keepsItsDataAndItsPortFromStartToStart() throws Exception {
        String url;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, false)) {
            url = postgres.getJdbcUrl();
            execute(postgres, "create table kept as select 'committed' as what");
        }
        assertThat(serverLog()).contains("database system is shut down");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, false)) {
            assertThat(query(postgres, "select what from kept")).containsExactly("committed");
            assertThat(postgres.getJdbcUrl()).isEqualTo(url);
        }
        assertThat(serverLog()).doesNotContain("was interrupted", "not properly shut down");
    }

    @Test
    void movesToAnotherPortWhenSomebodyElseTookItsOwn() throws Exception {
        EmbeddedPostgres.start(folder, false).close();
        int recorded = Integer.parseInt(
                Files.readString(folder.resolve("postgres.port")).strip());
        try (ServerSocket other = Port.bind(recorded);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, false)) {
            assertThat(other.isBound()).isTrue();
            assertThat(query(postgres, "show port")).hasSize(1).doesNotContain(String.valueOf(recorded));
        }
    }

    @Test
    void takesOverFromAnApplicationThatWasKilledAndLosesNothingCommitted() throws Exception {
        OtherJvm killed = OtherJvm.holding(folder);
        killed.kill();
        ProcessHandle orphan = ProcessHandle.of(postmasterPid()).orElseThrow();
        assertThat(orphan.isAlive()).as("PostgreSQL outlives kill -9").isTrue();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, true)) {
            orphan.onExit().join();
            assertThat(query(postgres, "select what from kept")).containsExactly("committed");
        }
    }

    @Test
    void takesOverWhenTheServerWasKilledToo() throws Exception {
        OtherJvm killed = OtherJvm.holding(folder);
        killed.kill();
        ProcessHandle server = ProcessHandle.of(postmasterPid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, true)) {
            assertThat(query(postgres, "select what from kept")).containsExactly("committed");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void sparesAStrangerWhoGotTheProcessIdOfAServerLongGone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "300").start();
        try {
            Files.writeString(
                    folder.resolve("database/postmaster.pid"),
                    stranger.pid() + "\n" + folder.resolve("database") + "\n1700000000\n5432\n\n127.0.0.1\n");
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, false)) {
                assertThat(query(postgres, "select 1")).containsExactly("1");
                assertThat(stranger.isAlive()).isTrue();
            }
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void refusesASecondApplicationAndNamesTheFirst() throws Exception {
        try (OtherJvm first = OtherJvm.holding(folder)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, true))
                    .isInstanceOf(StorageUnavailable.class)
                    .hasMessageContainingAll(
                            "Another Kulanz (process " + first.process().pid(),
                            folder.toRealPath().toString())
                    .asInstanceOf(type(StorageUnavailable.class))
                    .satisfies(e -> assertThat(e.remedy()).contains("KULANZ_HOME", "KULANZ_DB_URL"));
            assertThat(ProcessHandle.of(postmasterPid())).isPresent();
        }
    }

    @Test
    void beginsAgainWhatAnEarlierStartLeftHalfDone() throws Exception {
        Path binaries = ReadyHome.binariesIn(folder);
        Files.delete(binaries.resolve("bin").resolve(Platform.current().program("postgres")));
        Files.move(binaries, folder.resolve(binaries.getFileName() + ".partial"));
        Files.delete(folder.resolve("database/global/pg_control"));
        Files.move(folder.resolve("database"), folder.resolve("database.partial"));

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, false)) {
            assertThat(query(postgres, "select 1")).containsExactly("1");
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void refusesADatabaseOfAnotherMajorVersionAndLeavesItAlone() throws Exception {
        Files.writeString(folder.resolve("database/PG_VERSION"), "16\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, false))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContainingAll("made by PostgreSQL 16", "brings PostgreSQL 17");

        Files.writeString(folder.resolve("database/PG_VERSION"), "17\n");
        EmbeddedPostgres.start(folder, false).close();
    }

    @Test
    void saysWhyTheServerDoesNotStartAndLeavesNothingLocked() throws Exception {
        Path settings = folder.resolve("database/postgresql.conf");
        String good = Files.readString(settings);
        Files.writeString(settings, "shared_buffers = 'a lot'\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, false))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("invalid value for parameter \"shared_buffers\"");

        Files.writeString(settings, good);
        EmbeddedPostgres.start(folder, false).close();
    }

    @Test
    void refusesADatabaseWhosePasswordIsGone() throws Exception {
        Files.delete(folder.resolve("postgres.password"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, false))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("postgres.password");
    }

    @Test
    void refusesADatabaseWhosePasswordIsAnother() throws Exception {
        Files.writeString(folder.resolve("postgres.password"), "another");
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, false))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("does not let Kulanz in");
        assertThat(Postmaster.file(new HomeFolder(folder))).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void showsItsFolderAndItsPasswordToNobodyElse() throws Exception {
        Path home = ReadyHome.folder();
        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("database"))).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("logs"))).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("postgres.password"))).isEqualTo("rw-------");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void livesInASessionOfItsOwnSoThatCtrlCEndsTheApplicationFirst() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, false)) {
            assertThat(query(postgres, "select 1")).containsExactly("1");
            assertThat(session(postmasterPid()))
                    .isNotEqualTo(session(ProcessHandle.current().pid()));
        }
    }

    private static String session(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        return stat.substring(stat.lastIndexOf(')')).split(" ", -1)[4];
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private long postmasterPid() throws IOException {
        return Postmaster.of(new HomeFolder(folder)).pid();
    }

    private String serverLog() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
            for (Path log : logs.filter(path -> path.getFileName().toString().startsWith("postgresql-"))
                    .toList()) {
                text.append(Files.readString(log));
            }
        }
        return text.toString();
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(EmbeddedPostgres postgres, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword());
    }
}
