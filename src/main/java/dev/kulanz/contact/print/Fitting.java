package dev.kulanz.contact.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lines that fit into a place on the page, whole and inside it: the largest print in which they do.
 *
 * @param points size of the print
 * @param lead from line to line, in millimetres
 * @param lines each short enough for the place
 */
public record Fitting(double points, double lead, List<String> lines) {

    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final int EM = 1000;

    public Fitting {
        lines = List.copyOf(lines);
    }

    /** A size of print and from line to line, in points and millimetres. */
    public record Size(double points, double lead) {}

    /**
     * A place on the page.
     *
     * @param width in millimetres
     * @param height in millimetres
     * @param sizes the largest first; smaller than the last nobody could read it
     */
    public record Place(double width, double height, List<Size> sizes) {

        public Place {
            sizes = List.copyOf(sizes);
        }

        /** @return empty if they don't fit in, however small, or can't be shown */
        public Optional<Fitting> of(List<String> lines) {
            return lines.stream().allMatch(line -> PrintedText.of(line).isWhole())
                    ? sizes.stream()
                            .map(size -> fitting(size, lines))
                            .filter(found -> found.lines().size() * found.lead() <= height)
                            .findFirst()
                    : Optional.empty();
        }

        private Fitting fitting(Size size, List<String> lines) {
            int room = (int) (width * POINTS_PER_MM * EM / size.points());
            return new Fitting(
                    size.points(),
                    size.lead(),
                    lines.stream().flatMap(line -> wrapped(line, room).stream()).toList());
        }
    }

    /** Between words, and within one only where it alone is longer than a line. */
    private static List<String> wrapped(String text, int room) {
        if (width(text) <= room) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        String line = null;
        for (String word : text.split(" ", -1)) {
            String longer = line == null ? word : line + " " + word;
            if (width(longer) <= room) {
                line = longer;
            } else {
                add(lines, line);
                String rest = word;
                while (width(rest) > room) {
                    int end = end(rest, room);
                    lines.add(rest.substring(0, end));
                    rest = rest.substring(end);
                }
                line = rest;
            }
        }
        add(lines, line);
        return lines;
    }

    private static void add(List<String> lines, @Nullable String line) {
        if (line != null && !line.isEmpty()) {
            lines.add(line);
        }
    }

    /** Behind the last hyphen that finds room, else behind the last letter; a mark stays with its letter. */
    private static int end(String word, int room) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length() && width(word.substring(0, next(word, end))) <= room) {
            end = next(word, end);
        }
        int hyphen = word.lastIndexOf('-', end - 1) + 1;
        return hyphen > end / 2 ? hyphen : Math.max(end, next(word, 0));
    }

    private static int next(String word, int at) {
        int next = word.offsetByCodePoints(at, 1);
        while (next < word.length() && Character.getType(word.codePointAt(next)) == Character.NON_SPACING_MARK) {
            next = word.offsetByCodePoints(next, 1);
        }
        return next;
    }

    private static int width(String text) {
        return PrintedText.of(text).width();
    }
}
