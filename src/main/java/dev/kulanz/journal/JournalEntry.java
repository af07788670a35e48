package dev.kulanz.journal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the record.
 *
 * @param cursor place in the feed; a later entry has a greater one in the order of the feed
 * @param at business time, UTC
 * @param facts what there is to say, by name. Where an invoice is named, {@code instalment} is the number that the creditor
 *     gave the part of it that is meant; where he gave none, {@code dueDate} tells the part from the others. Of an invoice in one
 *     part there is no {@code instalment}, and a payment's invoice means all its parts
 */
public record JournalEntry(
        String cursor,
        Instant at,
        String kind,
        String actor,
        @Nullable String creditorId,
        @Nullable String caseNumber,
        Map<String, Object> facts) {}
