package dev.kulanz.handover;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hand-over as the API shows it. */
record HandoverView(
        UUID id,
        String caseNumber,
        int round,
        String reference,
        Handover.Status status,
        BigDecimal amount,
        String currency,
        String releasedBy,
        Instant releasedAt,
        @Nullable String confirmedBy,
        @Nullable Instant transmittedAt,
        @Nullable String receipt,
        @Nullable String agencyReference,
        @Nullable Instant answeredAt,
        @Nullable String reason) {

    static HandoverView of(Handover one) {
        return new HandoverView(
                one.id(),
                one.caseNumber(),
                one.round(),
                one.reference(),
                one.status(),
                one.amount(),
                one.currency(),
                one.releasedBy(),
                one.releasedAt(),
                one.confirmedBy(),
                one.transmittedAt(),
                one.receipt(),
                one.agencyReference(),
                one.answeredAt(),
                one.answerReason());
    }
}
