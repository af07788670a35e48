package dev.kulanz.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.decisions.RuleSource.RuleFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleNotesTests {

    private static final String OLD = table("Friendly first.");
    private static final String NEW = table("Neutral first.");

    private final RuleNotes notes = new RuleNotes(new Versions());

    @Test
    void areThoseOfTheVersionThatDecided() {
        assertThat(notes.of("reminder", TableCompiler.hash(OLD))).isEqualTo(Map.of("Rule_1", "Friendly first."));
        assertThat(notes.of("reminder", TableCompiler.hash(NEW))).isEqualTo(Map.of("Rule_1", "Neutral first."));
    }

    @Test
    void areMissingWhereThereAreNone() {
        assertThat(notes.of("reminder", TableCompiler.hash(OLD))).doesNotContainKey("Rule_2");
        assertThat(notes.of("reminder", "a version that was deleted")).isEmpty();
    }

    private static String table(String note) {
        String rule = Rules.row("Rule_1", List.of(""), List.of("true"));
        return Rules.table(
                "FIRST",
                Rules.input("daysOverdue", "number") + Rules.output("fitting", "boolean"),
                rule.replaceFirst(">", "><description> " + note + " </description>"),
                Rules.row("Rule_2", List.of(""), List.of("false")));
    }

    private static final class Versions implements RuleSource {

        @Override
        public RuleFile inForce(String decisionKey) {
            return versions(decisionKey).findFirst().orElseThrow();
        }

        @Override
        public Stream<RuleFile> versions(String decisionKey) {
            return Stream.of(
                    new RuleFile("2", decisionKey, "reminder.dmn", NEW),
                    new RuleFile("1", decisionKey, "reminder.dmn", OLD));
        }
    }
}
