package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceTests {

    private static final String PAUSED = "Paused: {reason}[, until {until}][, for {invoice} and {other}].";

    @Test
    void fillsItsGaps() {
        assertThat(Sentence.fill(PAUSED, Map.of("reason", "Dispute", "until", "24 Dec")::get))
                .isEqualTo("Paused: Dispute, until 24 Dec.");
    }

    @Test
    void leavesOutAPartOfWhichSomethingIsNotKnown() {
        assertThat(Sentence.fill(PAUSED, Map.of("reason", "Dispute", "invoice", "R-1")::get))
                .isEqualTo("Paused: Dispute.");
    }

    @Test
    void marksWhatIsNotKnownOutsideOfSuchParts() {
        assertThat(Sentence.fill(PAUSED, Map.<String, String>of()::get)).isEqualTo("Paused: –.");
    }

    @Test
    void takesWordsWithSignsOfItsOwnAsTheyAre() {
        assertThat(Sentence.fill("[{a}]", Map.of("a", "$1 {b} [c]")::get)).isEqualTo("$1 {b} [c]");
    }
}
