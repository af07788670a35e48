package dev.kulanz.intake;

import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Years;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as {@code 2026-11-22} or {@code 22.11.2026}, and only such as exist. Midnight behind it, as databases export days,
 * says nothing more.
 */
final class Dates {

    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern GERMAN = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})");

    private static final Pattern MIDNIGHT = Pattern.compile("(.{8,10})[ T]00:00(?::00(?:[.,]0{1,9})?)?");

    private Dates() {}

    static String canonical(String text) throws Unreadable {
        Matcher midnight = MIDNIGHT.matcher(text);
        String written = midnight.matches() ? midnight.group(1) : text;
        Matcher iso = ISO.matcher(written);
        if (iso.matches()) {
            return date(written, iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher german = GERMAN.matcher(written);
        if (german.matches()) {
            return date(written, german.group(3), german.group(2), german.group(1));
        }
        OptionalLong serial = SpreadsheetDamage.serialOf(written);
        if (serial.isPresent()) {
            throw new Unreadable(
                    "date.serial",
                    "{0} is the number under which a spreadsheet keeps a day, here probably {1}. "
                            + "Please export the list again with this column as a date.",
                    Legible.quoted(written),
                    LocalDate.ofEpochDay(serial.getAsLong()));
        }
        throw new Unreadable(
                "date",
                "{0} is not a date. Please write 2026-11-22 or 22.11.2026, with four-digit year.",
                Legible.quoted(written));
    }

    private static String date(String written, String year, String month, String dayOfMonth) throws Unreadable {
        try {
            LocalDate day = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(dayOfMonth));
            if (!Years.holds(day)) {
                throw new Unreadable(
                        "date.early", "The year of {0} is before 1900: please check it.", Legible.quoted(written));
            }
            return day.toString();
        } catch (DateTimeException e) {
            throw new Unreadable("date.none", "There is no day {0} in the calendar.", Legible.quoted(written));
        }
    }
}
