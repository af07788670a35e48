package dev.kulanz.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A line of the sample portfolio: an open item with days counted from today, and what its debtor does.
 *
 * @param story PAY, PART (a share of the amount), BLOCK (with a reason), or empty
 * @param storyDay days after the due date on which it happens
 */
record PortfolioRow(NamedCsvRecord columns, LocalDate today, String story, int storyDay, String storyValue) {

    /** The columns of the portfolio file that are columns of an import. */
    static final List<String> IMPORT_COLUMNS = List.of(
            "creditor_id",
            "debtor_id",
            "debtor_type",
            "name",
            "language",
            "email",
            "phone",
            "street",
            "postcode",
            "city",
            "country",
            "state",
            "contact_name",
            "invoice_id",
            "invoice_date",
            "due_date",
            "amount",
            "currency",
            "subject",
            "claim_kind",
            "contract_id",
            "contract_date");

    private static final List<String> SAID_AGAIN =
            List.of("creditor_id", "debtor_id", "debtor_type", "name", "amount", "currency", "subject", "claim_kind");

    private static final int DAYS_TO_PAY = 14;

    static PortfolioRow of(NamedCsvRecord columns, LocalDate today) {
        String day = columns.getField("story_day");
        return new PortfolioRow(
                columns,
                today,
                columns.getField("story"),
                day.isEmpty() ? 0 : Integer.parseInt(day),
                columns.getField("story_value"));
    }

    String field(String name) {
        String value = columns.getField(name);
        return name.toLowerCase(Locale.ROOT).endsWith("_date")
                ? today.plusDays(Long.parseLong(value)).toString()
                : value;
    }

    List<String> importFields() {
        List<String> fields = new ArrayList<>(IMPORT_COLUMNS.size());
        IMPORT_COLUMNS.forEach(column -> fields.add(field(column)));
        return fields;
    }

    /**
     * The same bought once more: of the debtor it says only what it must, so that what was mended of him here stays.
     *
     * @param day of the invoice, which is due two weeks later
     */
    List<String> again(String invoiceId, LocalDate day) {
        Map<String, String> fields = new HashMap<>();
        SAID_AGAIN.forEach(column -> fields.put(column, field(column)));
        fields.put("invoice_id", invoiceId);
        fields.put("invoice_date", day.toString());
        fields.put("due_date", day.plusDays(DAYS_TO_PAY).toString());
        fields.put("contract_id", "V-" + invoiceId);
        fields.put("contract_date", day.minusDays(1).toString());
        return IMPORT_COLUMNS.stream()
                .map(column -> fields.getOrDefault(column, ""))
                .toList();
    }

    /** The day on which the creditor's system reports the item. */
    LocalDate comesOn() {
        return LocalDate.parse(field("invoice_date"));
    }

    LocalDate happensOn() {
        return LocalDate.parse(field("due_date")).plusDays(storyDay);
    }

    BigDecimal amount() {
        BigDecimal whole = new BigDecimal(field("amount"));
        return story.equals("PART")
                ? whole.multiply(new BigDecimal(storyValue)).setScale(2, RoundingMode.HALF_UP)
                : whole;
    }
}
