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
        return part(written).number();
    }

    @Override
    public String canonical(String written, Beside beside) throws Unreadable {
        Part part = part(written);
        if (part.all() != null) {
            beside.remark(
                    "instalment.part-of",
                    "{0} was read as part {1} of the invoice. That there are {2} of them is not kept.",
                    Legible.quoted(written),
                    part.number(),
                    part.all());
        } else if (!PLAIN.matcher(written).matches()) {
            beside.remark(
                    "instalment.part",
                    "{0} was read as part {1} of the invoice.",
                    Legible.quoted(written),
                    part.number());
        }
        return part.number();
    }

    private static Part part(String written) throws Unreadable {
        Matcher plain = PLAIN.matcher(written);
        if (plain.matches()) {
            return new Part(plain.group("number"), null);
        }
        Matcher inWords = IN_WORDS.matcher(written.toUpperCase(Locale.ROOT));
        if (!inWords.matches()) {
            throw new Unreadable(
                    "instalment",
                    "{0} is not the number of an instalment: 1 to 9999, please. If a spreadsheet has made a day of 1/3, only "
                            + "the number alone, or a column formatted as text, keeps it.",
                    Legible.quoted(written));
        }
        Part part = new Part(inWords.group("number"), inWords.group("all"));
        if (part.isOfAYear()) {
            throw new Unreadable(
                    "instalment.year",
                    "{0} looks like a month of a year, and the next year has one of that number, too. Please number all parts of "
                            + "the invoice one after the other, or leave the field empty: then their due dates tell them apart.",
                    Legible.quoted(written));
        }
        if (part.isBeyondAll()) {
            throw new Unreadable(
                    "instalment.beyond",
                    "{0} names more than there are. Please write only the number of the part.",
                    Legible.quoted(written));
        }
        return part;
    }

    /** @param all how many parts there are, if that is said */
    private record Part(String number, @Nullable String all) {

        /** {@code 01/2026} is a month, of which each year has one. */
        boolean isOfAYear() {
            return all != null && Integer.parseInt(all) >= FIRST_YEAR;
        }

        boolean isBeyondAll() {
            return all != null && Integer.parseInt(number) > Integer.parseInt(all);
        }
    }
}
