package dev.kulanz.journey.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** How long the engine keeps what is over: a number of days, as its “history time to live” takes it. */
final class KeepingTime {

    /** Up to a hundred years. */
    private static final Pattern DAYS = Pattern.compile("P?0*[1-9]\\d{0,4}D|0*[1-9]\\d{0,4}");

    private KeepingTime() {}

    /** What is wrong with it, as a sentence; empty if nothing. */
    static Optional<String> problem(String text) {
        return DAYS.matcher(text).matches() && text.startsWith("P") == text.endsWith("D")
                ? Optional.empty()
                : Optional.of("“%s” says not how many days history is kept. Write them out, e.g. P90D or P3650D."
                        .formatted(text));
    }
}
