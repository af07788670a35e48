package dev.kulanz.intake;

import dev.kulanz.intake.Column.Need;
import dev.kulanz.shared.CreditorId;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Said;
import java.util.Set;

/** Judges one row by itself; what other rows or the database say against it comes later ({@link Verdicts}). */
final class RowCheck {

    private final Header header;
    private final Plausibility plausibility;
    private final Set<String> creditors;
    private final boolean makesCreditors;

    /**
     * @param creditors ids of those that the user may see
     * @param makesCreditors a creditor that is not there will be made
     */
    RowCheck(Header header, Plausibility plausibility, Set<String> creditors, boolean makesCreditors) {
        this.header = header;
        this.plausibility = plausibility;
        this.creditors = creditors;
        this.makesCreditors = makesCreditors;
    }

    CheckedRow check(RawRow raw) {
        CheckedRow row = new CheckedRow(raw.line());
        if (isMisaligned(raw)) {
            read(Column.CREDITOR_ID, raw, row); // whom it would have concerned, if these stand before the fault
            read(Column.DEBTOR_ID, raw, row);
            row.rejectWhole(Said.of(
                    "import.row.fields",
                    "This row has {0} fields, the header has {1}. "
                            + "Probably a text holds a separator or a line break and is not in quotation marks.",
                    raw.fields().size(),
                    header.width()));
            return row;
        }
        for (Column column : Column.values()) {
            read(column, raw, row);
        }
        checkCreditor(row);
        plausibility.check(row);
        RunningCheck.check(row, plausibility.today());
        return row;
    }

    /** Separators at the end of a line do no harm. */
    private boolean isMisaligned(RawRow raw) {
        int size = raw.fields().size();
        return size < header.width()
                || !raw.fields().subList(header.width(), size).stream().allMatch(String::isBlank);
    }

    private void read(Column column, RawRow raw, CheckedRow row) {
        String written = header.field(raw, column);
        if (written.isEmpty() && column.need() != Need.REQUIRED) {
            return;
        }
        Beside beside = new InRow(header, raw, row, column);
        String text = "";
        try {
            text = Texts.cleaned(written, column, beside);
        } catch (Unreadable e) {
            row.reject(column, e.said());
            return;
        }
        try {
            if (!Legible.isBlank(text)) {
                Texts.refuseDamage(text, column, beside);
                row.set(column, column.reading().canonical(text, beside));
            } else if (column.need() == Need.REQUIRED) {
                row.reject(
                        column, Said.of(CheckedRow.EMPTY, "The field “{0}” is empty; it is needed.", column.header()));
            }
        } catch (Unreadable e) {
            if (column.need() == Need.FORGIVEN) {
                row.leaveOut(column, e.said());
            } else {
                row.reject(column, e.said());
            }
        }
    }

    /** One field of a row and what is beside it. */
    private record InRow(Header header, RawRow raw, CheckedRow row, Column of) implements Beside {

        @Override
        public String field(Column column) {
            return header.field(raw, column);
        }

        @Override
        public void remark(Said said) {
            row.warn(of, said);
        }
    }

    private void checkCreditor(CheckedRow row) {
        String id = row.get(Column.CREDITOR_ID);
        if (id == null || creditors.contains(id)) {
            return;
        }
        if (!CreditorId.isOne(id)) {
            row.reject(
                    Column.CREDITOR_ID,
                    Said.of(
                            "import.creditor.id",
                            "A creditor's id has 1 to 60 letters, digits, dots, dashes or underscores: {0} has others.",
                            Legible.quoted(id)));
        } else if (!makesCreditors) {
            row.reject(
                    Column.CREDITOR_ID,
                    Said.of(
                            "import.creditor.none",
                            "There is no creditor {0}. Please check the id, or add the creditor first.",
                            Legible.quoted(id)));
        }
    }
}
