package dev.kulanz.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A home that was started and ended once; the tests begin with copies of it, which is quicker than unpacking. */
final class ReadyHome {

    private static final Path ONCE = make();

    private ReadyHome() {}

    private static Path make() {
        Path home = Fork.folder("ready-home");
        try {
            Trees.delete(home);
            EmbeddedPostgres.start(home, false).close();
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that was started; for looking at. */
    static Path folder() {
        return ONCE;
    }

    /** Only the programs, not the database. */
    static void linkProgramsInto(Path home) throws IOException {
        Path binaries = binariesIn(ONCE);
        Links.twin(binaries, home.resolve(binaries.getFileName()));
    }

    static void copyTo(Path home) throws IOException {
        linkProgramsInto(home);
        copy(ONCE.resolve("database"), home.resolve("database"));
        copy(ONCE.resolve("postgres.password"), home.resolve("postgres.password"));
    }

    static Path binariesIn(Path home) throws IOException {
        try (Stream<Path> all = Files.list(home)) {
            return all.filter(path -> path.getFileName().toString().matches("postgres-[0-9a-f]{12}"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path original, Path copy) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(original)) {
            all = walk.toList();
        }
        for (Path path : all) {
            Path target = copy.resolve(original.relativize(path).toString()).normalize();
            Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
