package dev.kulanz.contact;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact as staff and integrators see it: its text with the payment link filled in.
 *
 * @param waited for what it had to wait, in the order of time; of one that is held now the last has no end
 * @param payBy until when the items are to be paid that stand at the message's own level
 * @param demandedAmount the whole that it asks for, also what stands at other levels and has a part of its own
 */
public record ContactView(
        UUID id,

        @com.fasterxml.jackson.annotation.JsonProperty("case")
        String caseNumber,

        int round,
        String step,
        Purpose purpose,
        Channel channel,
        String tone,
        String style,
        String language,
        Contact.Status status,
        @Nullable String reason,
        Instant notBefore,
        @Nullable Instant sentAt,
        @Nullable LocalDate payBy,
        @Nullable BigDecimal demandedAmount,
        @Nullable String currency,
        @Nullable String recipient,
        @Nullable String subject,
        @Nullable String body,
        List<Wait> waited) {

    public ContactView {
        waited = List.copyOf(waited);
    }
}
