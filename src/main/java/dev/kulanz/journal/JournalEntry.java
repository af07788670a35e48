package dev.kulanz.journal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the record.
 *
 * @param cursor place in the feed; a later entry has a greater one in the order of the feed
 * @param at business time, UTC
 */
public record JournalEntry(
        String cursor,
        Instant at,
        String kind,
        String actor,
        @Nullable String creditorId,
        @Nullable String caseNumber,
        Map<String, Object> facts) {}
