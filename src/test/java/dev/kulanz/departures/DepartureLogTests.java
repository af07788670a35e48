package dev.kulanz.departures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepartureLogTests {

    private static final UUID DATABASE = UUID.randomUUID();
    private static final Instant NOON = Instant.parse("2026-11-02T11:00:00.123456Z");

    @TempDir
    private Path folder;

    private static Departure departure(long number) {
        return new Departure(number, new UUID(0, number), "EMAIL", NOON, LocalDate.parse("2026-11-12"));
    }

    private static DepartureLine line(Departure departure) {
        return new DepartureLine(DATABASE, departure);
    }

    private List<Departure> read() {
        List<Departure> all = new ArrayList<>();
        new DepartureLog(folder).read(DATABASE, Instant.EPOCH, all::addAll);
        return all;
    }

    @Test
    void knowsTheLastWordOnEachDeparture() throws IOException {
        try (DepartureLog log = new DepartureLog(folder)) {
            for (long number = 1; number <= 3; number++) {
                log.noteFirst(line(departure(number)));
            }
            log.noteAfterwards(line(departure(1).as(Departure.State.TAKEN)));
            log.noteAfterwards(line(departure(2).as(Departure.State.STAYED)));
            log.noteFirst(new DepartureLine(UUID.randomUUID(), departure(4))); // of another database
        }
        assertThat(read()).containsExactlyInAnyOrder(departure(1).as(Departure.State.TAKEN), departure(3));
    }

    @Test
    void knowsItAtOnceAlsoWhenTheProcessIsKilled() throws IOException {
        DepartureLog killed = new DepartureLog(folder);
        killed.noteFirst(line(departure(1)));
        assertThat(read()).containsExactly(departure(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 60, 120})
    void takesALineThatWasTornAsNotWritten(int lost) throws IOException {
        Path file;
        try (DepartureLog log = new DepartureLog(folder)) {
            log.noteFirst(line(departure(1)));
            log.noteFirst(line(departure(2)));
        }
        try (Stream<Path> files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - lost));
        assertThat(read()).contains(departure(1)).hasSize(lost == 1 ? 2 : 1);
    }

    @Test
    void takesWhatIsNoneOfItsLinesAsNothing() throws IOException {
        Files.write(folder.resolve("1.log"), new byte[] {0, -1, 10, 32, 10});
        Files.writeString(folder.resolve("2.log"), line(departure(7)).text().replace("EMAIL", "LETTER"));
        Files.writeString(folder.resolve("3.log"), "x ".repeat(8) + "\n", StandardOpenOption.CREATE);
        assertThat(read()).isEmpty();
    }

    @Test
    void losesNothingWhenManyNoteAtTheSameTime() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        try (DepartureLog log = new DepartureLog(folder)) {
            List<Callable<Object>> notes = LongStream.rangeClosed(1, 400)
                    .<Callable<Object>>mapToObj(number -> () -> {
                        log.noteFirst(line(departure(number)));
                        return number;
                    })
                    .toList();
            for (var note : many.invokeAll(notes)) {
                note.get();
            }
            assertThat(read()).hasSize(400);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void saysWhenItCanNotBeWritten() throws IOException {
        Path occupied = Files.createFile(folder.resolve("occupied"));
        try (DepartureLog log = new DepartureLog(occupied)) {
            assertThatIOException().isThrownBy(() -> log.noteFirst(line(departure(1))));
            assertThatIOException().isThrownBy(log::probe);
            Files.delete(occupied);
            log.probe();
            log.noteFirst(line(departure(1)));
        }
    }
}
