package dev.kulanz.journey.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What models may name because the application understands it.
 *
 * @param delegates by their names for {@code ${…}} at service tasks
 * @param messages by their names: what the application tells
 * @param variables process variables, each with the words that it may be compared with; none: any. The words
 *     {@code true} and {@code false} make it a yes-or-no
 * @param groups groups of people who may work on tasks
 * @param steps what a {@code reminder-step} can send
 * @param notices what is sent as a service message
 * @param answered variables that a table's answer may set, each with the type that the answer must have
 */
public record KnownNames(
        Map<String, Delegate> delegates,
        Map<String, Telling> messages,
        Map<String, Set<String>> variables,
        Set<String> groups,
        Set<String> steps,
        Set<String> notices,
        Map<String, AnswerType> answered) {

    /** The words of a variable that is a yes-or-no. */
    public static final Set<String> YES_OR_NO = Set.of("true", "false");

    public KnownNames {
        // sorted, so that findings list them in a steady order
        delegates = new TreeMap<>(delegates);
        messages = new TreeMap<>(messages);
        variables = new TreeMap<>(variables);
        groups = new TreeSet<>(groups);
        steps = new TreeSet<>(steps);
        notices = new TreeSet<>(notices);
        answered = new TreeMap<>(answered);
    }

    boolean isVariable(String name) {
        return variables.containsKey(name);
    }

    Set<String> wordsOf(String variable) {
        return variables.getOrDefault(variable, Set.of());
    }

    /** Whether a message begins a process. */
    boolean begins(String message) {
        Telling telling = messages.get(message);
        return telling != null && telling.begins();
    }

    /** Names of the messages that begin a process. */
    Set<String> beginnings() {
        Set<String> beginnings = new TreeSet<>(messages.keySet());
        beginnings.removeIf(message -> !begins(message));
        return beginnings;
    }

    /** The variables that come with a message; none for one that nobody tells. */
    Set<String> broughtBy(@Nullable String message) {
        Telling telling = message == null ? null : messages.get(message);
        return telling == null ? Set.of() : telling.brings();
    }
}
