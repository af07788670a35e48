package dev.kulanz.contact;

import dev.kulanz.journal.Happening;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
 * @param waited for what it had to wait so far, as {@link Waits} keep it
 * @param heldFor what holds it, as a look found that it is due; null: nothing
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
        @Nullable String messageId,
        @Nullable String waited,
        @Nullable String heldFor,
        @Nullable Instant heldSince) {

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

    /** For what it had to wait, also that which holds it now. */
    Waits waits(Instant now) {
        Waits before = Waits.read(waited);
        return heldFor == null || heldSince == null
                ? before
                : before.and(new Waits(List.of(new Wait(heldSince, now, heldFor))));
    }

    /** What became of it now, and how long it waited. */
    Happening tellWaits(Happening happening, Instant now) {
        return waits(now).endedBy(now).tell(happening);
    }

    /** The step of the ladder or the service occasion. */
    public Step what() {
        return Step.named(step);
    }
}
