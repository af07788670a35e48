package dev.kulanz.decisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values of one fact, one of each kind that the cells of its column tell apart, and which cells hold for them. The last
 * one is that the fact is not known.
 */
final class ColumnSamples {

    private static final int MOST_TRIALS = 200_000;
    private static final String OTHER = "something else";

    private final List<@Nullable Object> samples;
    private final Map<String, BitSet> held = new HashMap<>();
    private final BitSet all = new BitSet();

    private ColumnSamples(List<@Nullable Object> samples) {
        this.samples = samples;
        this.all.set(0, samples.size());
    }

    /** @param conditions the cells of the column; blank ones hold for everything */
    static ColumnSamples of(Fact fact, List<String> conditions, CellCheck cells) {
        Map<String, List<Object>> plain = new HashMap<>();
        for (String cell : conditions) {
            if (!isAny(cell)) {
                cells.plainValues(cell, fact.name()).ifPresent(values -> plain.put(cell, values));
            }
        }
        List<Object> values = plain.values().stream().flatMap(List::stream).toList();
        ColumnSamples column = new ColumnSamples(samples(fact, values));
        if ((long) plain.size() * column.samples.size() <= MOST_TRIALS) {
            plain.keySet().forEach(cell -> column.held.put(cell, cells.holdsFor(cell, fact.name(), column.samples)));
        }
        return column;
    }

    static boolean isAny(String cell) {
        return cell.isEmpty() || cell.equals("-");
    }

    private static List<@Nullable Object> samples(Fact fact, List<Object> values) {
        List<@Nullable Object> samples =
                switch (fact.type()) {
                    case BOOLEAN -> new ArrayList<>(List.of(true, false));
                    case STRING -> words(fact, values);
                    case NUMBER -> numbers(values);
                    case DATE -> days(values);
                };
        samples.add(null);
        return samples;
    }

    private static List<@Nullable Object> words(Fact fact, List<Object> values) {
        TreeSet<String> words = new TreeSet<>(fact.words());
        if (words.isEmpty()) {
            words.add(OTHER);
            values.forEach(value -> words.add(String.valueOf(value)));
        }
        return new ArrayList<>(words);
    }

    private static List<@Nullable Object> numbers(List<Object> values) {
        TreeSet<BigDecimal> ends = new TreeSet<>(List.of(BigDecimal.ZERO));
        values.forEach(value -> {
            if (value instanceof BigDecimal number) {
                ends.add(number);
            }
        });
        List<@Nullable Object> samples = new ArrayList<>(List.of(ends.first().subtract(BigDecimal.ONE)));
        BigDecimal before = null;
        for (BigDecimal end : ends) {
            if (before != null) {
                samples.add(before.add(end).divide(BigDecimal.valueOf(2)));
            }
            samples.add(end);
            before = end;
        }
        samples.add(ends.last().add(BigDecimal.ONE));
        return samples;
    }

    private static List<@Nullable Object> days(List<Object> values) {
        TreeSet<LocalDate> days = new TreeSet<>(List.of(LocalDate.of(2000, 1, 1)));
        values.forEach(value -> {
            if (value instanceof LocalDate day) {
                days.add(day.minusDays(1));
                days.add(day);
                days.add(day.plusDays(1));
            }
        });
        return new ArrayList<>(days);
    }

    /** Empty if it can't be said for which values the cell holds. */
    private Optional<BitSet> held(String cell) {
        return Optional.ofNullable(isAny(cell) ? all : held.get(cell));
    }

    boolean holdsNever(String cell) {
        return held(cell).filter(BitSet::isEmpty).isPresent();
    }

    /** A value for which both hold, in words; empty if there surely is none. */
    Optional<String> both(String one, String other) {
        if (held(one).isEmpty() || held(other).isEmpty()) {
            return Optional.of("certain values");
        }
        BitSet common = (BitSet) held(one).orElseThrow().clone();
        common.and(held(other).orElseThrow());
        return common.isEmpty() ? Optional.empty() : Optional.of(inWords(samples.get(common.nextSetBit(0))));
    }

    private static String inWords(@Nullable Object sample) {
        if (sample == null) {
            return "not known";
        }
        return sample instanceof BigDecimal number ? number.toPlainString() : sample.toString();
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
