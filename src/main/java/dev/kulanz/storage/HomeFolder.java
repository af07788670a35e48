package dev.kulanz.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * KULANZ_HOME: the folder that holds everything one installation must not lose. For its owner's eyes only.
 *
 * @param root absolute, symbolic links resolved
 */
record HomeFolder(Path root) {

    /** Makes the folder if it is not there yet. */
    static HomeFolder at(Path wanted) throws IOException {
        Path root = wanted.toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root.getParent() == null ? root : root.getParent());
            Files.createDirectory(root, onlyForOwner(root, "rwx------"));
        }
        HomeFolder home = new HomeFolder(root.toRealPath());
        Files.createDirectories(home.logs(), onlyForOwner(root, "rwx------"));
        return home;
    }

    Path database() {
        return root.resolve("database");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path password() {
        return root.resolve("postgres.password");
    }

    Path port() {
        return root.resolve("postgres.port");
    }

    Path lock() {
        return root.resolve("kulanz.lock");
    }

    Path holder() {
        return root.resolve("kulanz.holder");
    }

    /** Attributes for a new file or folder, empty where the file system has no such permissions (Windows). */
    static FileAttribute<?>[] onlyForOwner(Path near, String permissions) {
        if (!near.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
