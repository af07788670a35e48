package dev.kulanz.contact;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a message with the amounts of this moment and freezes it; the caller holds the case's lock. */
@Component
class Composition {

    /** Longer than any mail server may take; after it the contact counts as lost. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Creditors creditors;
    private final Pacing pacing;
    private final DefaultSince defaults;
    private final Texts texts;
    private final PaymentLinks links;
    private final Results results;
    private final Adapters adapters;
    private final OccasionFacts occasions;
    private final Letters letters;
    private final BusinessClock clock;

    Composition(
            JdbcClient jdbc,
            Creditors creditors,
            Pacing pacing,
            DefaultSince defaults,
            Texts texts,
            PaymentLinks links,
            Results results,
            Adapters adapters,
            OccasionFacts occasions,
            Letters letters,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.creditors = creditors;
        this.pacing = pacing;
        this.defaults = defaults;
        this.texts = texts;
        this.links = links;
        this.results = results;
        this.adapters = adapters;
        this.occasions = occasions;
        this.letters = letters;
        this.clock = clock;
    }

    /** @return what is to be sent; empty if the channel needs no sending */
    Optional<OutgoingMessage> freeze(Contact contact, DunningCase of, Debtor to, SendGate.Answer.Open open) {
        var creditor = creditors.recent(of.creditorId());
        LocalDate payBy = contact.payDays() == null
                ? null
                : pacing.payBy(of, to, contact.what(), contact.channel(), contact.payDays());
        Occasion about = occasions.of(contact);
        boolean demand = contact.purpose() == Purpose.DEMAND;
        var content = new MessageContent(
                contact,
                creditor,
                to,
                demand || payBy != null ? open.items() : about.items(),
                of.currency(),
                payBy,
                demand ? defaults.since(open.items()).orElse(null) : null,
                of.paymentReference(),
                about,
                clock.today());
        boolean letter = contact.channel() == Channel.LETTER;
        Texts.Written written =
                letter ? texts.writeLetter(content, demand ? links.link(contact.id()) : null) : texts.write(content);
        boolean staysHere = adapters.of(contact.channel()).staysHere();
        String messageId = "<" + contact.id() + "@kulanz>";
        jdbc.sql("""
                        update contact set status = :status, sent_at = :sentAt, composed_at = :now, reason = null,
                            claimed_until = :lease, pay_by = :payBy,
                            demanded_amount = :amount, currency = :currency, recipient = :recipient, subject = :subject,
                            body_text = :text, body_html = :html, message_id = :messageId
                        where id = :id""")
                .param("status", (staysHere ? Contact.Status.SENT : Contact.Status.SENDING).name())
                .param("sentAt", staysHere ? Timestamp.from(clock.instant()) : null)
                .param("now", Timestamp.from(clock.instant()))
                .param("lease", Timestamp.from(Clock.systemUTC().instant().plus(LEASE)))
                .param("payBy", payBy)
                .param("amount", demand ? content.total() : null)
                .param("currency", demand ? of.currency() : null)
                .param("recipient", open.recipient())
                .param("subject", written.subject())
                .param("text", written.text())
                .param("html", letter ? null : written.html())
                .param("messageId", messageId)
                .param("id", contact.id())
                .update();
        if (letter) {
            letters.write(contact.id(), written.html());
        }
        UUID[] items = open.items().stream().map(ItemBalance::id).toArray(UUID[]::new);
        jdbc.sql("insert into contact_item (contact_id, open_item_id) select :id, item from unnest(:items) as item")
                .param("id", contact.id())
                .param("items", items)
                .update();
        if (staysHere) {
            results.tellSent(contact, of, payBy, List.of(items));
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
                links.fillIn(contact.id(), written.html())));
    }
}
