package dev.kulanz.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Twins of files and folders elsewhere: hard links, which are quick, or copies where links don't reach. */
final class Links {

    private Links() {}

    static void twin(Path original, Path twin) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(original)) {
            all = walk.toList();
        }
        for (Path path : all) {
            Path target = twin.resolve(original.relativize(path).toString()).normalize();
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                link(path, target);
            }
        }
    }

    private static void link(Path original, Path twin) throws IOException {
        try {
            Files.createLink(twin, original);
        } catch (FileSystemException | UnsupportedOperationException otherDisk) {
            Files.copy(original, twin);
        }
    }
}
