package dev.kulanz.journey;

import dev.kulanz.journey.engine.TextVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How much of the facts of a case finds room beside a task: a variable of the engine ends at {@value #MOST_CHARACTERS}
 * characters, and what is longer than that would stop the journey.
 *
 * @param word characters of one thing from outside, such as a name
 * @param lines of one list
 */
record Room(int word, int lines) {

    static final int MOST_CHARACTERS = TextVariable.MOST_CHARACTERS;

    private static final List<Room> EVER_SMALLER = List.of(new Room(500, 8), new Room(100, 5), new Room(40, 3));

    /** As much as there is room for, the shortest cut off at its end if even that is too long. */
    static String filled(Function<Room, Markdown> facts) {
        String text = "";
        for (Room room : EVER_SMALLER) {
            text = facts.apply(room).text();
            if (text.length() <= MOST_CHARACTERS) {
                return text;
            }
        }
        return text.substring(0, text.lastIndexOf('\n', MOST_CHARACTERS));
    }

    String shortened(String word) {
        return word.codePointCount(0, word.length()) <= this.word
                ? word
                : word.substring(0, word.offsetByCodePoints(0, this.word)) + "…";
    }

    /** The first lines; the last says how many more there are. */
    Markdown list(List<Markdown> all) {
        List<Markdown> shown = new ArrayList<>(all.subList(0, Math.min(lines, all.size())));
        if (all.size() > lines) {
            shown.add(Markdown.of("… and %s more, see the case file", all.size() - lines));
        }
        return Markdown.bullets(shown);
    }
}
