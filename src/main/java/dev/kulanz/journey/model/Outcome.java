package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An answer to a form's question, and what must be told with it. Asked of the same list: whether a form gives room for it
 * (when it is deployed), and whether somebody has told it (when a task is completed).
 *
 * @param word what the decision says
 * @param ways one of them must be told; none: the word is enough
 */
record Outcome(String word, List<Way> ways) {

    /**
     * Fields that are enough together.
     *
     * @param needed all of them
     * @param known what whoever can tell them could tell as well
     */
    record Way(List<String> needed, Set<String> known) {

        private static final Way NOTHING = new Way(List.of(), Set.of());

        boolean isTold(Predicate<String> told) {
            return needed.stream().allMatch(told);
        }

        List<String> missing(Predicate<String> told) {
            return needed.stream().filter(told.negate()).toList();
        }

        /** Whether somebody who goes this way can be made to fill the field in. */
        boolean canTell(String field) {
            return needed.contains(field) || known.contains(field) || TaskForm.OF_EVERYBODY.contains(field);
        }
    }

    /** Nothing is told with it. */
    static Outcome alone(String word) {
        return new Outcome(word, List.of(Way.NOTHING));
    }

    static Outcome with(String word, String... needed) {
        return new Outcome(word, List.of(new Way(List.of(needed), Set.of())));
    }

    Outcome or(List<String> needed, String... known) {
        List<Way> more = new ArrayList<>(ways);
        more.add(new Way(needed, Set.copyOf(Arrays.asList(known))));
        return new Outcome(word, List.copyOf(more));
    }

    /** What is still to be told, of the way of which least is missing; empty if nothing. */
    Optional<String> missing(Predicate<String> told) {
        return ways.stream()
                .map(way -> way.missing(told))
                .min(Comparator.comparingInt(List::size))
                .flatMap(missing -> missing.stream().findFirst());
    }
}
