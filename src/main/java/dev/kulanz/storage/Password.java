package dev.kulanz.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The password of the embedded server: made once, kept in a file that only its owner may read. */
final class Password {

    private static final int BYTES = 24;

    private Password() {}

    /**
     * The password in the file, made if there is none.
     *
     * @throws StorageUnavailable if the file is gone although a database was made with it
     */
    static String of(HomeFolder home) throws IOException {
        if (Files.exists(home.password())) {
            return Files.readString(home.password()).strip();
        }
        if (Files.exists(home.database())) {
            throw new StorageUnavailable(
                    "The file " + home.password() + " is gone; without it nobody can open the database beside it.",
                    "Bring it back from your backup of the folder " + home.root() + ".");
        }
        String password = generate();
        write(password, home.password());
        return password;
    }

    private static String generate() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }

    private static void write(String password, Path file) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        try (FileChannel channel = FileChannel.open(
                partial,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                HomeFolder.onlyForOwner(file, "rw-------"))) {
            channel.write(ByteBuffer.wrap(password.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
