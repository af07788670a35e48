package dev.kulanz.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of a file that passed {@link TextCheck}, read one by one. Blank rows are passed over. */
final class CsvFile implements AutoCloseable, Iterator<RawRow> {

    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_RECORD = 2 * TextCheck.LONGEST_LINE;

    private final char separator;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Header header;
    private long lineBefore = 1;
    private @Nullable RawRow next;

    /** @throws Refusal if there is no header, or a wrong one */
    CsvFile(Path file, Charset charset) {
        this.separator = separator(file, charset);
        this.reader = open(file, charset, separator);
        this.records = reader.iterator();
        try {
            this.next = read();
            if (next == null) {
                throw Refusal.unacceptable("file", Said.of("import.file.blank", "The file holds only blank lines."));
            }
            this.header = Header.of(next.fields());
            this.next = read();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    char separator() {
        return separator;
    }

    /** The row that begins on a line; those before it are passed over. */
    RawRow rowOf(long line) {
        RawRow row = next();
        while (row.line() < line) {
            row = next();
        }
        return row;
    }

    Header header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public RawRow next() {
        RawRow row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = read();
        return header.restored(row);
    }

    private @Nullable RawRow read() {
        try {
            while (records.hasNext()) {
                CsvRecord csv = records.next();
                RawRow row = new RawRow(csv.getStartingLineNumber(), csv.getFields());
                lineBefore = row.line();
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException e) {
            throw Refusal.unacceptable(
                    "file",
                    Said.of(
                            "import.file.quote",
                            "The row after line {0} can't be read: "
                                    + "probably a quotation mark (\") was opened and not closed, or stands alone in a "
                                    + "quoted text (write it twice there). Nothing was imported.",
                            lineBefore));
        }
    }

    private static CsvReader<CsvRecord> open(Path file, Charset charset, char separator) {
        try {
            BufferedReader text = Files.newBufferedReader(file, charset);
            skipByteOrderMark(text);
            return CsvReader.builder()
                    .fieldSeparator(separator)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .build(
                            CsvRecordHandler.of(limits -> limits.maxFields(MOST_COLUMNS)
                                    .maxFieldSize(LONGEST_RECORD)
                                    .maxRecordSize(LONGEST_RECORD)),
                            text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever stands more often in the header; a semicolon can't be part of a column's name. */
    private static char separator(Path file, Charset charset) {
        try (BufferedReader text = Files.newBufferedReader(file, charset)) {
            String first = text.readLine();
            while (first != null && first.isBlank()) {
                first = text.readLine();
            }
            List<Character> found = first == null
                    ? List.of()
                    : first.chars().mapToObj(c -> (char) c).toList();
            if (found.contains('\t') && !found.contains(';') && !found.contains(',')) {
                throw Refusal.unacceptable(
                        "file",
                        Said.of(
                                "import.file.tabs",
                                "The columns are separated by tabs. Please export with comma or semicolon."));
            }
            return found.contains(';') ? ';' : ',';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\ufeff') {
            text.reset();
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
