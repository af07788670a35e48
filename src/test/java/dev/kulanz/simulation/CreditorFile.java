package dev.kulanz.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.intake.AmountMeaning;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.ImportProgress;
import dev.kulanz.intake.ImportResult;
import dev.kulanz.intake.Imports;
import dev.kulanz.simulation.Inhabitant.Invoice;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A file of the creditor: what is named in it is owed, or credited. */
final class CreditorFile {

    private static final String OF_ITEMS =
            ";invoice_id;instalment;invoice_date;due_date;amount;currency;credits_invoice";

    private final List<String> lines = new ArrayList<>();
    private final Map<Long, Runnable> told = new TreeMap<>();
    private final Map<Long, Invoice> items = new TreeMap<>();
    private final Tally tally;
    private final DueDates dueDates;
    private final PersonsRecord persons;

    CreditorFile(Tally tally, DueDates dueDates, PersonsRecord persons) {
        this.tally = tally;
        this.dueDates = dueDates;
        this.persons = persons;
    }

    void name(Inhabitant debtor, Invoice invoice, BigDecimal amount) {
        row(debtor, invoice, amount, invoice.due().minusDays(14), null, () -> {
            dueDates.named(invoice);
            persons.named(debtor);
            tally.named(debtor.id(), invoice, amount);
        });
    }

    /** What is left of it, as the house itself says: nothing changes. */
    void nameRest(Inhabitant debtor, Invoice left) {
        row(debtor, left, left.amount(), left.due().minusDays(14), null, () -> {});
    }

    /**
     * @param amount which the credit note grants; nothing: it is taken back
     * @param of the invoice that it names, if it names one
     */
    void credit(
            Inhabitant debtor,
            String number,
            BigDecimal amount,
            String currency,
            @Nullable Invoice of,
            LocalDate issued) {
        Invoice note = new Invoice(number, 0, amount, currency, issued, 0);
        row(debtor, note, amount.negate(), issued, of, () -> tally.credited(debtor.id(), currency, number, amount));
    }

    private void row(
            Inhabitant debtor,
            Invoice item,
            BigDecimal amount,
            LocalDate written,
            @Nullable Invoice credits,
            Runnable whenTaken) {
        if (lines.isEmpty()) {
            lines.add(String.join(";", debtor.columns().keySet()) + OF_ITEMS);
        }
        lines.add(String.join(";", debtor.columns().values())
                + ";%s;%s;%s;%s;%s;%s;%s"
                        .formatted(
                                item.id(),
                                item.instalment() == 0 ? "" : item.instalment(),
                                written,
                                item.due(),
                                amount.toPlainString(),
                                item.currency(),
                                credits == null ? "" : credits.id()));
        told.put((long) lines.size(), whenTaken);
        items.put((long) lines.size(), item);
    }

    /**
     * Its amounts are those of the invoices.
     *
     * @return how many of its rows are left to a person
     */
    int isImportedBy(Imports imports) {
        return isImportedBy(imports, AmountMeaning.INVOICE);
    }

    int isImportedBy(Imports imports, AmountMeaning amounts) {
        if (lines.isEmpty()) {
            return 0;
        }
        byte[] csv = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        ImportResult result = imports.run(
                new ByteArrayInputStream(csv),
                new ImportOptions(false, ImportOptions.Mode.CHANGES, false, amounts, null),
                CreditorScope.ALL,
                ImportProgress.UNSEEN);
        assertThat(result.rejected())
                .as("%s", result.rejected())
                .allMatch(row -> isForAPerson(row.said().key(), Objects.requireNonNull(items.get(row.line()))));
        result.rejected().forEach(row -> told.remove(row.line()));
        told.values().forEach(Runnable::run);
        return result.rejected().size();
    }

    /**
     * A paid invoice with another day may have been moved, or be the next part of what falls due; one of which something is
     * owed was moved. A part that grew by what is left of another may be both together.
     */
    private boolean isForAPerson(String refusal, Invoice item) {
        return switch (refusal) {
            case "import.refused.WHICH_INSTALMENT" -> !dueDates.isOwed(item);
            case "import.refused.TOGETHER" -> item.instalment() > 0;
            default -> false;
        };
    }
}
