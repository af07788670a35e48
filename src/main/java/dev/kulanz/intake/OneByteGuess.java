package dev.kulanz.intake;

import dev.kulanz.shared.BrokenLetters;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which encoding a file may have that is not UTF-8: one in which each of its lines is what people write. Windows-1252 and
 * its sister with the euro sign are taken; of others, and of a file that is half one thing and half another, people are
 * asked.
 */
final class OneByteGuess {

    private static final int MOST_BYTES = 4 * TextCheck.LONGEST_LINE;
    private static final int SHOWN = 5;

    private final long firstBroken;
    private final List<Long> inUtf8 = new ArrayList<>();
    private final List<Long> notInUtf8 = new ArrayList<>();
    private final List<byte[]> examples = new ArrayList<>();
    private final Set<Charset> clean = new LinkedHashSet<>(Encodings.ofOneByte());

    /** @param firstBroken the first line that is not UTF-8 */
    OneByteGuess(Path file, long firstBroken) throws IOException {
        this.firstBroken = firstBroken;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            lookAtLines(in);
        }
    }

    /** @throws Refusal if people must say which one it is */
    Charset charset() {
        if (!inUtf8.isEmpty()) {
            throw mixed();
        }
        return clean.stream().filter(Encodings::isTaken).findFirst().orElseThrow(this::doubtful);
    }

    private void lookAtLines(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long line = 1;
        int before = 0;
        boolean high = false;
        for (int b = in.read(); b >= 0; b = in.read()) {
            boolean breaks = b == '\n' || b == '\r';
            if (!breaks) {
                high |= b >= 0x80;
                if (bytes.size() < MOST_BYTES) {
                    bytes.write(b);
                }
            } else if (!(b == '\n' && before == '\r')) {
                if (high) {
                    look(bytes.toByteArray(), line);
                }
                bytes.reset();
                high = false;
                line++;
            }
            before = b;
        }
        if (high) {
            look(bytes.toByteArray(), line);
        }
    }

    private void look(byte[] bytes, long line) {
        String western = new String(bytes, Encodings.WESTERN);
        if (isUtf8(bytes) && !BrokenLetters.repaired(western).equals(western)) {
            add(inUtf8, line);
            return;
        }
        add(notInUtf8, line);
        if (examples.size() < SHOWN) {
            examples.add(bytes);
        }
        clean.removeIf(charset -> !Encodings.isClean(new String(bytes, charset), charset));
    }

    private static void add(List<Long> lines, long line) {
        if (lines.size() < SHOWN) {
            lines.add(line);
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        return Arrays.equals(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), bytes);
    }

    private Refusal mixed() {
        return Refusal.unacceptable(
                "file",
                Said.of(
                        "import.file.mixed",
                        "Line {0} is not UTF-8, and others are. In UTF-8 are lines {1} …, in another encoding lines {2} …: "
                                + "probably two lists were put together. Please export the whole list as “CSV UTF-8”; "
                                + "nothing was imported.",
                        firstBroken,
                        listed(inUtf8),
                        listed(notInUtf8)));
    }

    private Refusal doubtful() {
        String offers = clean.stream()
                .limit(3)
                .map(charset -> charset.name() + ": “" + example(charset) + "”")
                .collect(Collectors.joining("; "));
        return Refusal.unacceptable(
                ImportOptions.CHARSET,
                offers.isEmpty()
                        ? Said.of(
                                "import.file.encoding",
                                "Line {0} is not UTF-8. It was probably saved as {1}. "
                                        + "Please export it again as “CSV UTF-8”; nothing was imported.",
                                firstBroken,
                                "Windows-1252 (“ANSI”)")
                        : Said.of(
                                "import.file.offers",
                                "Line {0} is not UTF-8. It would read as {1}. If one of these is right, please send the file "
                                        + "again with it as charset, or export it as “CSV UTF-8”; nothing was imported.",
                                firstBroken,
                                offers));
    }

    private String example(Charset charset) {
        LineSample sample = new LineSample(1);
        new String(examples.get(0), charset).chars().forEach(c -> sample.add((char) c, firstBroken, false));
        sample.end();
        return sample.lines().isEmpty() ? "" : sample.lines().get(0).text();
    }

    private static String listed(List<Long> lines) {
        return lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
