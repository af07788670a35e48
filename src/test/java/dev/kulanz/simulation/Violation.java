package dev.kulanz.simulation;

import org.jspecify.annotations.Nullable;

/** Something that must never be. */
record Violation(
        String rule, @Nullable String caseNumber, @Nullable String at, String what) {

    @Override
    public String toString() {
        return rule + " | " + caseNumber + " | " + at + " | " + what;
    }
}
