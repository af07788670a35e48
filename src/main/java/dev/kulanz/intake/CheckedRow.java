package dev.kulanz.intake;

import dev.kulanz.shared.Said;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row with what could be read of it, and what there is to say about it. */
final class CheckedRow {

    private final long line;
    private final Map<Column, String> values = new EnumMap<>(Column.class);
    private final List<RowMessage> rejections = new ArrayList<>(0);
    private final List<RowMessage> warnings = new ArrayList<>(0);

    CheckedRow(long line) {
        this.line = line;
    }

    long line() {
        return line;
    }

    boolean isGood() {
        return rejections.isEmpty();
    }

    List<RowMessage> rejections() {
        return rejections;
    }

    List<RowMessage> warnings() {
        return warnings;
    }

    /**
     * Whether it is to the debtor's credit, or may be: what it would have taken off, nobody can tell. Then what else the file
     * says that he owes is not the truth without it.
     */
    boolean mayBeCredit() {
        BigDecimal amount = amount(Column.AMOUNT);
        if (amount == null || amount.signum() < 0) {
            return true;
        }
        return rejections.stream().anyMatch(one -> one.field().equals(Column.PAID.header()));
    }

    void set(Column column, String canonical) {
        values.put(column, canonical);
    }

    @Nullable String get(Column column) {
        return values.get(column);
    }

    @Nullable LocalDate date(Column column) {
        String value = get(column);
        return value == null ? null : LocalDate.parse(value);
    }

    @Nullable BigDecimal amount(Column column) {
        String value = get(column);
        return value == null ? null : new BigDecimal(value);
    }

    void reject(Column column, Said said) {
        rejections.add(new RowMessage(line, column.header(), sentence(column, said)));
    }

    void rejectWhole(Said said) {
        rejections.add(new RowMessage(line, "row", said));
    }

    /** The field is left out; the row stays good. */
    void leaveOut(Column column, Said said) {
        values.remove(column);
        warn(column, said);
    }

    void warn(Column column, Said said) {
        warnings.add(new RowMessage(line, column.header(), sentence(column, said)));
    }

    private static Said sentence(Column column, Said said) {
        return Character.isLowerCase(said.pattern().charAt(0))
                ? said.after("The value in “{}” ", column.header())
                : said;
    }
}
