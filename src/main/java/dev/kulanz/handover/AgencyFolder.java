package dev.kulanz.handover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * An agency that is reached by files: {@code KULANZ_HOME/handover/out/<reference>/} holds the dossier and what was told
 * later, {@code handover/in/} takes its answers. Each file appears whole; {@code dossier.json} comes last.
 */
@Component
class AgencyFolder implements Agency {

    private static final String DOSSIER = "dossier.json";

    private final Path out;
    private final Path in;

    AgencyFolder(@Value("${kulanz.home:./data}") Path home) {
        Path folder = home.toAbsolutePath().normalize().resolve("handover");
        this.out = folder.resolve("out");
        this.in = folder.resolve("in");
    }

    @Override
    public String transmit(String reference, String json, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(out.resolve(reference));
        write(folder.resolve("dossier.pdf"), pdf);
        write(folder.resolve(DOSSIER), json.getBytes(StandardCharsets.UTF_8));
        return receipt(reference);
    }

    static String receipt(String reference) {
        return "handover/out/" + reference;
    }

    @Override
    public void report(String reference, String name, String json) throws IOException {
        Path folder = Files.createDirectories(out.resolve(reference));
        write(folder.resolve(name + ".json"), json.getBytes(StandardCharsets.UTF_8));
    }

    /** A dossier that lies there. */
    record Brought(String reference, Instant at) {}

    /** @param since real time; null: ever */
    List<Brought> broughtSince(@Nullable Instant since) {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        List<Brought> brought = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(out)) {
            for (Path folder : folders) {
                Path dossier = folder.resolve(DOSSIER);
                if (Files.exists(dossier)) {
                    Instant at = Files.getLastModifiedTime(dossier).toInstant();
                    if (since == null || !at.isBefore(since)) {
                        brought.add(new Brought(folder.getFileName().toString(), at));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return brought;
    }

    /** Where answers arrive. */
    Path inbox() {
        return in;
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path unfinished = Files.createTempFile(file.getParent(), ".", ".part");
        try {
            Files.write(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
