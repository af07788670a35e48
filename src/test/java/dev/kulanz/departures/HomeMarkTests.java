package dev.kulanz.departures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeMarkTests {

    private static final Instant MADE = Instant.parse("2026-11-01T03:00:00Z");
    private static final Instant LATER = MADE.plusSeconds(3_600);

    @TempDir
    private Path folder;

    @Test
    void staysWhoItIs() throws IOException {
        HomeMark first = HomeMark.of(folder.resolve("sending"));
        assertThat(HomeMark.of(folder.resolve("sending"))).isEqualTo(first).satisfies(mark -> assertThat(mark.isCopy())
                .isFalse());
    }

    @Test
    void isACopyWhereItsFileIsAnotherAndYoungerThanItSays() {
        assertThat(HomeMark.isCopy(MADE, "17", "18", LATER)).isTrue();
        assertThat(HomeMark.isCopy(MADE, "17", "17", LATER)).as("another owner").isFalse();
        assertThat(HomeMark.isCopy(MADE, "17", "18", MADE))
                .as("a file system without fixed numbers")
                .isFalse();
        assertThat(HomeMark.isCopy(MADE, "", "", LATER))
                .as("a file system without numbers")
                .isFalse();
        assertThat(HomeMark.isCopy(MADE, "17", "18", null)).isFalse();
    }

    @Test
    void isTheOriginalAgainOnceItIsWrittenAnew() throws IOException {
        HomeMark mark = HomeMark.of(folder);
        assertThat(HomeMark.written(folder, mark.id())).isEqualTo(mark);
        assertThat(HomeMark.of(folder)).isEqualTo(mark);
    }

    @Test
    void isNobodyWhereItsFileCanNotBeRead() throws IOException {
        Files.writeString(folder.resolve("home"), "id=");
        assertThatIOException().isThrownBy(() -> HomeMark.of(folder));
    }
}
