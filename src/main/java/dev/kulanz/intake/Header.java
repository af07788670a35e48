package dev.kulanz.intake;

import dev.kulanz.shared.BrokenLetters;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import dev.kulanz.shared.Unseen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Which column stands where. An unknown name is refused: a typing error would lose its whole column. */
final class Header {

    /** Where the row stood in the file that a returned one is of. */
    static final String LINE = "line";

    /** Why it was refused there. */
    static final String REASON = "reason";

    private static final Set<String> ADDED = Set.of(LINE, REASON);

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<String> names;
    private final Set<Integer> added;

    private Header(List<String> names) {
        this.names = List.copyOf(names);
        this.added = added(names);
    }

    /** The two together are of a file that we gave back with what was refused; one alone is a mistake like any other. */
    private static Set<Integer> added(List<String> names) {
        List<String> folded = names.stream().map(Header::folded).toList();
        return ADDED.stream().allMatch(name -> Collections.frequency(folded, name) == 1)
                ? ADDED.stream().map(folded::indexOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static String folded(String name) {
        return Unseen.foldedId(BrokenLetters.repaired(name)).toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal naming all that is missing, unknown or there twice */
    static Header of(List<String> names) {
        Header header = new Header(names);
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!header.added.contains(i)) {
                header.place(Unseen.foldedId(BrokenLetters.repaired(names.get(i))), i, errors);
            }
        }
        Collection<Column> missing = EnumSet.copyOf(Column.REQUIRED);
        missing.removeAll(header.places.keySet());
        if (header.places.containsKey(Column.OPEN_AMOUNT)) {
            missing.remove(Column.AMOUNT);
        }
        missing.forEach(column -> errors.add(new FieldError(
                column.header(),
                Said.of("import.header.missing", "The column “{0}” is missing in the header.", column.header()))));
        if (!errors.isEmpty()) {
            throw Refusal.unacceptable(
                    Said.of(
                            "import.header",
                            "The first line must name the columns, and it doesn't yet. Nothing was imported."),
                    "The first line must name the columns, and it doesn't yet: "
                            + String.join(
                                    " ",
                                    errors.stream().map(FieldError::message).toList())
                            + " Nothing was imported.",
                    errors);
        }
        return header;
    }

    private void place(String name, int index, List<FieldError> errors) {
        Column column = Column.named(name);
        if (column == null) {
            errors.add(new FieldError(name, unknown(name)));
        } else if (places.putIfAbsent(column, index) != null) {
            errors.add(new FieldError(
                    column.header(),
                    Said.of("import.header.twice", "The column “{0}” is there twice.", column.header())));
        }
    }

    private static Said unknown(String name) {
        if (name.isEmpty()) {
            return Said.of("import.header.nameless", "A column has no name.");
        }
        String near = nearest(name);
        return near == null
                ? Said.of("import.header.unknown", "The column {0} is not known.", Legible.quoted(name))
                : Said.of(
                        "import.header.meant",
                        "The column {0} is not known: is “{1}” meant?",
                        Legible.quoted(name),
                        near);
    }

    private static @Nullable String nearest(String name) {
        String wanted = name.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        if (wanted.length() > 40) {
            return null;
        }
        int limit = Math.max(2, wanted.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(limit);
        return Arrays.stream(Column.values())
                .map(Column::header)
                .filter(header -> distance.apply(wanted, header) >= 0)
                .min(Comparator.comparing(header -> distance.apply(wanted, header)))
                .orElse(null);
    }

    int width() {
        return names.size();
    }

    /** The names of its columns as they were sent, without those that we added ourselves. */
    List<String> ownNames() {
        return own(names);
    }

    /** What a row says, without what we added ourselves. */
    List<String> own(RawRow row) {
        return own(row.fields());
    }

    private List<String> own(List<String> cells) {
        return IntStream.range(0, cells.size())
                .filter(i -> !added.contains(i))
                .mapToObj(cells::get)
                .toList();
    }

    /** A row as it was before it was given back; any other as it is. */
    RawRow restored(RawRow row) {
        return added.isEmpty()
                ? row
                : new RawRow(
                        row.line(),
                        row.fields().stream().map(ReturnedCell::restored).toList());
    }

    /** What the row says in this column; empty if the file has no such column. */
    String field(RawRow row, Column column) {
        Integer index = places.get(column);
        return index == null || index >= row.fields().size() ? "" : row.fields().get(index);
    }
}
