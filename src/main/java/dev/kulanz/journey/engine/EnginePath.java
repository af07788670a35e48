package dev.kulanz.journey.engine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of the engine an address means, whichever door it uses: {@code /engine-rest/task} and
 * {@code /camunda/api/engine/engine/default/task} are both {@code task}. It understands one spelling of each address and no
 * other, so that nothing is read in one way here and in another way behind.
 */
final class EnginePath {

    /** The first that fits is taken off; what only the webapps have keeps its full name. */
    private static final List<String> DOORS =
            List.of("/engine-rest/engine/default/", "/engine-rest/", "/camunda/api/engine/engine/default/", "/");

    private static final Pattern ESCAPE = Pattern.compile("%(?<hex>[0-9A-Fa-f]{2})");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.:@~+-]+");

    private EnginePath() {}

    /**
     * The parts of an address.
     *
     * @param raw as it was sent, without the query
     * @return empty if it can't be meant: with an empty part, dots, a semicolon, an escaped slash, what is not UTF-8
     */
    static Optional<List<String>> of(String raw) {
        String door = DOORS.stream().filter(raw::startsWith).findFirst().orElse("");
        String path = raw.substring(door.length()).replaceFirst("/$", ""); // Cockpit ends some of its calls so
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            String decoded = decoded(part);
            if (decoded == null || !PLAIN.matcher(decoded).matches() || decoded.matches("\\.+")) {
                return Optional.empty();
            }
            parts.add(decoded);
        }
        return Optional.of(List.copyOf(parts));
    }

    /** Whether a query is text that can be stored and compared: UTF-8 without control characters. */
    static boolean isReadable(@Nullable String query) {
        if (query == null) {
            return true;
        }
        String decoded = decoded(query.replace('+', ' '));
        return decoded != null && decoded.chars().noneMatch(letter -> letter < ' ' && letter != '\n' && letter != '\t');
    }

    private static @Nullable String decoded(String text) {
        Matcher escapes = ESCAPE.matcher(text);
        if (text.replaceAll(ESCAPE.pattern(), "").indexOf('%') >= 0) {
            return null;
        }
        // what is escaped are bytes, and ISO 8859-1 has a letter for each
        String bytes = escapes.replaceAll(
                escape -> Matcher.quoteReplacement(String.valueOf((char) HexFormat.fromHexDigits(escape.group(1)))));
        if (bytes.chars().anyMatch(letter -> letter > 0xFF)) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
