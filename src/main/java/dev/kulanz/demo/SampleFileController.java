package dev.kulanz.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kulanz.shared.BusinessClock;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The sample file of the repository to try an import with, its dates moved along so that it is as fresh as ever. */
@Controller
@Profile("demo")
class SampleFileController {

    private static final LocalDate WRITTEN_ON = LocalDate.of(2026, 11, 22);
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final Set<String> MOVING = Set.of("invoice_date", "due_date");

    private final BusinessClock clock;

    SampleFileController(BusinessClock clock) {
        this.clock = clock;
    }

    @GetMapping(value = "/demo/sample.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> sample() throws IOException {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sample-open-items.csv\"")
                .body(fresh());
    }

    private String fresh() throws IOException {
        long days = ChronoUnit.DAYS.between(WRITTEN_ON, clock.today());
        StringWriter text = new StringWriter();
        try (var reader = new InputStreamReader(
                        new ClassPathResource("demo/sample-open-items.csv").getInputStream(), StandardCharsets.UTF_8);
                CsvReader<CsvRecord> csv =
                        CsvReader.builder().fieldSeparator(';').ofCsvRecord(reader);
                CsvWriter out = CsvWriter.builder().fieldSeparator(';').build(text)) {
            List<String> header = new ArrayList<>();
            for (CsvRecord row : csv) {
                if (header.isEmpty()) {
                    header.addAll(row.getFields());
                    out.writeRecord(header);
                } else {
                    out.writeRecord(moved(header, row.getFields(), days));
                }
            }
        }
        return text.toString();
    }

    private static List<String> moved(List<String> header, List<String> fields, long days) {
        List<String> moved = new ArrayList<>(fields);
        for (int i = 0; i < fields.size(); i++) {
            if (MOVING.contains(header.get(i))) {
                moved.set(
                        i,
                        LocalDate.parse(fields.get(i).strip(), GERMAN)
                                .plusDays(days)
                                .format(GERMAN));
            }
        }
        return moved;
    }
}
