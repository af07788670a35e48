package dev.kulanz.journey.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What models may name because the application understands it.
 *
 * @param delegates names for {@code ${…}} at service tasks
 * @param messages message names that the application tells
 * @param variables process variables, each with the words that it may be compared with; none: any. The words
 *     {@code true} and {@code false} make it a yes-or-no
 * @param groups groups of people who may get a task
 * @param steps what a {@code reminder-step} can send
 */
public record KnownNames(
        Set<String> delegates,
        Set<String> messages,
        Map<String, Set<String>> variables,
        Set<String> groups,
        Set<String> steps) {

    /** The words of a variable that is a yes-or-no. */
    public static final Set<String> YES_OR_NO = Set.of("true", "false");

    public KnownNames {
        // sorted, so that findings list them in a steady order
        delegates = new TreeSet<>(delegates);
        messages = new TreeSet<>(messages);
        variables = new TreeMap<>(variables);
        groups = new TreeSet<>(groups);
        steps = new TreeSet<>(steps);
    }

    boolean isVariable(String name) {
        return variables.containsKey(name);
    }

    Set<String> wordsOf(String variable) {
        return variables.getOrDefault(variable, Set.of());
    }
}
