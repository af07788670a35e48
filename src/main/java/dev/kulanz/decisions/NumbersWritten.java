package dev.kulanz.decisions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and days as they are written in German, which FEEL takes for something else without a word. */
final class NumbersWritten {

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*+\"");
    private static final Pattern DAY = Pattern.compile("\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b");
    private static final Pattern BARE_DAY = Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b");
    /** Without going back, for which a long list would need a stack as deep. */
    private static final Pattern RUN = Pattern.compile("\\d(?:[\\d,]|\\.(?!\\.))*+");

    /** A blank before the comma only. */
    private static final Pattern TORN = Pattern.compile("(?<!\\d)(\\d++)\\s++,(\\d++)(?!,)");

    private static final Pattern END = Pattern.compile("[.,]+$");
    private static final Pattern POINTED = Pattern.compile("\\b\\d{1,3}(?:\\.\\d{3})+\\b(?![.,]\\d)");
    private static final Pattern LIST = Pattern.compile("\\d+(?:\\.\\d{1,2})?(?:,\\d+(?:\\.\\d{1,2})?){2,}+");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:,\\d{3}){2,}+(?:\\.\\d+)?");

    private NumbersWritten() {}

    /** What FEEL would read as something else; a list of several numbers may be written without blanks. */
    static Optional<String> mistake(String cell) {
        String outside = TEXT.matcher(cell).replaceAll("\"\"");
        Matcher day = DAY.matcher(outside);
        if (day.find()) {
            return Optional.of("%s is no day; write date(\"%s-%s-%s\")"
                    .formatted(day.group(), day.group(3), twoDigits(day.group(2)), twoDigits(day.group(1))));
        }
        Matcher bare = BARE_DAY.matcher(outside);
        if (bare.find()) {
            return Optional.of("%s is a subtraction; write date(\"%s\")".formatted(bare.group(), bare.group()));
        }
        Matcher torn = TORN.matcher(outside);
        if (torn.find()) {
            return Optional.of(list(torn.group(), torn.group(1) + "." + torn.group(2)));
        }
        Matcher run = RUN.matcher(outside);
        while (run.find()) {
            String written = END.matcher(run.group()).replaceFirst("");
            if (written.indexOf(',') >= 0
                    && (!LIST.matcher(written).matches()
                            || THOUSANDS.matcher(written).matches())) {
                return Optional.of(list(written, meant(written)));
            }
        }
        return Optional.empty();
    }

    private static String list(String written, String meant) {
        return "%s is read as a list of numbers; write %s, or put a blank after each comma if you mean a list"
                .formatted(written, meant);
    }

    /** A number that may be meant as a thousand times as much. */
    static Optional<String> doubt(String cell) {
        Matcher pointed = POINTED.matcher(TEXT.matcher(cell).replaceAll("\"\""));
        return pointed.find()
                ? Optional.of("%s has a decimal point, so it is read as a fraction; write %s if you mean thousands"
                        .formatted(pointed.group(), pointed.group().replace(".", "")))
                : Optional.empty();
    }

    private static String meant(String written) {
        if (THOUSANDS.matcher(written).matches()) {
            return written.replace(",", "");
        }
        int comma = written.lastIndexOf(',');
        return written.substring(0, comma).replaceAll("[.,]", "") + "." + written.substring(comma + 1);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
