package dev.kulanz.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * KULANZ_HOME: the folder that holds everything one installation must not lose. For its owner's eyes only.
 *
 * @param root absolute, symbolic links resolved
 */
record HomeFolder(Path root) {

    private static final Logger LOG = LoggerFactory.getLogger(HomeFolder.class);
    private static final String OWNER_ONLY = "rwx------";

    /** What this application makes there, and what a volume of its own has. */
    private static final Pattern OURS =
            Pattern.compile("(database|postgres|kulanz)([.-].*)?|logs|letters|handover|sending|lost\\+found");

    /** Makes the folder if it is not there yet. */
    static HomeFolder at(Path wanted) throws IOException {
        HomeFolder home = new HomeFolder(closed(wanted));
        Files.createDirectories(home.logs(), onlyForOwner(home.root(), OWNER_ONLY));
        return home;
    }

    /**
     * The folder, which nobody else may enter: letters, dossiers and a password lie in it. One that is there already is
     * closed to others if nothing but ours is in it; else that would take from others what may be theirs, and the operator
     * is told to do it.
     */
    static Path closed(Path wanted) throws IOException {
        Path root = wanted.toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root.getParent() == null ? root : root.getParent());
            Files.createDirectory(root, onlyForOwner(root, OWNER_ONLY));
        }
        Path real = root.toRealPath();
        if (isOpenToOthers(real)) {
            close(real);
        }
        return real;
    }

    private static void close(Path root) throws IOException {
        String found = PosixFilePermissions.toString(Files.getPosixFilePermissions(root));
        if (!holdsOnlyOurs(root)) {
            LOG.warn(
                    "The folder {} is open to other users ({}) and holds files that are not ours: it stays so."
                            + " Personal data lies in it: close it (chmod 700), or set KULANZ_HOME to a folder of its own.",
                    root,
                    found);
            return;
        }
        try {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(OWNER_ONLY));
            LOG.info("The folder {} was open to other users ({}); now only its owner may enter it", root, found);
        } catch (IOException notTheOwner) {
            LOG.warn(
                    "The folder {} is open to other users ({}), and its permissions can't be changed. Personal data"
                            + " lies in it: let its owner close it (chmod 700).",
                    root,
                    found);
        }
    }

    private static boolean isOpenToOthers(Path folder) throws IOException {
        return hasPermissions(folder)
                && Files.getPosixFilePermissions(folder).stream()
                        .anyMatch(one -> !one.name().startsWith("OWNER_"));
    }

    private static boolean holdsOnlyOurs(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString())
                    .allMatch(name -> OURS.matcher(name).matches());
        }
    }

    private static boolean hasPermissions(Path near) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix");
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
        if (!hasPermissions(near)) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
