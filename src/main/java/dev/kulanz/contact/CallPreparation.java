package dev.kulanz.contact;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Notices;
import dev.kulanz.departures.Departure;
import dev.kulanz.departures.Departures;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Freezes what a call is about and marks it as being made; the caller holds the case's lock. */
@Component
class CallPreparation {

    /** Longer than any call may take; after it nobody knows what became of it. */
    private static final Duration LEASE = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Notices notices;
    private final Departures departures;
    private final BusinessClock clock;

    CallPreparation(JdbcClient jdbc, Notices notices, Departures departures, BusinessClock clock) {
        this.departures = departures;
        this.jdbc = jdbc;
        this.notices = notices;
        this.clock = clock;
    }

    OutgoingCall freeze(Contact contact, DunningCase of, SendGate.Answer.Open open) {
        LocalDate payBy = notices.lastPayBy(
                        open.items().stream().map(ItemBalance::id).toList())
                .orElse(null);
        OutgoingCall call = new OutgoingCall(
                contact.id(),
                of.number(),
                of.creditorId(),
                of.debtorId(),
                open.recipient(),
                contact.language(),
                open.items(),
                of.currency(),
                payBy,
                departures
                        .next()
                        .map(number -> new Departure(
                                number, contact.id(), contact.channel().name(), clock.instant(), payBy))
                        .orElse(null));
        Departure departure = call.departure();
        jdbc.sql("""
                        update contact set status = 'SENDING', composed_at = :now, reason = null, claimed_until = :lease,
                            pay_by = :payBy, demanded_amount = :amount, currency = :currency, recipient = :number,
                            departure = coalesce(cast(:departure as bigint), departure)
                        where id = :id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("lease", Timestamp.from(Clock.systemUTC().instant().plus(LEASE)))
                .param("payBy", payBy)
                .param("amount", call.total())
                .param("currency", of.currency())
                .param("number", open.recipient())
                .param("departure", departure == null ? null : departure.number())
                .param("id", contact.id())
                .update();
        jdbc.sql("insert into contact_item (contact_id, open_item_id) select :id, item from unnest(:items) as item")
                .param("id", contact.id())
                .param("items", open.items().stream().map(ItemBalance::id).toArray(UUID[]::new))
                .update();
        return call;
    }
}
