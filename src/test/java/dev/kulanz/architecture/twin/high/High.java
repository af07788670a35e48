package dev.kulanz.architecture.twin.high;

/** Offered to others, but not to those below. */
public record High(String name) {}
