package dev.kulanz.contact;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.Divisions.Divided;
import dev.kulanz.contact.print.PrintedPage;
import dev.kulanz.departures.Departure;
import dev.kulanz.departures.Departures;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.Rests;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a message with the amounts of this moment and freezes it; the caller holds the case's lock. */
@Component
class Composition {

    /** Longer than any mail server may take; after it the contact counts as lost. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Creditors creditors;
    private final Rests rests;
    private final Pacing pacing;
    private final Divisions divisions;
    private final DefaultSince defaults;
    private final Texts texts;
    private final PaymentLinks links;
    private final Results results;
    private final Adapters adapters;
    private final OccasionFacts occasions;
    private final Letters letters;
    private final ToldItems toldItems;
    private final Departures departures;
    private final BusinessClock clock;

    Composition(
            JdbcClient jdbc,
            Creditors creditors,
            Rests rests,
            Pacing pacing,
            Divisions divisions,
            DefaultSince defaults,
            Texts texts,
            PaymentLinks links,
            Results results,
            Adapters adapters,
            OccasionFacts occasions,
            Letters letters,
            ToldItems toldItems,
            Departures departures,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.creditors = creditors;
        this.rests = rests;
        this.pacing = pacing;
        this.divisions = divisions;
        this.defaults = defaults;
        this.texts = texts;
        this.links = links;
        this.results = results;
        this.adapters = adapters;
        this.occasions = occasions;
        this.letters = letters;
        this.toldItems = toldItems;
        this.departures = departures;
        this.clock = clock;
    }

    /** @return what is to be sent; empty if the channel needs no sending */
    Optional<OutgoingMessage> freeze(Contact contact, DunningCase of, Debtor to, SendGate.Answer.Open open) {
        var creditor = creditors.recent(of.creditorId());
        Occasion about = occasions.of(contact);
        boolean demand = contact.purpose() == Purpose.DEMAND;
        Divided divided = demand ? divisions.of(contact, of, to, open.items()) : together(contact, to, open, about);
        LocalDate payBy = divided.payBy();
        var content = new MessageContent(
                contact,
                creditor,
                to,
                divided.division(),
                of.currency(),
                payBy,
                demand ? defaults.since(divided.division().main()).orElse(null) : null,
                of.paymentReference(),
                about,
                clock.today(),
                open.instead(),
                rests.among(open.items().isEmpty() ? about.items() : open.items()));
        boolean letter = contact.channel() == Channel.LETTER;
        Texts.Written written =
                letter ? texts.writeLetter(content, demand ? links.link(contact.id()) : null) : texts.write(content);
        if (letter && !PrintedPage.of(written.html()).missing().isEmpty()) {
            throw new IllegalStateException("A letter holds what it can't show, and the gate let it pass");
        }
        boolean staysHere = adapters.of(contact.channel()).staysHere();
        String messageId = "<" + contact.id() + "@kulanz>";
        Departure departure = staysHere
                ? null
                : departures
                        .next()
                        .map(number -> new Departure(
                                number, contact.id(), contact.channel().name(), clock.instant(), payBy))
                        .orElse(null);
        jdbc.sql("""
                        update contact set status = :status, sent_at = :sentAt, composed_at = :now, reason = null,
                            claimed_until = :lease, pay_by = :payBy,
                            demanded_amount = :amount, currency = :currency, recipient = :recipient, subject = :subject,
                            body_text = :text, body_html = :html, message_id = :messageId,
                            departure = coalesce(cast(:departure as bigint), departure)
                        where id = :id""")
                .param("status", (staysHere ? Contact.Status.SENT : Contact.Status.SENDING).name())
                .param("sentAt", staysHere ? Timestamp.from(clock.instant()) : null)
                .param("now", Timestamp.from(clock.instant()))
                .param("lease", Timestamp.from(Clock.systemUTC().instant().plus(LEASE)))
                .param("payBy", payBy)
                .param("amount", demand ? content.whole() : null)
                .param("currency", demand ? of.currency() : null)
                .param("recipient", open.recipient())
                .param("subject", written.subject())
                .param("text", written.text())
                .param("html", letter ? null : written.html())
                .param("messageId", messageId)
                .param("departure", departure == null ? null : departure.number())
                .param("id", contact.id())
                .update();
        if (letter) {
            letters.write(contact.id(), written.html());
        }
        toldItems.keep(contact, divided, open.items());
        if (staysHere) {
            results.tellSent(contact, of, payBy);
            return Optional.empty();
        }
        return Optional.of(new OutgoingMessage(
                contact.id(),
                contact.caseNumber(),
                contact.channel(),
                messageId,
                open.recipient(),
                creditor.name(),
                creditor.email(),
                contact.language(),
                written.subject(),
                links.fillIn(contact.id(), written.text()),
                links.fillIn(contact.id(), written.html()),
                departure));
    }

    /**
     * A service message says the same of all that it is about: with a day to pay, of what the gate found to be due of it, or without
     * one if that is nothing.
     */
    private Divided together(Contact contact, Debtor to, SendGate.Answer.Open open, Occasion about) {
        if (contact.payDays() == null) {
            return new Divided(Division.undivided(about.items()), null, Map.of());
        }
        LocalDate payBy = open.items().isEmpty() ? null : pacing.payBy(to, contact, Optional.empty());
        return new Divided(Division.undivided(open.items()), payBy, Map.of());
    }
}
