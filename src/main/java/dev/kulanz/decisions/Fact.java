package dev.kulanz.decisions;

/**
 * One name of the fact vocabulary.
 *
 * @param name as rules write it: {@code daysOverdue}
 * @param unit e.g. "days", "major units of the case's currency", or empty
 * @param meaning one sentence for a process owner
 */
public record Fact(String name, Type type, String unit, String meaning) {

    /** The FEEL type of a fact. */
    public enum Type {
        STRING,
        NUMBER,
        BOOLEAN,
        DATE
    }
}
