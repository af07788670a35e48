package dev.kulanz.intake;

import dev.kulanz.shared.Legible;
import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Text as it may enter: composed (NFC), trimmed, on one line, nothing invisible and nothing a spreadsheet would run. */
final class Texts {

    private static final Pattern BREAKS = Pattern.compile("[\\s\\u00a0\\u2028\\u2029]+");
    private static final Pattern HARMLESS_AFTER_SIGN = Pattern.compile("[+-][0-9\\s()/.,-]*");

    private Texts() {}

    /** A reading that takes any text up to this length. */
    static Reading upTo(int length) {
        return written -> {
            if (written.length() > length) {
                throw new Unreadable(
                        "text.long", "is too long: {0} characters, {1} at the most.", written.length(), length);
            }
            return written;
        };
    }

    /**
     * The value without surrounding and repeated white space; line breaks inside become a blank.
     *
     * @throws Unreadable if it holds invisible control characters, or would be run as a formula by a spreadsheet
     */
    static String cleaned(String raw, boolean amount) throws Unreadable {
        if (raw.isEmpty()) {
            return raw;
        }
        if (raw.charAt(0) == '\t' || raw.charAt(0) == '\r') {
            throw new Unreadable(
                    "text.tab",
                    "starts with a tab or line break, as hidden spreadsheet formulas do. Please remove it.");
        }
        String text = raw;
        if (!isPlain(raw)) {
            text = BREAKS.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC))
                    .replaceAll(" ")
                    .strip();
            refuseInvisible(text);
        }
        refuseFormula(text, amount);
        return text;
    }

    /** The common case, for speed: ASCII without anything to fold. */
    private static boolean isPlain(String raw) {
        char before = ' ';
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static void refuseInvisible(String text) throws Unreadable {
        OptionalInt character = Legible.notInALine(text);
        if (character.isPresent()) {
            throw new Unreadable(
                    "text.invisible",
                    "holds a character that can't be shown ({0}). Please export the file again as UTF-8 or "
                            + "remove the character.",
                    String.format("U+%04X", character.getAsInt()));
        }
    }

    private static void refuseFormula(String text, boolean amount) throws Unreadable {
        if (text.isEmpty()) {
            return;
        }
        char first = text.charAt(0);
        boolean sign = first == '+' || first == '-';
        boolean starter = "=@\uff1d\uff20\uff0b\uff0d".indexOf(first) >= 0;
        if (starter || (sign && !amount && !HARMLESS_AFTER_SIGN.matcher(text).matches())) {
            throw new Unreadable(
                    "text.formula",
                    "starts with “{0}” like a spreadsheet formula. Opened in a spreadsheet it "
                            + "could run commands, so it is not taken. Please remove that character.",
                    first);
        }
    }
}
