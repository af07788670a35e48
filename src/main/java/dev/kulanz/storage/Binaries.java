package dev.kulanz.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs, unpacked from the class path into the home folder. The folder's name is the archive's hash: an
 * upgrade gets a folder of its own, and a folder under the final name is whole.
 */
record Binaries(Path folder, Platform platform) {

    /** Only what is surely ours: somebody may choose a home in which he has other things. */
    private static final Pattern FOLDER = Pattern.compile("postgres-[0-9a-f]{12}(\\.partial)?");

    static Binaries unpackedIn(HomeFolder home, Platform platform) throws IOException {
        Path folder = home.root().resolve("postgres-" + hash(platform));
        if (!Files.isDirectory(folder)) {
            Path partial = home.root().resolve(folder.getFileName() + ".partial");
            Trees.delete(partial);
            try (InputStream archive = open(platform)) {
                Archive.unpack(archive, partial);
            }
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(folder, platform);
    }

    private static String hash(Platform platform) throws IOException {
        try (InputStream archive = open(platform)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(archive, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    private static InputStream open(Platform platform) {
        InputStream archive = Binaries.class.getResourceAsStream("/" + platform.archive());
        if (archive == null) {
            throw new StorageUnavailable(
                    "This build of Kulanz brings no PostgreSQL for this machine (" + platform.archive()
                            + " is not in it).",
                    "Build Kulanz on a machine of this kind, or use a PostgreSQL server of yours: KULANZ_DB_URL,"
                            + " KULANZ_DB_USER, KULANZ_DB_PASSWORD."
                            + (platform.musl() ? " On Alpine a Debian- or Ubuntu-based Java image works too." : ""));
        }
        return archive;
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(platform.program(name));
    }

    /** Whether this program is one of those that were unpacked in this home, by this version or an earlier one. */
    static boolean hold(Path program, HomeFolder home) {
        return program.startsWith(home.root())
                && !program.equals(home.root())
                && isBinaries(home.root().relativize(program).getName(0));
    }

    private static boolean isBinaries(Path folder) {
        return FOLDER.matcher(folder.getFileName().toString()).matches();
    }

    /** Removes what earlier versions and interrupted starts left. */
    void deleteOthers() throws IOException {
        List<Path> others;
        try (Stream<Path> all = Files.list(folder.resolveSibling(""))) {
            others = all.filter(Files::isDirectory)
                    .filter(path -> isBinaries(path) && !path.equals(folder))
                    .toList();
        }
        for (Path other : others) {
            Trees.delete(other);
        }
    }
}
