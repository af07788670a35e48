package dev.kulanz.intake;

import dev.kulanz.access.CreditorScope;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a file row by row into the staging table. */
@Component
class FileIntake {

    private final JdbcClient jdbc;
    private final Staging staging;
    private final CreditorsNamed creditors;

    FileIntake(JdbcClient jdbc, Staging staging, CreditorsNamed creditors) {
        this.jdbc = jdbc;
        this.staging = staging;
        this.creditors = creditors;
    }

    void read(
            ImportRequest request,
            Findings rejections,
            Findings warnings,
            @Nullable RejectedFile rejected,
            ImportProgress progress) {
        CreditorScope scope = request.scope();
        FileReading reading = request.text().reading();
        if (reading != null) {
            warnings.add(reading.remark());
        }
        try (CsvFile file = request.rows()) {
            RowCheck check = new RowCheck(
                    file.header(),
                    new Plausibility(request.today()),
                    visible(scope),
                    creditors.areMade() && scope.all());
            staging.fill(file, check, rejections, warnings, rejected, progress);
        }
    }

    /** The ids of creditors that the user may see, and where they are. */
    private Map<String, String> visible(CreditorScope scope) {
        return jdbc
                .sql("select id, country from creditor where :all or id = any(:ids)")
                .param("all", scope.all())
                .param("ids", scope.idArray())
                .query((row, i) -> Map.entry(row.getString("id"), row.getString("country")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
