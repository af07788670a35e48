package dev.kulanz.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kulanz.departures.Found;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact that may have left before a backup was restored.
 *
 * @param channel over which it is planned
 * @param doubtedAt business time
 * @param proof what is known of it from elsewhere; null: nothing
 * @param proofChannel over which it left, as far as that is known
 * @param leftAt business time
 * @param payBy the day to pay that it named, as far as that is known
 */
public record Doubt(
        UUID id,
        @JsonProperty("case") String caseNumber,
        String creditorId,
        int round,
        String step,
        Channel channel,
        Instant doubtedAt,
        Found.@Nullable Proof proof,
        @Nullable Channel proofChannel,
        @Nullable Instant leftAt,
        @Nullable LocalDate payBy) {

    /** What a person, or a proof, says of it. */
    public enum Answer {
        /** It left: it counts as sent. */
        LEFT,
        /** It did not: it is sent. */
        STAYED
    }
}
