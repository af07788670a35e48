package dev.kulanz.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One application at a time works in a home folder. The operating system keeps the lock, so that it is free again even
 * after kill -9; who holds it stands in a file beside it, because a locked file can't be read everywhere.
 */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock take(HomeFolder home) throws IOException {
        FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw held(home);
        }
        Files.writeString(home.holder(), self());
        return new HomeLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    private static String self() {
        ProcessHandle me = ProcessHandle.current();
        return me.info()
                .startInstant()
                .map(since -> "process " + me.pid() + ", started " + since)
                .orElse("process " + me.pid());
    }

    private static StorageUnavailable held(HomeFolder home) throws IOException {
        String who = Files.exists(home.holder()) ? Files.readString(home.holder()) : "unknown process";
        return new StorageUnavailable(
                "Another Kulanz (" + who + ") is working in the folder " + home.root() + ".",
                "Stop that one first, or give this one a folder of its own with KULANZ_HOME=<folder>. To run several"
                        + " on the same data, let them share a PostgreSQL server of yours: KULANZ_DB_URL,"
                        + " KULANZ_DB_USER, KULANZ_DB_PASSWORD.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
