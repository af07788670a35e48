package dev.kulanz.decisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All values that a fact can have, in their order, cut at certain ends: a condition that compares it with these ends only
 * says the same of everything between two of them. So there are few places: the gap before the first end, the first end,
 * the gap behind it … and last, that the fact is not known.
 */
final class Line {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Fact fact;
    private final List<Comparable<Object>> ends;
    /** Something at each place; empty where nothing lies in a gap. */
    private final List<Optional<Object>> places = new ArrayList<>();

    private Line(Fact fact, Collection<Comparable<Object>> ends) {
        this.fact = fact;
        this.ends = new ArrayList<>(new TreeSet<>(ends));
        Comparable<Object> before = null;
        for (Comparable<Object> end : this.ends) {
            places.add(between(before, end));
            places.add(Optional.of(end));
            before = end;
        }
        places.add(between(before, null));
    }

    /** @param ends values of other types than the fact's have no place */
    static Line cutAt(Collection<?> ends, Fact fact) {
        List<Comparable<Object>> all = new ArrayList<>();
        if (isClosed(fact)) {
            (fact.type() == Fact.Type.BOOLEAN ? List.of(true, false) : fact.words())
                    .forEach(word -> all.add(comparable(word)));
        } else {
            if (fact.type() == Fact.Type.NUMBER) {
                all.add(comparable(BigDecimal.ZERO)); // an example is best near it
            }
            ends.stream().filter(end -> fits(end, fact.type())).forEach(end -> all.add(comparable(end)));
        }
        return new Line(fact, all);
    }

    /** Whether all values of a fact are known. */
    static boolean isClosed(Fact fact) {
        return fact.type() == Fact.Type.BOOLEAN || !fact.words().isEmpty();
    }

    private static boolean fits(Object end, Fact.Type type) {
        return switch (type) {
            case STRING -> end instanceof String;
            case NUMBER -> end instanceof BigDecimal;
            case BOOLEAN -> end instanceof Boolean;
            case DATE -> end instanceof LocalDate;
        };
    }

    @SuppressWarnings("unchecked") // each type of a fact can be compared with itself
    private static Comparable<Object> comparable(Object value) {
        return (Comparable<Object>) value;
    }

    /** A value between two ends; null is no end at this side. */
    private Optional<Object> between(@Nullable Object before, @Nullable Object after) {
        if (isClosed(fact)) {
            return Optional.empty();
        }
        return switch (fact.type()) {
            case NUMBER -> Optional.of(number((BigDecimal) before, (BigDecimal) after));
            case DATE -> day((LocalDate) before, (LocalDate) after);
            case STRING -> text((String) before, (String) after);
            case BOOLEAN -> Optional.empty();
        };
    }

    private static BigDecimal number(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (before == null) {
            return after == null ? BigDecimal.ZERO : after.subtract(BigDecimal.ONE);
        }
        return after == null ? before.add(BigDecimal.ONE) : before.add(after).divide(TWO);
    }

    private static Optional<Object> day(@Nullable LocalDate before, @Nullable LocalDate after) {
        if (before == null) {
            LocalDate end = after == null ? LocalDate.of(2000, 1, 1) : after;
            return end.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(end.minusDays(1));
        }
        return before.equals(LocalDate.MAX) || before.plusDays(1).equals(after)
                ? Optional.empty()
                : Optional.of(before.plusDays(1));
    }

    /** The first text of all is the empty one, the next one after a text has one character more, the first of all. */
    private static Optional<Object> text(@Nullable String before, @Nullable String after) {
        String next = before == null ? "" : before + "\u0000";
        return next.equals(after) ? Optional.empty() : Optional.of(next);
    }

    /** Counted with the last one, that the fact is not known. */
    int size() {
        return places.size() + 1;
    }

    boolean isThere(int place) {
        return place >= places.size() || places.get(place).isPresent();
    }

    /** A value for each place; not known also where there is none. */
    List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>();
        for (int place = 0; place < size(); place++) {
            values.add(at(place));
        }
        return values;
    }

    private @Nullable Object at(int place) {
        return place < places.size() ? places.get(place).orElse(null) : null;
    }

    /** Where on this line the value at a place of another one lies. */
    int placeOf(int place, Line other) {
        Object value = other.at(place);
        if (value == null) {
            return places.size();
        }
        int found = Collections.binarySearch(
                ends, value, (one, two) -> comparable(one).compareTo(two));
        return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
    }

    String inWords(int place) {
        Object value = at(place);
        if (value == null) {
            return "not known";
        }
        boolean gap = place % 2 == 0;
        if (gap && value instanceof String) {
            return place == 0 ? "something else" : "behind \"%s\"".formatted(ends.get(place / 2 - 1));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
