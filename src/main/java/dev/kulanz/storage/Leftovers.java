package dev.kulanz.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run that was killed left behind: a server that still runs, or the note of one. Only the holder of the home's
 * lock may clear it away. PostgreSQL's own note names a process id, which may long be somebody else's, and pg_ctl would
 * signal that one: so a process counts only if its program lies in this home.
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final long SECONDS_TO_DIE = 10;

    private final HomeFolder home;
    private final Server server;

    Leftovers(HomeFolder home, Server server) {
        this.home = home;
        this.server = server;
    }

    void clear() throws IOException {
        if (Files.exists(Postmaster.file(home))) {
            clearServer();
        }
        for (ProcessHandle stray :
                ProcessHandle.allProcesses().filter(this::isOurs).toList()) {
            LOG.warn("An earlier run left process {} behind; it is ended now", stray.pid());
            stray.destroyForcibly();
            awaitEnd(stray);
        }
    }

    private void clearServer() throws IOException {
        long pid = pidInNote();
        if (ProcessHandle.of(pid).filter(this::isOurs).isPresent()) {
            LOG.warn("The last run was killed and left its PostgreSQL behind (process {}); it is stopped now", pid);
            server.stop();
        } else {
            Files.delete(Postmaster.file(home));
        }
    }

    /** 0 if a crash left the note unreadable. */
    private long pidInNote() throws IOException {
        List<String> lines = Files.readAllLines(Postmaster.file(home));
        return lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")
                ? 0
                : Long.parseLong(lines.get(0).strip());
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .filter(program -> Binaries.hold(Path.of(program), home))
                .isPresent();
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(SECONDS_TO_DIE, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Process {} does not end", process.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
