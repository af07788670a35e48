package dev.kulanz.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** The items of the sample portfolio and what their debtors do. */
final class PortfolioFile {

    private PortfolioFile() {}

    /** All rows, with the days of the file counted from this one. */
    static List<PortfolioRow> rows(LocalDate today) {
        try (var reader = new InputStreamReader(
                        new ClassPathResource("demo/portfolio.csv").getInputStream(), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return csv.stream().map(row -> PortfolioRow.of(row, today)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of {@link PortfolioRow#IMPORT_COLUMNS} as a file to be imported. */
    static byte[] toImport(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(PortfolioRow.IMPORT_COLUMNS);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
