package dev.kulanz.journey;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account whose oldest open item was told of a step.
 *
 * @param journey id of the process its case runs through; null if it does not run yet
 * @param ladder the definition that runs for its case; null if none does
 * @param lastPayBy the last day that was given for anything still open
 * @param facts what rules may ask, as far as it is known without a case
 */
record RemindedAccount(
        UUID accountId,
        String creditorId,
        UUID oldestItem,
        @Nullable String journey,
        @Nullable String ladder,
        @Nullable LocalDate lastPayBy,
        Map<String, Object> facts) {}
