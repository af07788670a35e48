package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.intake.AmountMeaning;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.shared.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PendingImportTests {

    private final PendingImport file = new PendingImport(
            UUID.randomUUID(),
            "clerk",
            "items.csv",
            Path.of("items.csv"),
            ImportOptions.Mode.SNAPSHOT,
            AmountMeaning.UNSAID,
            Instant.parse("2026-11-02T07:00:00Z"));

    @Test
    void isConfirmedOnlyWhenThatWasAskedFor() {
        file.refused(Refusal.unacceptable(ImportOptions.CONFIRM, "More than half would be cleared."));
        assertThat(file.isConfirmable()).isTrue();
        assertThat(file.beginAgain(true, null)).isTrue();
        assertThat(file.options(true).confirmed()).isTrue();
    }

    @Test
    void isTriedAgainWithoutConfirmationAfterAnyOtherRefusal() {
        file.refused(Refusal.unacceptable("mode", "Line 3 can't be read."));
        assertThat(file.isConfirmable()).isFalse();
        assertThat(file.beginAgain(true, null)).isTrue();
        assertThat(file.options(true).confirmed()).isFalse();
    }

    @Test
    void isNotConfirmedByTryingAgainAlone() {
        file.refused(Refusal.unacceptable(ImportOptions.CONFIRM, "More than half would be cleared."));
        assertThat(file.beginAgain(false, null)).isTrue();
        assertThat(file.options(true).confirmed()).isFalse();
        assertThat(file.beginAgain(true, null)).as("while it is being checked").isFalse();
    }
}
