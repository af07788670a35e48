package dev.kulanz.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DisabledOnOs(OS.WINDOWS)
@ExtendWith(OutputCaptureExtension.class)
class HomeFolderTests {

    @TempDir
    private Path around;

    @Test
    void isMadeForItsOwnerOnly() throws IOException {
        assertThat(permissions(HomeFolder.at(around.resolve("new/home")).root()))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwxrwxrwx", "rwx--x---", "rwx---r--"})
    void isClosedWhereItWasOpenAndHoldsNothingOfOthers(String open, CapturedOutput log) throws IOException {
        Path home = folder(open);
        Files.createDirectory(home.resolve("letters"));
        assertThat(permissions(HomeFolder.at(home).root())).isEqualTo("rwx------");
        assertThat(log).contains("was open to other users (" + open + ")");
    }

    @Test
    void isClosedAlsoWhereALinkLeadsToIt() throws IOException {
        Path home = folder("rwxr-xr-x");
        HomeFolder.at(Files.createSymbolicLink(around.resolve("link"), home));
        assertThat(permissions(home)).isEqualTo("rwx------");
    }

    @Test
    void isNamedWhereItHoldsFilesOfOthers(CapturedOutput log) throws IOException {
        Path home = folder("rwxr-xr-x");
        Files.createFile(home.resolve("somebody's.file"));
        HomeFolder.at(home);
        assertThat(permissions(home)).isEqualTo("rwxr-xr-x");
        assertThat(log).contains("WARN", home.toRealPath().toString(), "chmod 700");
    }

    @Test
    void isLeftAloneWhereItIsClosed(CapturedOutput log) throws IOException {
        Path home = folder("rwx------");
        HomeFolder.at(home);
        assertThat(log).doesNotContain("open to other users");
    }

    private Path folder(String permissions) throws IOException {
        Path home = Files.createDirectory(around.resolve("home"));
        return Files.setPosixFilePermissions(home, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
