package dev.kulanz.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as {@code 2026-11-22} or {@code 22.11.2026}, and only such as exist. */
final class Dates {

    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern GERMAN = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})");

    private static final String FIRST_YEAR = "1900";

    private Dates() {}

    static String canonical(String written) throws Unreadable {
        Matcher iso = ISO.matcher(written);
        if (iso.matches()) {
            return date(written, iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher german = GERMAN.matcher(written);
        if (german.matches()) {
            return date(written, german.group(3), german.group(2), german.group(1));
        }
        throw new Unreadable(
                "date",
                "{0} is not a date. Please write 2026-11-22 or 22.11.2026, with four-digit year.",
                Texts.quoted(written));
    }

    private static String date(String written, String year, String month, String day) throws Unreadable {
        if (year.compareTo(FIRST_YEAR) < 0) {
            throw new Unreadable(
                    "date.early", "The year of {0} is before 1900: please check it.", Texts.quoted(written));
        }
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString();
        } catch (DateTimeException e) {
            throw new Unreadable("date.none", "There is no day {0} in the calendar.", Texts.quoted(written));
        }
    }
}
