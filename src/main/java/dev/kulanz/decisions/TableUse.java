package dev.kulanz.decisions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one who asks a decision table expects of it: a bean beside the code that asks. A table is checked against all of
 * them when it arrives, as a table that answers otherwise would leave every case without an answer.
 *
 * @param decision id of the decision
 * @param rows how many rows are to hold
 * @param answers the outputs that are looked at
 */
public record TableUse(String decision, Rows rows, List<Answer> answers) {

    public TableUse {
        answers = List.copyOf(answers);
    }

    /** How many rows of a table are to hold for one case. */
    public enum Rows {
        /** One at most: FIRST, or UNIQUE. */
        ONE,
        /** Each that holds is taken: RULE ORDER or COLLECT. */
        SEVERAL,
        /** Each that holds is taken, and a process is told how many there are: COLLECT with COUNT. */
        COUNTED
    }

    /**
     * An output that the table must have, and what may stand in its cells: literals, or an {@code if} between literals.
     *
     * @param output the name of the output; blank: the only one that there is
     * @param noun how a sentence calls what stands there: "channel"
     * @param kind of which type the asker takes it to be
     * @param words the known words; none: any text
     * @param number how a number is written; null if it is none
     * @param needed whether a table must have it
     * @param wanting for a word of which this has something to say, it is permitted but has no effect
     */
    public record Answer(
            String output,
            String noun,
            Kind kind,
            Set<String> words,
            @Nullable NumberFormat number,
            Supplier<Set<String>> wanting,
            String why,
            boolean needed) {

        /** Of which type an answer is. */
        public enum Kind {
            WORD,
            NUMBER,
            YES_OR_NO
        }

        /** Any text. */
        public static Answer text(String output) {
            return word(output, Set.of());
        }

        /** One of these words. */
        public static Answer word(String output, Set<String> words) {
            return new Answer(output, output, Kind.WORD, words, null, Set::of, "", true);
        }

        /** Yes or no. */
        public static Answer yesOrNo(String output) {
            return new Answer(output, output, Kind.YES_OR_NO, Set.of(), null, Set::of, "", true);
        }

        /**
         * A number.
         *
         * @param pattern how it is written
         * @param example what to write
         */
        public static Answer number(String output, String noun, String pattern, String example) {
            return new Answer(
                    output,
                    noun,
                    Kind.NUMBER,
                    Set.of(),
                    new NumberFormat(Pattern.compile(pattern), example),
                    Set::of,
                    "",
                    true);
        }

        /** The same, warning of words that have no effect here and now. */
        public Answer butNot(Supplier<Set<String>> withoutEffect, String reason) {
            return new Answer(output, noun, kind, words, number, withoutEffect, reason, needed);
        }

        /** The same of the only output that a table has, whatever its name. */
        public Answer ofOnlyOutput() {
            return new Answer("", noun, kind, words, number, wanting, why, needed);
        }

        /** The same of an output that a table may leave out, as one that was written before it was asked for. */
        public Answer orAbsent() {
            return new Answer(output, noun, kind, words, number, wanting, why, false);
        }

        Optional<NumberFormat> numberFormat() {
            return Optional.ofNullable(number);
        }
    }

    /** How a number is written, and an example in words. */
    public record NumberFormat(Pattern pattern, String example) {}
}
