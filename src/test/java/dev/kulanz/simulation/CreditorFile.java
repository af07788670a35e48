package dev.kulanz.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.ImportProgress;
import dev.kulanz.intake.ImportResult;
import dev.kulanz.intake.Imports;
import dev.kulanz.simulation.Inhabitant.Invoice;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A file of the creditor: what is named in it is owed. */
final class CreditorFile {

    private final List<String> lines = new ArrayList<>();
    private final Tally tally;
    private final DueDates dueDates;

    CreditorFile(Tally tally, DueDates dueDates) {
        this.tally = tally;
        this.dueDates = dueDates;
    }

    void name(Inhabitant debtor, Invoice invoice, BigDecimal amount) {
        Map<String, String> columns = debtor.columns();
        if (lines.isEmpty()) {
            lines.add(String.join(";", columns.keySet()) + ";invoice_id;invoice_date;due_date;amount;currency");
        }
        lines.add(String.join(";", columns.values())
                + ";%s;%s;%s;%s;%s"
                        .formatted(
                                invoice.id(),
                                invoice.due().minusDays(14),
                                invoice.due(),
                                amount.toPlainString(),
                                invoice.currency()));
        dueDates.named(invoice.id(), invoice.due());
        tally.named(debtor.id(), invoice.currency(), invoice.id(), amount);
    }

    void isImportedBy(Imports imports) {
        if (lines.isEmpty()) {
            return;
        }
        byte[] csv = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        ImportResult result = imports.run(
                new ByteArrayInputStream(csv), ImportOptions.CHANGES, CreditorScope.ALL, ImportProgress.UNSEEN);
        assertThat(result.rejected()).isEmpty();
    }
}
