package dev.kulanz.contact;

import dev.kulanz.departures.Departure;
import dev.kulanz.receivables.ItemBalance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that may be made now, with the amounts of this moment.
 *
 * @param contactId the row of the outbox
 * @param number E.164
 * @param language ISO 639-1, one that we speak
 * @param items what is owed and may be demanded, the oldest due date first; never empty
 * @param payBy until when the debtor was asked to pay before; null: he was not
 */
public record OutgoingCall(
        UUID contactId,
        String caseNumber,
        String creditorId,
        UUID debtorId,
        String number,
        String language,
        List<ItemBalance> items,
        String currency,
        @Nullable LocalDate payBy,
        @Nullable Departure departure)
        implements Outgoing {

    /** What is owed in all, in major units. */
    public BigDecimal total() {
        return items.stream().map(ItemBalance::openAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
