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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Which column stands where. An unknown name is refused: a typing error would lose its whole column. */
final class Header {

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final int width;

    private Header(int width) {
        this.width = width;
    }

    /** @throws Refusal naming all that is missing, unknown or there twice */
    static Header of(List<String> names) {
        Header header = new Header(names.size());
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            header.place(Unseen.foldedId(BrokenLetters.repaired(names.get(i))), i, errors);
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
        return width;
    }

    /** What the row says in this column; empty if the file has no such column. */
    String field(RawRow row, Column column) {
        Integer index = places.get(column);
        return index == null || index >= row.fields().size() ? "" : row.fields().get(index);
    }
}
