package dev.kulanz.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops the server on the database. pg_ctl gives it a session of its own, so that Ctrl-C on the terminal does
 * not end it before the application has ended.
 */
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int ATTEMPTS = 3;
    private static final String SECONDS_TO_RECOVER = "--timeout=300";
    private static final String SECONDS_TO_STOP = "--timeout=30";

    private final HomeFolder home;
    private final Programs programs;

    Server(HomeFolder home, Programs programs) {
        this.home = home;
        this.programs = programs;
    }

    /** Again with another port if somebody took the free one in the same moment. */
    Postmaster start(boolean durable) throws IOException {
        Programs.Outcome outcome = new Programs.Outcome(-1, "");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = Port.of(home);
            new ServerSettings(port, durable).writeTo(home);
            outcome = startOnce();
            if (!outcome.failed()) {
                return Postmaster.of(home);
            }
            if (Port.of(home) == port) {
                break;
            }
        }
        throw new StorageUnavailable(
                "PostgreSQL did not start: " + outcome.output() + System.lineSeparator()
                        + Files.readString(startLog()).strip(),
                "Its log is in " + home.logs() + ". Put right what it names and start Kulanz again; the data in "
                        + home.database() + " was not changed.");
    }

    private Programs.Outcome startOnce() throws IOException {
        Files.deleteIfExists(startLog());
        Programs.Outcome outcome = pgCtl("start", "--log=" + startLog(), SECONDS_TO_RECOVER);
        if (outcome.failed() && Files.exists(Postmaster.file(home))) {
            stop();
        }
        return outcome;
    }

    private Path startLog() {
        return home.logs().resolve("start.log");
    }

    /** Ends all connections and writes everything down; if that hangs, ends at once and recovers at the next start. */
    void stop() throws IOException {
        if (!Files.exists(Postmaster.file(home))) {
            return;
        }
        if (pgCtl("stop", "--mode=fast", SECONDS_TO_STOP).failed() && Files.exists(Postmaster.file(home))) {
            Programs.Outcome outcome = pgCtl("stop", "--mode=immediate", SECONDS_TO_STOP);
            LOG.warn("PostgreSQL did not stop in time and was ended; it recovers at the next start. {}", outcome);
        }
    }

    private Programs.Outcome pgCtl(String action, String... options) throws IOException {
        String[] arguments = new String[options.length + 3];
        arguments[0] = action;
        arguments[1] = "--pgdata=" + home.database();
        arguments[2] = "--wait";
        System.arraycopy(options, 0, arguments, 3, options.length);
        return programs.run("pg_ctl", arguments);
    }
}
