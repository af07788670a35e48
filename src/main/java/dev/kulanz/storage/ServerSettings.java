package dev.kulanz.storage;

import java.io.IOException;
import java.nio.file.Files;

/** The server's settings, for a small machine: figures over all leave the other core to the pages. Texts stay out of the log: they may hold personal data. */
record ServerSettings(int port, boolean durable) {

    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 100
            shared_buffers = 128MB
            effective_cache_size = 512MB
            work_mem = 8MB
            maintenance_work_mem = 64MB
            max_wal_size = 512MB
            random_page_cost = 1.1
            max_parallel_workers_per_gather = 0
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            logging_collector = on
            log_directory = '../logs'
            log_filename = 'postgresql-%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = 1d
            log_rotation_size = 0
            log_line_prefix = '%m [%p] %a '
            log_min_error_statement = panic
            log_error_verbosity = terse
            """;

    private static final String NOT_DURABLE = """
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            """;

    void writeTo(HomeFolder home) throws IOException {
        Files.writeString(home.port(), port + "\n");
        Files.writeString(
                home.database().resolve("kulanz.conf"),
                "port = " + port + "\n" + SETTINGS + (durable ? "" : NOT_DURABLE));
    }
}
