package dev.kulanz.stops;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sending is stopped.
 *
 * @param creditorId of this creditor; null: of all
 * @param step of this step; null: of all
 * @param channel over this channel; null: over all
 * @param reason why, as the author wrote it; may be empty
 * @param placedAt business time
 * @param placedBy who
 * @param waiting how many messages are due and wait behind it at this moment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Stop(
        UUID id,
        @Nullable String creditorId,
        @Nullable String step,
        @Nullable String channel,
        String reason,
        Instant placedAt,
        String placedBy,
        long waiting) {}
