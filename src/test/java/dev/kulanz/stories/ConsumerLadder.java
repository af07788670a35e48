package dev.kulanz.stories;

import dev.kulanz.support.StoryDebtor;
import java.util.List;
import java.util.stream.Stream;

/** What the ladder of consumers sends, and whom each of its steps reaches. */
final class ConsumerLadder {

    /**
     * What a silent consumer hears of an invoice that was due on Friday, 30 October 2026. A step's day is the later one of
     * its timer's and, before an escalation, the third bank day after the last day to pay.
     */
    private static final List<String> ALL = List.of(
            "2026-11-02 friendly-reminder", // three days after the due date; to pay by Friday the 6th
            "2026-11-11 second-reminder", // timer: the 9th; patience: 6th + 3 bank days; to pay by Monday the 23rd
            "2026-11-16 digital-nudge", // four days later is Sunday the 15th
            "2026-11-19 plan-offer", // three days later
            "2026-11-27 call-missed", // calls on the 23rd, 25th and 27th
            "2026-11-30 dunning-notice", // three days later; a letter arrives on 3 December; to pay by Monday the 14th
            "2026-12-17 final-notice"); // timer and patience: 14th + 3 bank days; arrives on the 22nd; to pay by 5
    // January

    private ConsumerLadder() {}

    /** He has a mobile and an address. */
    static StoryDebtor reaches(StoryDebtor debtor) {
        return debtor.with("mobile", "+491713920001").livesAt("Am Bach 5", "50667", "Köln");
    }

    /** All that is sent. */
    static String[] whole() {
        return ALL.toArray(String[]::new);
    }

    /** What is sent until a day, this day included, and what comes instead of the rest. */
    static String[] until(String day, String... andThen) {
        return Stream.concat(ALL.stream().filter(sent -> sent.substring(0, 10).compareTo(day) <= 0), Stream.of(andThen))
                .toArray(String[]::new);
    }
}
