package dev.kulanz.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTests {

    @TempDir
    Path folder;

    @Test
    void namesTheMissingPlatformAndTheWayOut() {
        assertThatThrownBy(() -> Binaries.unpackedIn(new HomeFolder(folder), Platform.of("Linux", "riscv64", false)))
                .isInstanceOfSatisfying(
                        StorageUnavailable.class, e -> assertThat(e.remedy()).contains("KULANZ_DB_URL"))
                .hasMessageContaining("linux-riscv64");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void deletesEarlierVersionsAndNothingElse() throws Exception {
        Path mine = Files.createDirectory(folder.resolve("postgres-0123456789ab"));
        Path earlier = Files.createDirectories(folder.resolve("postgres-ba9876543210/bin"));
        Path somebodys = Files.createDirectory(folder.resolve("postgres-backup"));
        new Binaries(mine, Platform.current()).deleteOthers();
        assertThat(mine).exists();
        assertThat(somebodys).exists();
        assertThat(earlier.getParent()).doesNotExist();
    }

    @Test
    void knowsItsOwnProgramsFromOthersInTheSameFolder() {
        HomeFolder home = new HomeFolder(folder);
        assertThat(Binaries.hold(folder.resolve("postgres-0123456789ab/bin/postgres"), home))
                .isTrue();
        assertThat(Binaries.hold(folder.resolve("postgres-17/bin/postgres"), home))
                .isFalse();
        assertThat(Binaries.hold(folder.resolve("java/bin/java"), home)).isFalse();
        assertThat(Binaries.hold(Path.of("/usr/bin/postgres"), home)).isFalse();
    }
}
