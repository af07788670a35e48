package dev.kulanz.voice;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the day that somebody names, in German and English. What it does not know for sure, it does not find. */
final class Days {

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("einem", 1),
            Map.entry("einer", 1),
            Map.entry("a", 1),
            Map.entry("one", 1),
            Map.entry("zwei", 2),
            Map.entry("two", 2),
            Map.entry("drei", 3),
            Map.entry("three", 3),
            Map.entry("vier", 4),
            Map.entry("four", 4),
            Map.entry("fünf", 5),
            Map.entry("five", 5),
            Map.entry("zehn", 10),
            Map.entry("ten", 10),
            Map.entry("vierzehn", 14),
            Map.entry("fourteen", 14));

    private static final List<String> GERMAN =
            List.of("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag");
    private static final List<String> ENGLISH =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private record Form(Pattern pattern, BiFunction<MatchResult, LocalDate, @Nullable LocalDate> day) {}

    private static final List<Form> FORMS = List.of(
            form("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b", (m, today) -> date(m.group(1), m.group(2), m.group(3))),
            form(
                    "\\b(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})\\b",
                    (m, today) -> date(m.group(3), m.group(2), m.group(1))),
            form("\\b(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?!\\s?\\d)", Days::inTheNextYear),
            form("\\b(?:übermorgen|day after tomorrow)\\b", (m, today) -> today.plusDays(2)),
            form("\\b(?:heute|today)\\b", (m, today) -> today),
            form("\\b(?:morgen|tomorrow)\\b", (m, today) -> today.plusDays(1)),
            form("\\bin (\\d{1,2}|\\p{L}+) (?:wochen?|weeks?)\\b", (m, today) -> plus(today, m.group(1), 7)),
            form("\\bin (\\d{1,2}|\\p{L}+) (?:tagen?|days?)\\b", (m, today) -> plus(today, m.group(1), 1)),
            form("\\b(" + String.join("|", GERMAN) + "|" + String.join("|", ENGLISH) + ")\\b", Days::weekday));

    private Days() {}

    /** The day; empty if none is named, one that does not exist, or more than one. */
    static Optional<LocalDate> in(String said, LocalDate today) {
        String left = said.replaceAll("\\b(guten morgen|good morning)\\b", " ");
        @Nullable LocalDate found = null;
        for (Form form : FORMS) {
            var match = form.pattern().matcher(left);
            while (match.find()) {
                LocalDate day = form.day().apply(match.toMatchResult(), today);
                if (day == null || (found != null && !found.equals(day))) {
                    return Optional.empty();
                }
                found = day;
            }
            left = match.reset().replaceAll(" ");
        }
        return Optional.ofNullable(found);
    }

    private static Form form(String pattern, BiFunction<MatchResult, LocalDate, @Nullable LocalDate> day) {
        return new Form(Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS), day);
    }

    private static @Nullable LocalDate date(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Without a year it is the next such day. */
    private static @Nullable LocalDate inTheNextYear(MatchResult match, LocalDate today) {
        LocalDate day = date(String.valueOf(today.getYear()), match.group(2), match.group(1));
        return day == null || !day.isBefore(today)
                ? day
                : date(String.valueOf(today.getYear() + 1), match.group(2), match.group(1));
    }

    private static @Nullable LocalDate plus(LocalDate today, String count, int days) {
        Integer number = count.matches("\\d+") ? Integer.valueOf(count) : NUMBERS.get(count);
        return number == null ? null : today.plusDays((long) number * days);
    }

    private static LocalDate weekday(MatchResult match, LocalDate today) {
        int german = GERMAN.indexOf(match.group(1));
        int index = german >= 0 ? german : ENGLISH.indexOf(match.group(1));
        return today.with(TemporalAdjusters.next(DayOfWeek.of(index + 1)));
    }
}
