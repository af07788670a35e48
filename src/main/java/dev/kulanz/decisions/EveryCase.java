package dev.kulanz.decisions;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether each case finds a row: column by column, for each kind of value, which rows are still left. What can't be
 * proved counts as no.
 */
final class EveryCase {

    /** Of looks at a row for a kind of value. */
    private static final long MOST_LOOKS = 50_000_000;

    private final List<ColumnSamples> columns;
    private final DecisionTable table;
    private long looks;

    private EveryCase(DecisionTable table, List<ColumnSamples> columns) {
        this.table = table;
        this.columns = columns;
    }

    static boolean isAnswered(DecisionTable table, List<ColumnSamples> columns) {
        BitSet rows = new BitSet();
        rows.set(0, table.rules().size());
        return new EveryCase(table, columns).isAnswered(rows, 0);
    }

    /** @param rows those that hold in all columns before this one */
    private boolean isAnswered(BitSet rows, int column) {
        if (rows.isEmpty() || looks > MOST_LOOKS) {
            return false;
        }
        if (rows.stream().anyMatch(row -> holdsFrom(row, column))) {
            return true;
        }
        return left(rows, column).stream().allMatch(left -> isAnswered(left, column + 1));
    }

    private boolean holdsFrom(int row, int column) {
        return cells(row).subList(column, columns.size()).stream().allMatch(ColumnSamples::isAny);
    }

    /** The rows that are left for some kind of value of this column; no set twice. */
    private Set<BitSet> left(BitSet rows, int column) {
        ColumnSamples samples = columns.get(column);
        looks += (long) rows.cardinality() * samples.places().cardinality();
        List<BitSet> left = new ArrayList<>();
        samples.places().stream().forEach(place -> left.add(new BitSet()));
        rows.stream().forEach(row -> samples.held(cells(row).get(column)).ifPresent(held -> {
            int kind = 0;
            for (int place = samples.places().nextSetBit(0);
                    place >= 0;
                    place = samples.places().nextSetBit(place + 1)) {
                left.get(kind++).set(row, held.get(place));
            }
        }));
        return new HashSet<>(left);
    }

    private List<String> cells(int row) {
        return table.rules().get(row).conditions();
    }
}
