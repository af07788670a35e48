package dev.kulanz.departures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What left from this data folder: lines appended to files, of which each process has its own. A line is on the disk before the
 * message is handed over; several that are sent at the same time share the wait for the disk.
 */
final class DepartureLog implements AutoCloseable {

    /** A backup that is older is found out by other signs, or not at all. */
    private static final Duration KEPT = Duration.ofDays(100);

    private static final long LINES_PER_FILE = 50_000;
    private static final String SUFFIX = ".log";

    private final Path folder;
    private final Object disk = new Object();
    private @Nullable FileChannel file;
    private long lines;
    private long written;
    private long safe;

    /** @param folder is made when the first line is written */
    DepartureLog(Path folder) {
        this.folder = folder;
    }

    /**
     * Notes it, and returns when it is on the disk.
     *
     * @throws IOException it is not; then it must not be sent
     */
    void noteFirst(DepartureLine line) throws IOException {
        toDisk(append(line));
    }

    /** Notes what became of it; who loses this line in a crash knows less, and nothing wrong. */
    void noteAfterwards(DepartureLine line) throws IOException {
        append(line);
    }

    /** Tries whether anything can be noted: a line that says nothing. */
    void probe() throws IOException {
        long number;
        synchronized (this) {
            ByteBuffer nothing = ByteBuffer.wrap(new byte[] {'\n'});
            FileChannel to = open();
            try {
                to.write(nothing);
            } catch (IOException e) {
                closeFile();
                throw e;
            }
            number = ++written;
        }
        toDisk(number);
    }

    private synchronized long append(DepartureLine line) throws IOException {
        FileChannel to = open();
        try {
            ByteBuffer text = ByteBuffer.wrap(line.text().getBytes(StandardCharsets.UTF_8));
            while (text.hasRemaining()) {
                to.write(text);
            }
        } catch (IOException | RuntimeException e) {
            closeFile(); // half a line may stand in it: the next begins another file
            throw e;
        }
        lines++;
        return ++written;
    }

    private FileChannel open() throws IOException {
        if (file != null && file.isOpen() && lines < LINES_PER_FILE) {
            return file;
        }
        closeFile();
        Files.createDirectories(folder);
        Path path = folder.resolve(Clock.systemUTC().millis() + "-" + UUID.randomUUID() + SUFFIX);
        FileChannel opened = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        file = opened;
        lines = 0;
        syncFolder();
        forgetOld();
        return opened;
    }

    /** That the file is there is on the disk only when its folder is. */
    private void syncFolder() {
        try (FileChannel of = FileChannel.open(folder, StandardOpenOption.READ)) {
            of.force(true);
        } catch (IOException e) {
            // Windows opens no folders
        }
    }

    private void toDisk(long number) throws IOException {
        synchronized (disk) {
            FileChannel of;
            long until;
            synchronized (this) {
                if (safe >= number) {
                    return;
                }
                of = file;
                until = written;
            }
            if (of == null) {
                throw new IOException("The file was closed before it was on the disk");
            }
            of.force(false);
            synchronized (this) {
                safe = Math.max(safe, until);
            }
        }
    }

    private void closeFile() throws IOException {
        FileChannel of = file;
        file = null;
        if (of != null && of.isOpen()) {
            of.force(false);
            of.close();
            safe = written;
        }
    }

    private void forgetOld() throws IOException {
        Instant before = Clock.systemUTC().instant().minus(KEPT);
        List<Path> files = files(Instant.EPOCH);
        for (Path old : files.subList(0, Math.max(0, files.size() - 1))) {
            if (Files.getLastModifiedTime(old).toInstant().isBefore(before)) {
                Files.deleteIfExists(old);
            }
        }
    }

    /**
     * The last word on each attempt that left, or was about to, from files written to since a moment of real time.
     *
     * @throws UncheckedIOException a file is there and can't be read
     */
    void read(UUID database, Instant since, Consumer<List<Departure>> eachFile) {
        try {
            for (Path one : files(since)) {
                eachFile.accept(lastWords(one, database));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Departure> lastWords(Path path, UUID database) throws IOException {
        Map<Long, Departure> known = new HashMap<>();
        try (Stream<String> text = Files.lines(path, StandardCharsets.ISO_8859_1)) {
            text.forEach(line -> DepartureLine.of(line)
                    .filter(one -> one.database().equals(database))
                    .ifPresent(one -> known.put(one.departure().number(), one.departure())));
        }
        return known.values().stream()
                .filter(one -> one.state() != Departure.State.STAYED)
                .toList();
    }

    /** The oldest first. */
    private List<Path> files(Instant since) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path one : all.filter(path -> path.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList()) {
                if (!Files.getLastModifiedTime(one).toInstant().isBefore(since)) {
                    found.add(one);
                }
            }
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        }
        return found;
    }

    @Override
    public synchronized void close() throws IOException {
        closeFile();
    }
}
