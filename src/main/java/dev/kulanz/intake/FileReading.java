package dev.kulanz.intake;

import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Said;
import java.util.List;

/**
 * In which encoding a file was read that is not UTF-8.
 *
 * @param charset its name with IANA, e.g. windows-1252
 * @param sample the first lines whose letters look otherwise in another encoding, as they were read; at most five
 */
public record FileReading(String charset, List<Line> sample) {

    static final int MOST = 5;

    public FileReading {
        sample = List.copyOf(sample);
    }

    /** @param text of it, what stands around the first letter in question */
    public record Line(long line, String text) {}

    /** To whoever sent the file. */
    RowMessage remark() {
        return new RowMessage(
                sample.isEmpty() ? 1 : sample.get(0).line(),
                "file",
                sample.isEmpty()
                        ? Said.of("import.file.read", "The file is not UTF-8; it was read as {0}.", charset)
                        : Said.of(
                                "import.file.read-sample",
                                "The file is not UTF-8; it was read as {0}, so that it says {1}. Please check these "
                                        + "letters. Another encoding can be named with charset.",
                                charset,
                                shown()));
    }

    private String shown() {
        return Legible.quoted(sample.get(0).text());
    }
}
