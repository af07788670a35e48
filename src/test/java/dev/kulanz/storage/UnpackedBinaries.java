package dev.kulanz.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's programs, unpacked once for all tests; each test's folder gets them as hard links, which is quick. */
final class UnpackedBinaries {

    private static final Path ONCE = unpack();

    private UnpackedBinaries() {}

    private static Path unpack() {
        try {
            HomeFolder home = HomeFolder.at(Path.of("target", "unpacked-postgres"));
            return Binaries.unpackedIn(home, Platform.current()).folder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void linkInto(Path home) throws IOException {
        Path target = home.resolve(ONCE.getFileName());
        List<Path> all;
        try (Stream<Path> walk = Files.walk(ONCE)) {
            all = walk.toList();
        }
        for (Path path : all) {
            Path twin = target.resolve(ONCE.relativize(path));
            if (Files.isDirectory(path)) {
                Files.createDirectories(twin);
            } else {
                Files.createLink(twin, path);
            }
        }
    }
}
