package dev.kulanz.journey.model;

import java.util.Set;

/**
 * A message that the application tells.
 *
 * @param begins it begins a process; else one that runs waits for it
 * @param brings process variables that come with it
 */
public record Telling(boolean begins, Set<String> brings) {

    public Telling {
        brings = Set.copyOf(brings);
    }
}
