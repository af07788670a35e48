package dev.kulanz.decisions;

import java.util.Set;

/**
 * One name of the fact vocabulary.
 *
 * @param name as rules write it: {@code daysOverdue}
 * @param unit e.g. "days", "major units of the case's currency", or empty
 * @param meaning one sentence for a process owner
 * @param words all that it can be; none: any value. A rule that compares it with another word is refused
 */
public record Fact(String name, Type type, String unit, String meaning, Set<String> words) {

    public Fact {
        words = Set.copyOf(words);
    }

    /** One that can be anything of its type. */
    public Fact(String name, Type type, String unit, String meaning) {
        this(name, type, unit, meaning, Set.of());
    }

    /** The same fact, which can only be one of these. */
    Fact of(Set<String> closed) {
        return new Fact(name, type, unit, meaning, closed);
    }

    /** The FEEL type of a fact. */
    public enum Type {
        STRING,
        NUMBER,
        BOOLEAN,
        DATE
    }
}
