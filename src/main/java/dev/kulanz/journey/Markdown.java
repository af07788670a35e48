package dev.kulanz.journey;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Text in the Markdown of Camunda Forms, which also lets HTML through. What a pattern says is ours; whatever is put into it
 * comes from outside, is shown letter for letter and can be nothing but text: no element, no link, not even one that a
 * form makes of a bare address by itself. Nothing that a form shows is written in any other way.
 */
record Markdown(String text) {

    /** Written as they are, wherever they stand. All else could begin something, in Markdown or in HTML. */
    private static final String HARMLESS = " ,";

    /** U+061C, U+200E, U+200F, U+202A … U+202E, U+2066 … U+2069: no looks of their own, but they turn what stands around. */
    private static final String TURNING = "[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]";

    /**
     * Fills a pattern.
     *
     * @param pattern Markdown as for {@link String#format}, with {@code %s} alone
     * @param data Markdown is taken over as it is; anything else is plain text
     */
    static Markdown of(String pattern, Object... data) {
        return new Markdown(
                pattern.formatted(Arrays.stream(data).map(Markdown::written).toArray()));
    }

    /** @param address one of ours, with nothing from outside in it */
    static Markdown link(String words, String address) {
        return new Markdown("[" + plain(words) + "](" + address + ")");
    }

    /** Paragraphs one after the other; empty ones are left out. */
    static Markdown paragraphs(List<Markdown> parts) {
        return joined(parts, "\n\n");
    }

    static Markdown bullets(List<Markdown> lines) {
        return joined(lines.stream().map(line -> of("* %s", line)).toList(), "\n");
    }

    private static Markdown joined(List<Markdown> parts, String between) {
        return new Markdown(parts.stream()
                .map(Markdown::text)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(between)));
    }

    private static String written(Object data) {
        return data instanceof Markdown ours ? ours.text() : plain(data.toString());
    }

    /** Letters and digits as they are, the rest as HTML entities: these are read after Markdown has looked for its own. */
    private static String plain(String text) {
        int[] points = text.replaceAll(TURNING, "")
                .replaceAll("\\s+", " ")
                .codePoints()
                .filter(point -> !Character.isISOControl(point))
                .toArray();
        StringBuilder plain = new StringBuilder(points.length + 16);
        for (int i = 0; i < points.length; i++) {
            if (isHarmless(points, i)) {
                plain.appendCodePoint(points[i]);
            } else {
                plain.append("&#").append(points[i]).append(';');
            }
        }
        return plain.toString();
    }

    /** A dash inside a word or a day, a point inside an amount or behind a word: nothing begins there. */
    private static boolean isHarmless(int[] points, int at) {
        int point = points[at];
        return Character.isLetterOrDigit(point)
                || HARMLESS.indexOf(point) >= 0
                || (point == '-' && stands(points, at, Character::isLetterOrDigit))
                || (point == '.' && (stands(points, at, Character::isDigit) || endsAWord(points, at)));
    }

    /** Behind a number, it could begin a list. */
    private static boolean endsAWord(int[] points, int at) {
        return at > 0 && Character.isLetter(points[at - 1]) && (at + 1 == points.length || points[at + 1] == ' ');
    }

    private static boolean stands(int[] points, int at, IntPredicate between) {
        return at > 0 && at + 1 < points.length && between.test(points[at - 1]) && between.test(points[at + 1]);
    }
}
