package dev.kulanz.journey.engine;

import dev.kulanz.shared.Legible;
import java.util.Collection;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;

/** Text that people write into the engine: of a bearable length, and with nothing in it that can't be stored. */
final class PlainText {

    /** What the longest field of a form takes. */
    private static final int LONGEST = 2000;

    private static final int MOST_QUOTES = 5;

    private PlainText() {}

    static void check(String what, String text) {
        if (text.length() > LONGEST) {
            throw new BadUserRequestException(
                    "%s takes up to %d characters, not %d.".formatted(what, LONGEST, text.length()));
        }
        if (!Legible.isText(text)) {
            throw new BadUserRequestException(what + " takes no control characters and no broken characters.");
        }
    }

    /** Names that somebody sent, short enough to be repeated. */
    static String quoted(Collection<String> names) {
        return names.stream().limit(MOST_QUOTES).map(Legible::quoted).collect(Collectors.joining(", "))
                + (names.size() > MOST_QUOTES ? " …" : "");
    }
}
