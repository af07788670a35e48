package dev.kulanz.departures;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All sending rests, on all nodes, until a person releases it.
 *
 * @param noticedAt business time
 * @param knownUntil real time: the last sign of life in the database before; what was entered later is lost. Null: there is none
 * @param placedBy who or what noticed it
 * @param knownSeq decisions up to this one are of before
 * @param caughtUpSeq decisions up to this one were due before it was noticed; null while not all of those are made
 * @param marked whether all that may have left has been found
 */
public record Rest(
        UUID id,
        RestCause cause,
        Instant noticedAt,
        @Nullable Instant knownUntil,
        String placedBy,
        long knownSeq,
        @Nullable Long caughtUpSeq,
        boolean marked) {}
