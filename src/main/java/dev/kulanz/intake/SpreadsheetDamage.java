package dev.kulanz.intake;

import dev.kulanz.shared.Legible;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a spreadsheet makes of numbers, days and errors when a list is opened and saved again. What is gone can't be put
 * back; it is said how to keep it the next time.
 */
final class SpreadsheetDamage {

    /**
     * A decimal separator before the E, or a sign behind it: so write programs, and no id is made like that. {@code 12E5}
     * is one.
     */
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+(?:[.,]\\d+[eE][+-]?|[eE][+-])\\d{1,3}");

    /** One digit, and no sign: few programs write so, and some ids are like that. */
    private static final Pattern PERHAPS_SCIENTIFIC = Pattern.compile("[1-9][eE]\\d{1,3}");

    /** A whole number with decimals, as programs write it that take ids for amounts. */
    private static final Pattern DECIMAL = Pattern.compile("\\d+[.,]0+");

    private static final Pattern ERROR =
            Pattern.compile("#{2,}|Err:\\d{3}|#(?:(?:NAME|REF|VALUE|NUM|NULL|SPILL|CALC|FIELD|GETTING_DATA|BEZUG|WERT"
                    + "|ZAHL|FELD|\u00dcBERLAUF|KALK|DIV/0|N/A|NV|BEZ|NOM|VALEUR|NOMBRE)[!?]?)");

    private static final Pattern DAY =
            Pattern.compile("(?:\\d{1,2}[.-]? ?)?(?:Jan|Feb|M\u00e4r|Mar|Mrz|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct"
                    + "|Nov|Dez|Dec)[a-z]{0,6}\\.?(?:[ -]?\\d{2}(?:\\d{2})?)?|\\d{1,2}\\.\\d{1,2}\\.\\d{2}(?:\\d{2})?");

    private static final Pattern SERIAL = Pattern.compile("([1-9]\\d{4})(?:[.,]\\d+)?");
    private static final LocalDate DAY_NAUGHT = LocalDate.of(1899, 12, 30);

    /** {@code ="0047"} or {@code '0047}: how people tell a spreadsheet to leave a number as it is. */
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"([^\"]*)\"|'(\\d[^']*)");

    private SpreadsheetDamage() {}

    /** Whether this is a number of which only the first digits are left. */
    static boolean isScientific(String text) {
        return SCIENTIFIC.matcher(text).matches();
    }

    /** @throws Unreadable if its digits are gone */
    static void refuseLostDigits(String id) throws Unreadable {
        if (isScientific(id)) {
            throw new Unreadable(
                    "sheet.digits",
                    "was kept as a number by a spreadsheet ({0}): its last digits are gone. Please export the list"
                            + " again with this column as text.",
                    Legible.quoted(id));
        }
    }

    /** @throws Unreadable if the spreadsheet shows an error there */
    static void refuseError(String text) throws Unreadable {
        if ((text.charAt(0) == '#' || text.charAt(0) == 'E')
                && ERROR.matcher(text.toUpperCase(Locale.ROOT).replace("ERR:", "Err:"))
                        .matches()) {
            throw new Unreadable(
                    "sheet.error",
                    "is what a spreadsheet shows for an error or a column that is too narrow ({0}). "
                            + "Please correct it there and export the list again.",
                    Legible.quoted(text));
        }
    }

    /** Says what looks as if a spreadsheet had made it of an id; it is taken, since it may be one. */
    static void remarkDoubts(String id, Beside beside) {
        if (PERHAPS_SCIENTIFIC.matcher(id).matches() || DECIMAL.matcher(id).matches()) {
            beside.remark(
                    "sheet.perhaps-digits",
                    "{0} could be a number that a program wrote otherwise; it was taken as it is written. Please check"
                            + " it.",
                    Legible.quoted(id));
        } else if (DAY.matcher(id).matches()) {
            beside.remark(
                    "sheet.perhaps-day",
                    "{0} could be a number such as 1-26 of which a spreadsheet made a day; it was taken as it is"
                            + " written. Please check it.",
                    Legible.quoted(id));
        }
    }

    /** The day that a spreadsheet keeps under such a number. */
    static OptionalLong serialOf(String text) {
        Matcher serial = SERIAL.matcher(text);
        return serial.matches()
                ? OptionalLong.of(
                        DAY_NAUGHT.plusDays(Long.parseLong(serial.group(1))).toEpochDay())
                : OptionalLong.empty();
    }

    /** Without what only tells a spreadsheet to leave a number as it is. */
    static String asText(String raw) {
        if (raw.isEmpty() || (raw.charAt(0) != '=' && raw.charAt(0) != '\'')) {
            return raw;
        }
        Matcher kept = KEPT_AS_TEXT.matcher(raw);
        if (!kept.matches()) {
            return raw;
        }
        return kept.group(1) == null ? kept.group(2) : kept.group(1);
    }
}
