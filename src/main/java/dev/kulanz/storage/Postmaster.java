package dev.kulanz.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What postmaster.pid says about the server that runs, or ran, on the database.
 *
 * @param port where it listens, whatever the settings said
 */
record Postmaster(long pid, int port) {

    static Path file(HomeFolder home) {
        return home.database().resolve("postmaster.pid");
    }

    /** Of a running server; its file has been written to the end. */
    static Postmaster of(HomeFolder home) throws IOException {
        List<String> lines = Files.readAllLines(file(home));
        return new Postmaster(
                Long.parseLong(lines.get(0).strip()),
                Integer.parseInt(lines.get(3).strip()));
    }
}
