package dev.kulanz.intake;

import dev.kulanz.shared.Legible;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of a part of an invoice as people write it: 2, 02, 2.0, 2/5, 2 von 5, Rate 2. Of how many it is one is not kept.
 * Longer numbers are none: a spreadsheet takes 1/3 for a day, and writes that as 46025.
 */
final class InstalmentReading implements Reading {

    /** Three zeros may be those of a thousand. */
    private static final Pattern PLAIN =
            Pattern.compile("0{0,20}(?<number>[1-9][0-9]{0,3})(?:\\.|[.,]0(?:0(?:0{2,4})?)?)?");

    private static final int FIRST_YEAR = 1_990;

    private static final String WORD = "(?:TEILRATE|RATE|TEILZAHLUNG|TEILBETRAG|TEIL|ABSCHLAG|INSTALL?MENT|PART)";
    private static final String SIGN = "(?:N[RO]\\.? ?|N° ?|Nº ?|# ?)";
    private static final Pattern IN_WORDS =
            Pattern.compile("(?:" + WORD + " ?)?" + SIGN + "?0{0,20}(?<number>[1-9][0-9]{0,3})" + "\\.?(?: ?" + WORD
                    + ")?(?: ?(?:/|VON|OF|DE|SUR|DI|AUS) ?0{0,20}(?<all>[1-9][0-9]{0,3})(?: ?" + WORD + "N?)?)?");

    @Override
    public String canonical(String written) throws Unreadable {
        return number(written);
    }

    @Override
    public String canonical(String written, Beside beside) throws Unreadable {
        String number = number(written);
        if (!PLAIN.matcher(written).matches()) {
            beside.remark(
                    "instalment.part",
                    "{0} was read as part {1} of the invoice. Of how many it is one is not kept.",
                    Legible.quoted(written),
                    number);
        }
        return number;
    }

    /** {@code 01/2026} is a month, of which each year has one. */
    private static boolean isOneOf(String number, @Nullable String all) {
        return all == null || (Integer.parseInt(number) <= Integer.parseInt(all) && Integer.parseInt(all) < FIRST_YEAR);
    }

    private static String number(String written) throws Unreadable {
        Matcher plain = PLAIN.matcher(written);
        if (plain.matches()) {
            return plain.group("number");
        }
        Matcher inWords = IN_WORDS.matcher(written.toUpperCase(Locale.ROOT));
        if (inWords.matches() && isOneOf(inWords.group("number"), inWords.group("all"))) {
            return inWords.group("number");
        }
        throw new Unreadable(
                "instalment",
                "{0} is not the number of an instalment: 1 to 9999, please. If a spreadsheet has made a day of 1/3, only the "
                        + "number alone, or a column formatted as text, keeps it.",
                Legible.quoted(written));
    }
}
