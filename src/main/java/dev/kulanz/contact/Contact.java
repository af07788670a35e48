package dev.kulanz.contact;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decision to contact somebody, and what became of it: a row of the outbox.
 *
 * @param occasion the promise, plan or call it belongs to; empty for a step of the ladder
 * @param reason why it waits, failed or was cancelled
 * @param notBefore business time, UTC
 * @param payBy until when the message asks to pay
 * @param demandedAmount frozen when sending, in major units
 * @param bodyText with a placeholder where the payment link goes
 */
public record Contact(
        UUID id,
        UUID caseId,
        String caseNumber,
        String creditorId,
        int round,
        String occasion,
        String step,
        Purpose purpose,
        Channel channel,
        int attempt,
        String tone,
        String style,
        String language,
        Status status,
        @Nullable String reason,
        Instant notBefore,
        Instant plannedAt,
        boolean overtaken,
        int tries,
        @Nullable Instant sentAt,
        @Nullable Integer payDays,
        @Nullable LocalDate payBy,
        @Nullable BigDecimal demandedAmount,
        @Nullable String currency,
        @Nullable String recipient,
        @Nullable String subject,
        @Nullable String bodyText,
        @Nullable String bodyHtml,
        @Nullable String messageId) {

    /** Where a contact stands. */
    public enum Status {
        PLANNED,
        SENDING,
        SENT,
        DELIVERED,
        FAILED,
        /** Nobody knows whether it went out: a person decides, it is never silently sent again. */
        UNKNOWN,
        CANCELLED
    }

    /** The step of the ladder or the service occasion. */
    public Step what() {
        return Step.named(step);
    }
}
