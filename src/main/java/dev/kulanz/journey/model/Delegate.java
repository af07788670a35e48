package dev.kulanz.journey.model;

import java.util.Set;

/**
 * A delegate as the check knows it.
 *
 * @param needs process variables without which it fails
 * @param sets process variables that it always sets
 */
public record Delegate(Set<String> needs, Set<String> sets) {

    /** Works with the case alone. */
    public static final Delegate PLAIN = new Delegate(Set.of(), Set.of());

    public Delegate {
        needs = Set.copyOf(needs);
        sets = Set.copyOf(sets);
    }
}
