package dev.kulanz.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The folder of the database: made once by initdb, then only checked. */
final class Cluster {

    static final String SUPERUSER = "kulanz";

    private static final String INCLUDE = """

            # Written anew by Kulanz at each start. Settings of your own go below this line: the last one wins.
            include 'kulanz.conf'
            """;

    private final HomeFolder home;
    private final Programs programs;

    Cluster(HomeFolder home, Programs programs) {
        this.home = home;
        this.programs = programs;
    }

    /** Makes the database if there is none yet; an interrupted attempt is thrown away and begun again. */
    void prepare(Platform platform, String version) throws IOException {
        Password.of(home);
        if (Files.exists(home.database())) {
            refuseOtherMajor(version);
            return;
        }
        Path partial = home.root().resolve("database.partial");
        Trees.delete(partial);
        initialise(partial, platform);
        Files.writeString(partial.resolve("kulanz.conf"), "");
        Files.writeString(
                partial.resolve("postgresql.conf"), INCLUDE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        Files.move(partial, home.database(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialise(Path folder, Platform platform) throws IOException {
        Programs.Outcome outcome = programs.run(
                "initdb",
                "--pgdata=" + folder,
                "--username=" + SUPERUSER,
                "--pwfile=" + home.password(),
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--lc-ctype=" + platform.letters(),
                "--no-instructions");
        if (outcome.failed()) {
            throw new StorageUnavailable(
                    "PostgreSQL could not make its database in " + home.root() + ": " + outcome.output(),
                    "The folder and the folders above it must be accessible to the user who runs Kulanz, and the disk"
                            + " must have 200 MB free. Then start Kulanz again.");
        }
    }

    private void refuseOtherMajor(String version) throws IOException {
        String major = version.substring(0, version.indexOf('.'));
        String made = Files.readString(home.database().resolve("PG_VERSION")).strip();
        if (!made.equals(major)) {
            throw new StorageUnavailable(
                    "The database in " + home.database() + " was made by PostgreSQL " + made
                            + "; this Kulanz brings PostgreSQL " + major + ", which can't read it.",
                    "Nothing was changed. Go back to the Kulanz that made it, or move the data with pg_dump and"
                            + " pg_restore into a folder or server of the new version.");
        }
    }
}
