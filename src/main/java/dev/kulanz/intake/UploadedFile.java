package dev.kulanz.intake;

import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The file while it is imported: on disk, readable for us only, and gone afterwards. So a slow sender holds no database
 * connection, and the whole file can be looked at before anything is written.
 *
 * @param hash SHA-256 in hexadecimal digits
 */
record UploadedFile(Path path, String hash) implements AutoCloseable {

    /** How its name begins: whose it is can be told where several applications share a folder for such files. */
    static final String NAME = "kulanz-import-" + ProcessHandle.current().pid() + "-";

    static UploadedFile receive(InputStream content, long maxBytes) {
        Path path = null;
        try {
            path = Files.createTempFile(NAME, ".csv");
            return new UploadedFile(path, copy(content, path, maxBytes));
        } catch (IOException | RuntimeException e) {
            delete(path);
            throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
        }
    }

    private static String copy(InputStream content, Path path, long maxBytes) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                size += n;
                if (size > maxBytes) {
                    throw Refusal.unacceptable(
                            "file",
                            Said.of(
                                    "import.file.large",
                                    "The file is larger than {0} MB. Please send it in several parts.",
                                    maxBytes >> 20));
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        if (size == 0) {
            throw Refusal.unacceptable(
                    "file",
                    Said.of(
                            "import.file.empty",
                            "The file is empty. Its first line must name the columns: {0} …",
                            "creditor_id, debtor_id, name, invoice_id, invoice_date, due_date, amount, currency"));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        delete(path);
    }

    private static void delete(@Nullable Path path) {
        try {
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
