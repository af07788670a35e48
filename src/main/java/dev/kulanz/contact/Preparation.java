package dev.kulanz.contact;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a due contact ready to go: locks, asks the gate, writes the text with the amounts of this moment, freezes it. */
@Component
class Preparation {

    private static final Duration LEASE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Debtors debtors;
    private final Creditors creditors;
    private final SendGate gate;
    private final Pacing pacing;
    private final Texts texts;
    private final PaymentLinks links;
    private final Results results;
    private final ChannelAdapter adapter;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    Preparation(
            JdbcClient jdbc,
            Cases cases,
            Debtors debtors,
            Creditors creditors,
            SendGate gate,
            Pacing pacing,
            Texts texts,
            PaymentLinks links,
            Results results,
            ChannelAdapter adapter,
            Journal journal,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.debtors = debtors;
        this.creditors = creditors;
        this.gate = gate;
        this.pacing = pacing;
        this.texts = texts;
        this.links = links;
        this.results = results;
        this.adapter = adapter;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** @return what is to be sent now; empty if it was refused, postponed, taken by another node or needs no sending */
    @Transactional
    public Optional<OutgoingMessage> prepare(UUID contactId) {
        String caseNumber = jdbc.sql("select case_number from contact where id = :id")
                .param("id", contactId)
                .query(String.class)
                .single();
        DunningCase of = cases.lock(caseNumber);
        Optional<Contact> claimed = jdbc.sql("""
                        select * from contact where id = :id and status = 'PLANNED' and not_before <= :now
                        for update skip locked""")
                .param("id", contactId)
                .param("now", Timestamp.from(clock.instant()))
                .query(Contact.class)
                .optional();
        return claimed.flatMap(contact -> prepare(contact, of, debtors.get(of.debtorId())));
    }

    private Optional<OutgoingMessage> prepare(Contact contact, DunningCase of, Debtor to) {
        SendGate.Answer answer = gate.ask(contact, of, to);
        if (answer instanceof SendGate.Answer.NotYet notYet) {
            postpone(contact, notYet);
            return Optional.empty();
        }
        if (answer instanceof SendGate.Answer.Closed closed) {
            cancel(contact, of, closed.reason());
            return Optional.empty();
        }
        return freeze(contact, of, to, (SendGate.Answer.Open) answer);
    }

    private void postpone(Contact contact, SendGate.Answer.NotYet notYet) {
        jdbc.sql("update contact set not_before = :at, reason = :reason where id = :id")
                .param("at", Timestamp.from(notYet.notBefore()))
                .param("reason", notYet.reason())
                .param("id", contact.id())
                .update();
    }

    private void cancel(Contact contact, DunningCase of, String reason) {
        jdbc.sql("update contact set status = 'CANCELLED', reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", contact.id())
                .update();
        journal.record(Cases.inCase("ContactCancelled", of)
                .with("contact", contact.id().toString())
                .with("step", contact.step())
                .with("reason", reason));
        events.publishEvent(new ContactConcluded(contact, ContactConcluded.Outcome.CANCELLED));
    }

    private Optional<OutgoingMessage> freeze(Contact contact, DunningCase of, Debtor to, SendGate.Answer.Open open) {
        var creditor = creditors.get(of.creditorId());
        LocalDate payBy = contact.payDays() == null ? null : pacing.payBy(to, contact.payDays());
        var content = new MessageContent(
                contact, creditor, to, open.items(), of.currency(), payBy, of.paymentReference(), clock.today());
        Texts.Written written = texts.write(content);
        boolean demand = contact.purpose() == Purpose.DEMAND;
        String messageId = "<" + contact.id() + "@kulanz>";
        jdbc.sql("""
                        update contact set status = 'SENDING', reason = null, claimed_until = :lease, pay_by = :payBy,
                            demanded_amount = :amount, currency = :currency, recipient = :recipient, subject = :subject,
                            body_text = :text, body_html = :html, message_id = :messageId
                        where id = :id""")
                .param("lease", Timestamp.from(Clock.systemUTC().instant().plus(LEASE)))
                .param("payBy", payBy)
                .param("amount", demand ? content.total() : null)
                .param("currency", demand ? of.currency() : null)
                .param("recipient", open.recipient())
                .param("subject", written.subject())
                .param("text", written.text())
                .param("html", written.html())
                .param("messageId", messageId)
                .param("id", contact.id())
                .update();
        jdbc.sql("insert into contact_item (contact_id, open_item_id) select :id, item from unnest(:items) as item")
                .param("id", contact.id())
                .param("items", open.items().stream().map(ItemBalance::id).toArray(UUID[]::new))
                .update();
        if (adapter.staysHere()) {
            results.sent(contact, of, payBy);
            return Optional.empty();
        }
        return Optional.of(new OutgoingMessage(
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
