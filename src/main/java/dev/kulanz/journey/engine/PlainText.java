package dev.kulanz.journey.engine;

import java.util.Collection;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;

/** Text that people write into the engine: of a bearable length, and with nothing in it that can't be stored. */
final class PlainText {

    /** What the longest field of a form takes. */
    private static final int LONGEST = 2000;

    private static final int LONGEST_QUOTE = 40;
    private static final int MOST_QUOTES = 5;

    private PlainText() {}

    static void check(String what, String text) {
        if (text.length() > LONGEST) {
            throw new BadUserRequestException(
                    "%s takes up to %d characters, not %d.".formatted(what, LONGEST, text.length()));
        }
        if (text.codePoints().anyMatch(PlainText::isUnfit)) {
            throw new BadUserRequestException(what + " takes no control characters and no halves of a character.");
        }
    }

    /** Names that somebody sent, short enough to be repeated. */
    static String quoted(Collection<String> names) {
        return names.stream().limit(MOST_QUOTES).map(PlainText::quoted).collect(Collectors.joining(", "))
                + (names.size() > MOST_QUOTES ? " …" : "");
    }

    private static String quoted(String name) {
        String plain = name.codePoints()
                .limit(LONGEST_QUOTE)
                .map(letter -> isUnfit(letter) ? '?' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "“" + plain + (name.length() > LONGEST_QUOTE ? "…" : "") + "”";
    }

    private static boolean isUnfit(int letter) {
        return Character.getType(letter) == Character.SURROGATE
                || (Character.isISOControl(letter) && letter != '\n' && letter != '\r' && letter != '\t');
    }
}
