package dev.kulanz.intake;

import dev.kulanz.shared.Said;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row with what could be read of it, and what there is to say about it. */
final class CheckedRow {

    /** Key of what is said of a column that is needed and empty. */
    static final String EMPTY = "import.empty";

    /** Unreadable or contradicted, they leave open how much was taken off. */
    private static final Set<Column> TAKING_OFF = EnumSet.of(Column.PAID, Column.OPEN_AMOUNT, Column.CREDITS_INVOICE);

    private final long line;
    private final Map<Column, String> values = new EnumMap<>(Column.class);
    private final List<RowMessage> rejections = new ArrayList<>(0);
    private final List<RowMessage> warnings = new ArrayList<>(0);
    private boolean hasCreditSign;

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
     * says that he owes is not the truth without it. Whether it leaves less of an invoice than is kept is found later
     * ({@link LessThanKept}).
     */
    boolean mayBeCredit() {
        return get(Column.AMOUNT) == null
                || isCredit()
                || TAKING_OFF.stream().anyMatch(column -> rejections.stream().anyMatch(one -> isAbout(one, column)));
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

    /** A negative amount is a credit note. */
    boolean isCredit() {
        BigDecimal amount = amount(Column.AMOUNT);
        return amount != null && amount.signum() < 0;
    }

    /** The amount can't be read, but that it is to the debtor's credit can. */
    void markCredit() {
        hasCreditSign = true;
    }

    /** Whether it is a credit note, and no claim; null where nothing tells, or where one contradicts the other. */
    @Nullable Boolean saysCredit() {
        BigDecimal amount = amount(Column.AMOUNT);
        boolean isForInvoice = says(Column.CREDITS_INVOICE);
        if (amount == null) {
            return (hasCreditSign || isForInvoice) ? Boolean.TRUE : null;
        }
        if (amount.signum() < 0) {
            return Boolean.TRUE;
        }
        return (amount.signum() == 0 || isForInvoice || hasCreditSign) ? null : Boolean.FALSE;
    }

    /** What this column says, or that it says nothing, does not matter for such a row. */
    void ignore(Column column) {
        values.remove(column);
        rejections.removeIf(message -> isAbout(message, column));
        warnings.removeIf(message -> isAbout(message, column));
    }

    /** That this column says nothing does not matter for such a row; what it says does. */
    void needNot(Column column) {
        rejections.removeIf(message -> isAbout(message, column) && isEmpty(message));
    }

    /** Whether there is something in this column, be it readable or not. */
    boolean says(Column column) {
        return values.containsKey(column) || rejections.stream().anyMatch(one -> isAbout(one, column) && !isEmpty(one));
    }

    private static boolean isAbout(RowMessage message, Column column) {
        return message.field().equals(column.header());
    }

    private static boolean isEmpty(RowMessage message) {
        return message.said().key().equals(EMPTY);
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
