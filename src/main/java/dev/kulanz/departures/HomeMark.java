package dev.kulanz.departures;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who this data folder is. A folder that was restored from a backup says the same as before and lies in other files: the file
 * system knows it by another number, and as younger than it says. Both must be so: who changes the owner of a folder moves the
 * one, some file systems of networks move the other.
 *
 * @param isCopy it was made by copying another
 */
record HomeMark(UUID id, boolean isCopy) {

    private static final String NAME = "home";
    private static final Duration WRITING = Duration.ofMinutes(1);

    /** @throws IOException the folder can't be used */
    static HomeMark of(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            return written(folder, UUID.randomUUID());
        }
        Properties said = new Properties();
        said.load(new StringReader(Files.readString(file)));
        try {
            UUID id = UUID.fromString(said.getProperty("id", ""));
            Instant since = Instant.parse(said.getProperty("since", ""));
            String number = said.getProperty("file", "");
            return new HomeMark(id, isCopy(since, number, number(file), changed(file)));
        } catch (RuntimeException e) {
            throw new IOException("The file " + file + " can't be read", e);
        }
    }

    /** @param changed when the file system last touched it; null: it does not say */
    static boolean isCopy(Instant since, String said, String found, @Nullable Instant changed) {
        return changed != null
                && !said.isEmpty()
                && !found.isEmpty()
                && !said.equals(found)
                && changed.isAfter(since.plus(WRITING));
    }

    /** From now on the folder is the original. */
    static HomeMark written(Path folder, UUID id) throws IOException {
        Path file = folder.resolve(NAME);
        Path unfinished = Files.createTempFile(folder, ".", ".part");
        try {
            Properties said = new Properties();
            said.setProperty("id", id.toString());
            said.setProperty("since", Clock.systemUTC().instant().toString());
            said.setProperty("file", number(unfinished)); // a file keeps its number when it gets another name
            StringWriter text = new StringWriter();
            said.store(text, null);
            Files.writeString(unfinished, text.toString());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return new HomeMark(id, false);
    }

    private static String number(Path file) throws IOException {
        return knows(file) ? String.valueOf(Files.getAttribute(file, "unix:ino")) : "";
    }

    private static @Nullable Instant changed(Path file) throws IOException {
        return knows(file) ? ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant() : null;
    }

    private static boolean knows(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix");
    }
}
