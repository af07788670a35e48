package dev.kulanz.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When root runs the build, all other tests try PostgreSQL as root: this one becomes somebody else. */
@EnabledOnOs(OS.LINUX)
class OrdinaryUserTests {

    private static final int NOBODY = 65534;
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    @TempDir
    Path folder;

    @Test
    void runsTheServerAsTheUserWhoStartsTheApplication() throws Exception {
        assumeThat(Platform.current().root()).isTrue();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setAttribute(home, "unix:uid", NOBODY);
        ReadyHome.linkProgramsInto(home);
        try (OtherJvm application = OtherJvm.holding(home, readableClassPath(), AS_NOBODY)) {
            assertThat(application.process().isAlive()).isTrue();
            assertThat(owner(Postmaster.of(new HomeFolder(home)).pid())).isEqualTo(NOBODY);
        }
        assertThat(Postmaster.file(new HomeFolder(home))).doesNotExist();
    }

    @Test
    void refusesRootWhoseServerCouldNotReadAnotherUsersFolder() throws Exception {
        assumeThat(Platform.current().root()).isTrue();
        Files.setAttribute(folder, "unix:uid", NOBODY);
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, false))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContainingAll("as root", folder.toString());
    }

    private static Object owner(long pid) throws IOException {
        return Files.getAttribute(Path.of("/proc", String.valueOf(pid)), "unix:uid");
    }

    /** Root's local repository is closed to others. */
    private String readableClassPath() throws IOException {
        List<String> readable = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty() && Files.exists(Path.of(entry))) {
                Path twin = folder.resolve("class-path-" + readable.size());
                Links.twin(Path.of(entry), twin);
                readable.add(twin.toString());
            }
        }
        return String.join(File.pathSeparator, readable);
    }
}
