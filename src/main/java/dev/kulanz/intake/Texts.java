package dev.kulanz.intake;

import dev.kulanz.shared.BrokenLetters;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Unseen;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Text as it may enter: with whole letters, composed (NFC), trimmed, on one line, nothing invisible and nothing a
 * spreadsheet would run. What is put right is remarked where it changes what is kept.
 */
final class Texts {

    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern HARMLESS_AFTER_SIGN = Pattern.compile("[+-][0-9\\s()/.,-]*");

    /** Where somebody is reached: a number with the code of its country, or an item of a list. */
    private static final Pattern BEGINS_LIKE_AN_ADDRESS =
            Pattern.compile("\\+{1,2}\\s?\\(?[1-9](?:[\\s()/.\\p{Pd}]{0,3}[0-9]){5}|-[\\s,;]{1,3}[^\\s,;+=@-]");

    /** What could reckon, or call a function, another sheet or another program. */
    private static final Pattern RUNS = Pattern.compile("[=!*^{}]|\\p{L}[\\p{Nd}_.]{0,9}\\(|\\|(?!\\s[+0(]*[0-9])"
            + "|\\+\\s*[\\p{L}@]|[0-9)][-/&]\\s*\\p{L}[\\p{L}\\p{Nd}_.]*\\s*\\(");

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
    static String cleaned(String raw, Column column, Beside beside) throws Unreadable {
        if (raw.isEmpty()) {
            return raw;
        }
        if (raw.charAt(0) == '\t' || raw.charAt(0) == '\r') {
            throw new Unreadable(
                    "text.tab",
                    "starts with a tab or line break, as hidden spreadsheet formulas do. Please remove it.");
        }
        Writing writing = Writing.in(column);
        String text = isPlain(raw) ? raw : folded(whole(raw, writing, beside), writing, beside);
        if (writing != Writing.NAME && writing != Writing.TEXT) {
            text = SpreadsheetDamage.asText(text);
        }
        if (!text.isEmpty()) {
            refuseFormula(text, column.holdsAmount(), writing);
        }
        return text;
    }

    /** The common case, for speed: ASCII without anything to fold or to write out. */
    private static boolean isPlain(String raw) {
        char before = ' ';
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c > '~' || c == '&' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static String whole(String raw, Writing writing, Beside beside) {
        String whole = BrokenLetters.repaired(raw);
        if (!whole.equals(raw) && writing != Writing.VALUE) {
            beside.remark(
                    "text.repaired",
                    "had letters that were broken on the way: {0} was read as {1}. Please export the list as “CSV UTF-8”.",
                    Legible.quoted(raw),
                    Legible.quoted(whole));
        }
        return whole;
    }

    private static String folded(String text, Writing writing, Beside beside) throws Unreadable {
        String line = BREAKS.matcher(Unseen.composed(text)).replaceAll(" ").strip();
        String folded =
                switch (writing) {
                    case NAME, TEXT -> Unseen.foldedText(line).strip();
                    case ADDRESS -> Unseen.foldedAddress(line);
                    case ID, VALUE -> Unseen.foldedId(line);
                };
        if (!folded.equals(line) && writing != Writing.VALUE) {
            beside.remark(
                    "text.unseen",
                    "was read as {0}: a character that can't be seen, or told from another ({1}), makes no difference.",
                    Legible.quoted(folded),
                    Unseen.firstFolded(line).stream()
                            .mapToObj(c -> String.format("U+%04X", c))
                            .findFirst()
                            .orElse(""));
        }
        refuseInvisible(folded);
        return folded;
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

    /**
     * Looks at a cleaned text for what a spreadsheet or a wrong encoding made of it.
     *
     * @throws Unreadable if what was meant is gone
     */
    static void refuseDamage(String text, Column column, Beside beside) throws Unreadable {
        SpreadsheetDamage.refuseError(text);
        Writing writing = Writing.in(column);
        if (writing == Writing.ID) {
            SpreadsheetDamage.refuseLostDigits(text);
            SpreadsheetDamage.remarkDoubts(text, beside);
        }
        if (writing != Writing.VALUE
                && (BrokenLetters.isBeyondRepair(text) || (writing == Writing.NAME && BrokenLetters.hasLost(text)))) {
            throw broken(text);
        }
    }

    private static Unreadable broken(String text) {
        return new Unreadable(
                "text.broken",
                "has letters that were broken on the way, and nobody can tell which they were: {0}. "
                        + "Please export the list again as “CSV UTF-8”.",
                Legible.quoted(text));
    }

    private static void refuseFormula(String text, boolean amount, Writing writing) throws Unreadable {
        char first = text.charAt(0);
        boolean sign = first == '+' || first == '-';
        boolean starter = "=@\uff1d\uff20\uff0b\uff0d".indexOf(first) >= 0;
        boolean isHarmless = HARMLESS_AFTER_SIGN.matcher(text).matches()
                || (writing == Writing.ADDRESS
                        && BEGINS_LIKE_AN_ADDRESS.matcher(text).lookingAt()
                        && !RUNS.matcher(text).find());
        if (starter || (sign && !amount && !isHarmless)) {
            throw new Unreadable(
                    "text.formula",
                    "starts with “{0}” like a spreadsheet formula. Opened in a spreadsheet it "
                            + "could run commands, so it is not taken. Please remove that character.",
                    first);
        }
    }
}
