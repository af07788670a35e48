package dev.kulanz.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.KulanzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody keeps a list of alarms: what can be raised has its line and its texts, and nothing else has. */
@KulanzTest
class RunbookTests {

    @Autowired
    private Readings readings;

    @Autowired
    private AlarmWords words;

    private Set<String> alarms() {
        Set<String> all = new TreeSet<>(readings.signs().stream().map(Sign::id).toList());
        all.add(Outage.SIGN);
        return all;
    }

    @Test
    void hasOneLineForEachAlarmAndNoOther() throws IOException {
        Set<String> lines = new TreeSet<>(new Runbook(Files.readString(Path.of("src/docs/runbook.md")))
                .lines()
                .keySet());
        assertThat(lines.remove("test")).isTrue();
        assertThat(lines).isEqualTo(alarms());
    }

    @Test
    void comesAlongWithTheApplication() {
        assertThat(Runbook.shipped().lines()).containsKeys("database", "test");
    }

    @Test
    void namesEachMetric() throws IOException {
        String runbook = Files.readString(Path.of("src/docs/runbook.md"));
        assertThat(readings.signs().stream()
                        .flatMap(sign -> readings.of(sign.id()).stream())
                        .flatMap(reading -> reading.measures().stream())
                        .map(measure -> measure.name().replace('.', '_')))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(runbook)
                        .contains(name.replaceFirst(
                                "kulanz_(channel_(failures|last)|stops_old|disk_size).*", "kulanz_")));
    }

    @Test
    void hasATextInBothLanguagesForEachAlarm() {
        for (String alarm : alarms()) {
            String english = words.of(alarm, "X", List.of("1", "2"), Locale.ENGLISH);
            String german = words.of(alarm, "X", List.of("1", "2"), Locale.GERMAN);
            assertThat(english).as(alarm).doesNotContain("{", alarm + " X");
            assertThat(german).as(alarm).doesNotContain("{").isNotEqualTo(english);
        }
    }

    @Test
    void seesEverything() {
        readings.signs()
                .forEach(
                        sign -> assertThat(readings.of(sign.id())).as(sign.id()).isPresent());
    }
}
