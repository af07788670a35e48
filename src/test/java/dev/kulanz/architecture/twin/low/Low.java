package dev.kulanz.architecture.twin.low;

import dev.kulanz.architecture.twin.high.High;

/** Uses a module above it. */
public record Low(High high) {}
