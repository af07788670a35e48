package dev.kulanz.decisions;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One value of each kind that the cells of a column tell apart, and which cells hold for it. */
final class ColumnSamples {

    /** Of values in cells by FEEL, which takes a second or two; a thousand rows with a range each are half of it. */
    private static final int MOST_TRIALS = 15_000;

    private static final int MOST_PLACES = 50_000_000;

    private final Line line;
    private final BitSet all = new BitSet();
    /** A cell that may change what it says anywhere is not among them. */
    private final Map<String, BitSet> held = new HashMap<>();

    private final boolean tooMany;

    private ColumnSamples(Fact fact, Map<String, List<Object>> ends, CellCheck cells) {
        this.line = Line.cutAt(ends.values().stream().flatMap(List::stream).toList(), fact);
        for (int place = 0; place < line.size(); place++) {
            all.set(place, line.isThere(place));
        }
        Map<String, Line> own = new HashMap<>();
        ends.forEach((cell, values) -> own.put(cell, Line.cutAt(values, fact)));
        tooMany = own.values().stream().mapToLong(Line::size).sum() > MOST_TRIALS
                || (long) ends.size() * line.size() > MOST_PLACES;
        if (!tooMany) {
            own.forEach((cell, cut) -> held.put(cell, along(cut, cells.holdsFor(cell, fact.name(), cut.values()))));
        }
    }

    /** @param conditions the cells of the column; blank ones hold for everything */
    static ColumnSamples of(Fact fact, List<String> conditions, CellCheck cells) {
        Map<String, List<Object>> ends = new HashMap<>();
        for (String cell : conditions) {
            if (!isAny(cell)) {
                cells.ends(cell, fact.name(), Line.isClosed(fact)).ifPresent(values -> ends.put(cell, values));
            }
        }
        return new ColumnSamples(fact, ends, cells);
    }

    static boolean isAny(String cell) {
        return cell.isEmpty() || cell.equals("-");
    }

    /** What was found on a cell's own line, on the line of all: between two of its ends nothing changes. */
    private BitSet along(Line own, BitSet holds) {
        BitSet found = new BitSet();
        for (int place = all.nextSetBit(0); place >= 0; place = all.nextSetBit(place + 1)) {
            found.set(place, holds.get(own.placeOf(place, line)));
        }
        return found;
    }

    /** Whether the cells have more values than can be tried. */
    boolean isTooMany() {
        return tooMany;
    }

    /** The kinds of values, numbered. */
    BitSet places() {
        return all;
    }

    /** Empty if it can't be said for which values the cell holds. */
    Optional<BitSet> held(String cell) {
        return Optional.ofNullable(isAny(cell) ? all : held.get(cell));
    }

    boolean holdsNever(String cell) {
        return held(cell).filter(BitSet::isEmpty).isPresent();
    }

    /** A value for which both hold, in words; empty if there surely is none. */
    Optional<String> both(String one, String other) {
        Optional<BitSet> first = held(one);
        Optional<BitSet> second = held(other);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.of("certain values");
        }
        if (!first.get().intersects(second.get())) {
            return Optional.empty();
        }
        BitSet common = (BitSet) first.get().clone();
        common.and(second.get());
        return Optional.of(line.inWords(common.nextSetBit(0)));
    }

    /** Whether one of these surely holds wherever the cell does. */
    boolean cover(List<String> wide, String cell) {
        if (wide.contains(cell) || wide.stream().anyMatch(ColumnSamples::isAny)) {
            return true;
        }
        BitSet left = (BitSet) held(cell).orElse(all).clone();
        wide.forEach(each -> held(each).ifPresent(left::andNot));
        return left.isEmpty();
    }
}
