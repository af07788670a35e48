package dev.kulanz.handover;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release of a case to the collection agency, and what became of it.
 *
 * @param attempt 1, and one more each time the agency did not take the case in this round
 * @param amount open amount of the handed-over items at the release, in major units
 * @param releasedBy who released it
 * @param confirmedBy the second person, where the amount needed one
 * @param receipt what proves the transmission
 * @param answerReason why the agency did not take or keep the case
 */
public record Handover(
        UUID id,
        UUID caseId,
        String caseNumber,
        String creditorId,
        int round,
        int attempt,
        Status status,
        BigDecimal amount,
        String currency,
        String releasedBy,
        Instant releasedAt,
        @Nullable String comment,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant transmittedAt,
        @Nullable String receipt,
        @Nullable String agencyReference,
        @Nullable Instant answeredAt,
        @Nullable String answerReason) {

    /** Where a hand-over stands. */
    public enum Status {
        /** Released above the releaser's limit: a second person decides. */
        TO_CONFIRM,
        RELEASED,
        /** The second person said no. */
        DECLINED,
        /** The case is the agency's; the dossier is on its way. */
        TRANSMITTING,
        /** The agency has not answered yet. */
        TRANSMITTED,
        ACCEPTED,
        REJECTED,
        RECALLED,
        /** Everything was paid. */
        SETTLED;

        /** Whether the agency has the dossier, or is about to get it. */
        public boolean isAtAgency() {
            return this == TRANSMITTING || this == TRANSMITTED || this == ACCEPTED;
        }
    }

    /** How both sides call it: case and round, from the second attempt on with its number. */
    public String reference() {
        String name = caseNumber + "-" + round;
        return attempt == 1 ? name : name + "-" + attempt;
    }
}
