package dev.kulanz.intake;

import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks through the whole file before anything is read from it: in one encoding, text, lines of a sane length. */
final class TextCheck {

    /** Characters on one line. */
    static final int LONGEST_LINE = 20_000;

    private final CharsetDecoder decoder;
    private final CharBuffer chars = CharBuffer.allocate(1 << 16);
    private final LineSample sample;
    private long line = 1;
    private int length;
    private boolean afterReturn;
    private boolean isCutOff;

    private TextCheck(Charset charset) {
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.sample = new LineSample(charset.equals(StandardCharsets.UTF_8) ? 0 : FileReading.MOST);
    }

    /**
     * How the file is to be read.
     *
     * @param reading null: it is UTF-8
     */
    record Found(Charset charset, @Nullable FileReading reading) {}

    /**
     * Finds the encoding of a file and looks through all of it.
     *
     * @param named what its sender says; null: nothing
     * @throws Refusal naming the line
     */
    static Found verify(Path file, @Nullable Charset named) {
        try {
            Charset wide = wide(file);
            if (named == null && wide == null) {
                TextCheck check = new TextCheck(StandardCharsets.UTF_8);
                if (check.isReadable(file)) {
                    return new Found(StandardCharsets.UTF_8, null);
                }
                if (check.isCutOff) {
                    throw check.cutOff();
                }
                return verified(file, new OneByteGuess(file, check.line).charset());
            }
            return verified(file, wide == null ? named : wide);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Found verified(Path file, @Nullable Charset charset) throws IOException {
        Charset as = charset == null ? StandardCharsets.UTF_8 : charset;
        TextCheck check = new TextCheck(as);
        if (!check.isReadable(file)) {
            throw check.unreadable(as);
        }
        boolean usual = as.equals(StandardCharsets.UTF_8);
        return new Found(as, usual ? null : new FileReading(as.name(), check.sample.lines()));
    }

    /** UTF-16, by its mark or by the naught in each of the first letters; null: it is something else. */
    private static @Nullable Charset wide(Path file) throws IOException {
        byte[] first = new byte[4];
        try (InputStream in = Files.newInputStream(file)) {
            if (in.readNBytes(first, 0, 4) < 4) {
                return null;
            }
        }
        boolean little = (first[0] & 0xff) == 0xff && (first[1] & 0xff) == 0xfe;
        boolean big = (first[0] & 0xff) == 0xfe && (first[1] & 0xff) == 0xff;
        if (little || (first[0] != 0 && first[1] == 0 && first[2] != 0 && first[3] == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return big || (first[0] == 0 && first[1] != 0 && first[2] == 0 && first[3] != 0)
                ? StandardCharsets.UTF_16BE
                : null;
    }

    private boolean isReadable(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
            boolean end = false;
            while (!end) {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = n < 0;
                bytes.position(bytes.position() + Math.max(n, 0)).flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                countLines();
                if (result.isError()) {
                    isCutOff = end && isBeginOfCharacter(bytes);
                    return false;
                }
                bytes.compact();
            }
            sample.end();
            return true;
        }
    }

    /** Whether only the end of one character is missing. */
    private static boolean isBeginOfCharacter(ByteBuffer rest) {
        int first = rest.get(rest.position()) & 0xff;
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4 || rest.remaining() >= length) {
            return false;
        }
        for (int i = rest.position() + 1; i < rest.limit(); i++) {
            if ((rest.get(i) & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    private void countLines() {
        chars.flip();
        while (chars.hasRemaining()) {
            char c = chars.get();
            if (c == 0) {
                throw Refusal.unacceptable(
                        "file",
                        Said.of(
                                "import.file.nul",
                                "Line {0} holds a NUL byte: this is not a plain text file, "
                                        + "or it was saved as UTF-16. Please export it again as “CSV UTF-8”.",
                                line));
            }
            boolean breaks = c == '\n' || c == '\r';
            if (breaks && !(c == '\n' && afterReturn)) {
                line++;
            }
            if (sample.isWanted()) {
                sample.add(c, line, breaks);
            }
            length = breaks ? 0 : length + 1;
            afterReturn = c == '\r';
            if (length > LONGEST_LINE) {
                throw Refusal.unacceptable(
                        "file",
                        Said.of(
                                "import.file.long-line",
                                "Line {0} has more than {1} characters. "
                                        + "Please check that the file is a CSV file with one item on each line.",
                                line,
                                LONGEST_LINE));
            }
        }
        chars.clear();
    }

    private Refusal cutOff() {
        return Refusal.unacceptable(
                "file",
                Said.of(
                        "import.file.cut-off",
                        "Line {0} is not UTF-8: the file ends there in the middle of a character, so it was probably cut off. "
                                + "Please export it again; nothing was imported.",
                        line));
    }

    private Refusal unreadable(Charset charset) {
        return Refusal.unacceptable(
                ImportOptions.CHARSET,
                Said.of(
                        "import.file.not-in",
                        "Line {0} can't be read as {1}. Please name another encoding, or export the file again as "
                                + "“CSV UTF-8”; nothing was imported.",
                        line,
                        charset.name()));
    }
}
