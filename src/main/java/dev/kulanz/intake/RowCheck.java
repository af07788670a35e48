package dev.kulanz.intake;

import dev.kulanz.intake.Column.Need;
import dev.kulanz.shared.CreditorId;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Nearest;
import dev.kulanz.shared.Said;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Judges one row by itself; what other rows or the database say against it comes later ({@link Verdicts}). */
final class RowCheck {

    private static final int MOST_MEANT = 100;

    private final Header header;
    private final Plausibility plausibility;
    private final Map<String, String> creditors;
    private final boolean makesCreditors;
    private final Map<String, Optional<String>> meant = new ConcurrentHashMap<>(); // rows are checked side by side

    /**
     * @param creditors those that the user may see, by id, and where they are
     * @param makesCreditors a creditor that is not there will be made
     */
    RowCheck(Header header, Plausibility plausibility, Map<String, String> creditors, boolean makesCreditors) {
        this.header = header;
        this.plausibility = plausibility;
        this.creditors = creditors;
        this.makesCreditors = makesCreditors;
    }

    Map<String, String> creditors() {
        return creditors;
    }

    /** Whose number is there without a country code, while the row doesn't say where he lives. */
    Optional<Homes.Debtor> withoutHome(RawRow raw) {
        boolean asks = header.field(raw, Column.COUNTRY).isBlank()
                && (isNational(header.field(raw, Column.PHONE)) || isNational(header.field(raw, Column.MOBILE)));
        return asks ? debtor(raw) : Optional.empty();
    }

    /** Where the row says that one of these debtors lives. */
    Optional<Map.Entry<Homes.Debtor, String>> withHome(RawRow raw, Predicate<Homes.Debtor> asked) {
        if (header.field(raw, Column.COUNTRY).isBlank()) {
            return Optional.empty();
        }
        return debtor(raw).filter(asked).flatMap(debtor -> country(raw).map(country -> Map.entry(debtor, country)));
    }

    /** The postcode of a row of one of these debtors, as it is written. */
    Optional<Map.Entry<Homes.Debtor, String>> withPostcode(RawRow raw, Predicate<Homes.Debtor> asked) {
        String postcode = header.field(raw, Column.POSTCODE).strip();
        return postcode.isEmpty()
                ? Optional.empty()
                : debtor(raw).filter(asked).map(debtor -> Map.entry(debtor, postcode));
    }

    private static boolean isNational(String number) {
        return !number.isBlank() && !number.strip().startsWith("+");
    }

    private Optional<Homes.Debtor> debtor(RawRow raw) {
        return alone(raw, Column.CREDITOR_ID)
                .flatMap(creditor -> alone(raw, Column.DEBTOR_ID).map(debtor -> new Homes.Debtor(creditor, debtor)));
    }

    private Optional<String> country(RawRow raw) {
        return alone(raw, Column.COUNTRY);
    }

    /** One field of the row before the others; what there is to say about it is said when it is read in its turn. */
    private Optional<String> alone(RawRow raw, Column column) {
        CheckedRow unseen = new CheckedRow(raw.line());
        read(column, raw, unseen, new Homes(Map.of(), creditors));
        return Optional.ofNullable(unseen.get(column));
    }

    CheckedRow check(RawRow raw, Homes homes) {
        CheckedRow row = new CheckedRow(raw.line());
        if (isMisaligned(raw)) {
            read(Column.CREDITOR_ID, raw, row, homes); // whom it would have concerned, if these stand before the fault
            read(Column.DEBTOR_ID, raw, row, homes);
            row.rejectWhole(Said.of(
                    "import.row.fields",
                    "This row has {0} fields, the header has {1}. "
                            + "Probably a text holds a separator or a line break and is not in quotation marks.",
                    raw.fields().size(),
                    header.width()));
            return row;
        }
        for (Column column : Column.values()) {
            read(column, raw, row, homes);
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

    private void read(Column column, RawRow raw, CheckedRow row, Homes homes) {
        String written = header.field(raw, column);
        if (written.isEmpty() && column.need() != Need.REQUIRED) {
            return;
        }
        Beside beside = new InRow(this, raw, row, column, homes);
        String text = "";
        try {
            text = Texts.cleaned(written, column, beside);
        } catch (Unreadable e) {
            refuse(column, written, row, e);
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
                refuse(column, written, row, e);
            }
        }
    }

    private static void refuse(Column column, String written, CheckedRow row, Unreadable why) {
        row.reject(column, why.said());
        if ((column == Column.AMOUNT || column == Column.OPEN_AMOUNT) && AmountReading.hasCreditSign(written)) {
            row.markCredit();
        }
    }

    /** One field of a row and what is beside it. */
    private record InRow(RowCheck check, RawRow raw, CheckedRow row, Column of, Homes homes) implements Beside {

        @Override
        public String field(Column column) {
            return check.header.field(raw, column);
        }

        @Override
        public String country() {
            return check.country(raw).orElseGet(() -> homes.of(row.get(Column.CREDITOR_ID), row.get(Column.DEBTOR_ID)));
        }

        @Override
        public void remark(Said said) {
            row.warn(of, said);
        }
    }

    private void checkCreditor(CheckedRow row) {
        String id = row.get(Column.CREDITOR_ID);
        if (id == null || creditors.containsKey(id)) {
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
            row.reject(Column.CREDITOR_ID, unknown(id));
        }
    }

    private Said unknown(String id) {
        return meant(id)
                .map(other -> Said.of(
                        "import.creditor.meant",
                        "There is no creditor {0}. Is {1} meant? If not, please add the creditor first.",
                        Legible.quoted(id),
                        Legible.quoted(other)))
                .orElseGet(() -> Said.of(
                        "import.creditor.none",
                        "There is no creditor {0}. Please check the id, or add the creditor first.",
                        Legible.quoted(id)));
    }

    /** A file of a million rows may name as many: it is looked for the first of them only. */
    private Optional<String> meant(String id) {
        return meant.size() < MOST_MEANT || meant.containsKey(id)
                ? meant.computeIfAbsent(id, unknown -> Nearest.of(unknown, creditors.keySet()))
                : Optional.empty();
    }
}
