package dev.kulanz.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.ImportProgress;
import dev.kulanz.intake.ImportResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the creditor's file says of a debtor: one row of it. */
final class StoryFile {

    private final Story story;
    private final Map<String, String> row = new LinkedHashMap<>();
    private @Nullable ImportResult lastResult;

    StoryFile(Story story, String debtor) {
        this.story = story;
        with("creditor_id", story.creditorId());
        with("debtor_id", debtor);
        with("name", debtor + " Beispiel");
        with("email", debtor.toLowerCase(Locale.ROOT) + "@example.com");
        with("debtor_type", "CONSUMER");
        with("language", "de");
        with("country", "DE");
    }

    void with(String column, String value) {
        row.put(column, value);
    }

    /** The file comes, and names this invoice of his. */
    void names(String invoice, String amount, String currency, String dueDate, ImportOptions options) {
        lastResult = imported(csv(invoice, amount, currency, dueDate), options);
    }

    /** The file comes, and names these parts of an invoice, each as {@code 50.00 2026-10-29}, in euros. */
    void namesParts(String invoice, String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            String csv = csv(invoice, part.split(" ", 2)[0], "EUR", part.split(" ", 2)[1]);
            all.append(all.isEmpty() ? csv : csv.substring(csv.indexOf('\n') + 1));
        }
        lastResult = imported(all.toString(), ImportOptions.CHANGES);
    }

    /** The file comes, and what it says of this invoice in euros is refused. */
    void isRefused(String invoice, String amount, String dueDate, ImportOptions options, CreditorScope scope) {
        ImportResult result = run(csv(invoice, amount, "EUR", dueDate), options, scope);
        assertThat(result.rejected()).isNotEmpty();
        lastResult = result;
    }

    /** What would happen if the file named this invoice of his, in euros. */
    ImportResult tries(String invoice, String amount, String dueDate) {
        return imported(csv(invoice, amount, "EUR", dueDate), ImportOptions.DRY_RUN);
    }

    private ImportResult imported(String csv, ImportOptions options) {
        ImportResult result = run(csv, options, CreditorScope.ALL);
        assertThat(result.rejected()).isEmpty();
        return result;
    }

    private ImportResult run(String csv, ImportOptions options, CreditorScope scope) {
        return story.house()
                .imports()
                .run(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                        options,
                        scope,
                        ImportProgress.UNSEEN);
    }

    ImportResult lastResult() {
        return Objects.requireNonNull(lastResult);
    }

    private String csv(String invoice, String amount, String currency, String dueDate) {
        Map<String, String> all = new LinkedHashMap<>(row);
        all.put("invoice_id", story.creditorId() + "-" + invoice);
        all.put("invoice_date", LocalDate.parse(dueDate).minusDays(14).toString());
        all.put("due_date", dueDate);
        all.put("amount", amount);
        all.put("currency", currency);
        return String.join(",", all.keySet()) + "\n" + String.join(",", all.values()) + "\n";
    }
}
