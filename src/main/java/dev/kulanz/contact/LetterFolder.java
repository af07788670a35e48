package dev.kulanz.contact;

import dev.kulanz.departures.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;

/**
 * Letters as PDF files in a folder from which a print service takes them. A letter's file is named after its contact and
 * appears whole or not at all: written twice, it is still one letter.
 */
final class LetterFolder implements ChannelAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(LetterFolder.class);
    private static final String SUFFIX = ".pdf";

    private final Letters letters;
    private final Path folder;

    LetterFolder(Letters letters, Path folder) {
        this.letters = letters;
        this.folder = folder;
    }

    @Override
    public boolean carries(Channel channel) {
        return channel == Channel.LETTER;
    }

    @Override
    public boolean staysHere() {
        return false;
    }

    @Override
    public Optional<Delivery.Unreachable> away() {
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent(); // it is made with the first letter
        }
        return there != null && Files.isDirectory(there) && Files.isWritable(there)
                ? Optional.empty()
                : Optional.of(new Delivery.Unreachable("The folder of the print service can't be written."));
    }

    @Override
    public Delivery deliver(OutgoingMessage message) {
        byte[] pdf;
        try {
            pdf = letters.of(message.contactId()).orElseThrow();
        } catch (TransientDataAccessException e) {
            return new Delivery.Later("The letter could not be read just now.", false);
        } catch (RuntimeException e) {
            LOG.warn("A letter could not be printed: {}", e.getClass().getSimpleName());
            return new Delivery.Refused("The letter could not be printed.", false);
        }
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, ".", ".part");
            try {
                Files.write(written, pdf);
                Files.move(written, folder.resolve(message.contactId() + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(written);
            }
            return new Delivery.Taken();
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "A letter could not be put into {}: {}",
                    folder,
                    e.getClass().getSimpleName());
            return new Delivery.Later("The letter could not be put into the folder of the print service.", false);
        }
    }

    /** The letters that the print service has not fetched yet. */
    @Override
    public List<Taken> takenSince(@Nullable Instant since) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Taken> letters = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                letter(file, since).ifPresent(letters::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return letters;
    }

    private static Optional<Taken> letter(Path file, @Nullable Instant since) throws IOException {
        String name = file.getFileName().toString();
        try {
            UUID contact = UUID.fromString(name.substring(0, name.length() - SUFFIX.length()));
            Instant at = Files.getLastModifiedTime(file).toInstant();
            return since != null && at.isBefore(since)
                    ? Optional.empty()
                    : Optional.of(new Taken(contact, Channel.LETTER, at, Found.Proof.FILE));
        } catch (IllegalArgumentException | NoSuchFileException e) {
            return Optional.empty(); // none of ours, or just fetched
        }
    }
}
