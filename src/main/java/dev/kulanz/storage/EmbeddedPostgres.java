package dev.kulanz.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** A real PostgreSQL that runs as long as the application does, on a folder that no other application may use. */
final class EmbeddedPostgres implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final HomeLock lock;
    private final Server server;
    private final Database database;

    private EmbeddedPostgres(HomeLock lock, Server server, Database database) {
        this.lock = lock;
        this.server = server;
        this.database = database;
    }

    /**
     * Starts the server on this folder; makes the folder, the database and whatever else is missing.
     *
     * @param durable false only for tests: faster, but a power cut may lose what was committed
     * @throws StorageUnavailable if that can't be; nothing is left running or locked then
     */
    static EmbeddedPostgres start(Path folder, boolean durable) {
        try {
            HomeFolder home = HomeFolder.at(folder);
            HomeLock lock = HomeLock.take(home);
            try {
                return start(home, lock, durable);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StorageUnavailable(
                    "The folder " + folder.toAbsolutePath().normalize() + " can't be used: " + e,
                    "It must be writable for the user who runs Kulanz, on a disk of this machine with room to spare."
                            + " Another folder: KULANZ_HOME=<folder>.",
                    e);
        }
    }

    private static EmbeddedPostgres start(HomeFolder home, HomeLock lock, boolean durable) throws IOException {
        Platform platform = Platform.current();
        List<String> wrapper = RootGuard.wrapper(platform, home);
        Binaries binaries = Binaries.unpackedIn(home, platform);
        Programs programs = new Programs(binaries, home, wrapper);
        Server server = new Server(home, programs);
        new Leftovers(home, server).clear();
        String version = programs.version();
        new Cluster(home, programs).prepare(platform, version);
        Postmaster postmaster = server.start(durable);
        try {
            Database database = new Database(postmaster.port(), Password.of(home));
            database.createIfMissing();
            binaries.deleteOthers();
            LOG.info(
                    "Data is in {}; embedded PostgreSQL {} answers on 127.0.0.1:{}",
                    home.root(),
                    version,
                    postmaster.port());
            return new EmbeddedPostgres(lock, server, database);
        } catch (IOException | RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            server.stop();
        }
    }

    @Override
    public String getJdbcUrl() {
        return database.url();
    }

    @Override
    public String getUsername() {
        return Cluster.SUPERUSER;
    }

    @Override
    public String getPassword() {
        return database.password();
    }
}
