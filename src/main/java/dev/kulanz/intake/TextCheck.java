package dev.kulanz.intake;

import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks through the whole file before anything is read from it: UTF-8, text, lines of a sane length. */
final class TextCheck {

    /** Characters on one line. */
    static final int LONGEST_LINE = 20_000;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer chars = CharBuffer.allocate(1 << 16);
    private long line = 1;
    private int length;
    private boolean afterReturn;

    private TextCheck() {}

    /** @throws Refusal naming the line */
    static void verify(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            new TextCheck().look(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look(InputStream in) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        boolean end = false;
        while (!end) {
            int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
            end = n < 0;
            bytes.position(bytes.position() + Math.max(n, 0)).flip();
            CoderResult result = decoder.decode(bytes, chars, end);
            countLines();
            if (result.isError()) {
                throw wrongEncoding(bytes.get(bytes.position()) & 0xff);
            }
            bytes.compact();
        }
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

    private Refusal wrongEncoding(int firstByte) {
        String likely = line == 1 && firstByte >= 0xfe ? "UTF-16 (“Unicode”)" : "Windows-1252 (“ANSI”)";
        return Refusal.unacceptable(
                "file",
                Said.of(
                        "import.file.encoding",
                        "Line {0} is not UTF-8. It was probably saved as {1}. "
                                + "Please export it again as “CSV UTF-8”; nothing was imported.",
                        line,
                        likely));
    }
}
