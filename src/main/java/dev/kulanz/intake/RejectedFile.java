package dev.kulanz.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The rows of a file that were refused, each with its line and the reasons, to be mended and sent again: CSV in UTF-8 with a
 * byte order mark, with the separator, the columns and the values of the file. It lies on disk, compressed and readable for us
 * only, until it is closed.
 */
public final class RejectedFile implements AutoCloseable {

    private static final String BETWEEN = " | ";

    private final Path path;
    private final Function<RowMessage, String> words;

    private RejectedFile(Path path, Function<RowMessage, String> words) {
        this.path = path;
        this.words = words;
    }

    /** @param words how a reason is told to who reads it */
    public static RejectedFile toldBy(Function<RowMessage, String> words) {
        try {
            Path path = Files.createTempFile("kulanz-rejected-", ".csv.gz");
            path.toFile().deleteOnExit();
            return new RejectedFile(path, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its text; closed by who reads it. */
    public InputStream open() {
        return open(new OpenOption[0]);
    }

    /** Its text, for the last time: once that is closed, the file is gone. */
    InputStream openLast() {
        return open(StandardOpenOption.DELETE_ON_CLOSE);
    }

    private InputStream open(OpenOption... how) {
        try {
            return new GZIPInputStream(Files.newInputStream(path, how));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the beginning, in place of what was written before. */
    Writer begin() throws IOException {
        Writer text = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(path)), StandardCharsets.UTF_8));
        text.write('\ufeff');
        return text;
    }

    String told(List<RowMessage> reasons) {
        return reasons.stream()
                .map(one -> one.field() + ": " + words.apply(one))
                .distinct()
                .collect(Collectors.joining(BETWEEN));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
