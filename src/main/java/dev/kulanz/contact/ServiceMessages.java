package dev.kulanz.contact;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.ContactPoints;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.receivables.Representative;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages that ask for nothing: confirmations, receipts, notices. They go by e-mail, or by letter to who has none, and
 * once for each occasion; where a way turns out not to carry one, the next is taken.
 */
@Component
@Transactional
public class ServiceMessages {

    private static final int MOST_ATTEMPTS = 3;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Outbox outbox;
    private final Creditors creditors;
    private final Debtors debtors;
    private final ContactPoints contactPoints;
    private final ServiceAddressees addressees;
    private final PastOccasions pastOccasions;
    private final Adapters adapters;
    private final Journal journal;

    ServiceMessages(
            JdbcClient jdbc,
            Cases cases,
            Outbox outbox,
            Creditors creditors,
            Debtors debtors,
            ContactPoints contactPoints,
            ServiceAddressees addressees,
            PastOccasions pastOccasions,
            Adapters adapters,
            Journal journal) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.outbox = outbox;
        this.creditors = creditors;
        this.debtors = debtors;
        this.contactPoints = contactPoints;
        this.addressees = addressees;
        this.pastOccasions = pastOccasions;
        this.adapters = adapters;
        this.journal = journal;
    }

    /**
     * Plans a message for the next moment in the contact window. Asked again for the same occasion it changes nothing;
     * who has no address, or is not to be written to himself and has nobody who is, gets nothing, which the case's story
     * says.
     *
     * @param occasion what it is about, e.g. {@code promise:} and the promise's id; empty if there is one a round
     * @throws IllegalArgumentException if the step is a demand
     */
    public void send(DunningCase of, Step step, String occasion) {
        send(of, step, occasion, null);
    }

    /** @param payDays days to pay that the message gives, for what is owed again */
    void send(DunningCase of, Step step, String occasion, @Nullable Integer payDays) {
        if (step.purpose() != Purpose.SERVICE) {
            throw new IllegalArgumentException(step.id() + " asks for money: only the ladder sends it");
        }
        if (wasPlanned(of, step, occasion)) {
            return;
        }
        ServiceAddressees.Addressee addressee = addressees.of(of.debtorId());
        if (addressee instanceof ServiceAddressees.Addressee.Nobody nobody) {
            journal.record(Cases.inCase("ServiceMessageWithheld", of)
                    .with("step", step.id())
                    .with("reason", nobody.why()));
            return;
        }
        plan(of, step, occasion, payDays, ways(of, addressee).findFirst());
    }

    /**
     * A way that did not carry it is followed by the next one, each once; after an outage, or when a person found that it was
     * not sent, the same one is tried again, for paper costs the creditor money. Nothing follows once that is over which it is
     * about. When no way is left, the case's story says so.
     */
    @EventListener
    void on(ContactConcluded event) {
        Contact contact = event.contact();
        if (contact.purpose() != Purpose.SERVICE || contact.overtaken()) {
            return;
        }
        Then then = then(contact);
        DunningCase of = cases.get(contact.caseNumber());
        ServiceAddressees.Addressee addressee = addressees.of(of.debtorId());
        if (then == Then.NOTHING
                || of.round() != contact.round()
                || pastOccasions.why(contact, of).isPresent()
                || addressee instanceof ServiceAddressees.Addressee.Nobody) {
            return;
        }
        Set<Channel> tried = tried(contact);
        plan(
                of,
                contact.what(),
                contact.occasion(),
                contact.payDays(),
                ways(of, addressee)
                        .filter(channel -> then == Then.SAME_WAY
                                ? channel == contact.channel() && contact.attempt() < MOST_ATTEMPTS
                                : !tried.contains(channel))
                        .findFirst());
    }

    private void plan(DunningCase of, Step step, String occasion, @Nullable Integer payDays, Optional<Channel> way) {
        way.ifPresentOrElse(
                channel -> outbox.enqueue(
                        of.number(),
                        new Outbox.Plan(step, occasion, new Choice(channel, "friendly", "standard", 1), payDays)),
                () -> journal.record(Cases.inCase("NoWayForServiceMessage", of).with("step", step.id())));
    }

    /** What follows a message that is concluded. */
    private enum Then {
        NOTHING,
        SAME_WAY,
        NEXT_WAY
    }

    private Then then(Contact contact) {
        return jdbc.sql("""
                        select case when status = 'FAILED' and fault is null then 'SAME_WAY'
                                    when status = 'FAILED' or status = 'CANCELLED' and reason = any(:wayless) then 'NEXT_WAY'
                                    else 'NOTHING' end
                        from contact where id = :id""")
                .param("wayless", new String[] {SendGate.UNWRITABLE, SendGate.NO_CONTACT_POINT})
                .param("id", contact.id())
                .query(Then.class)
                .single();
    }

    private Set<Channel> tried(Contact contact) {
        return Set.copyOf(jdbc.sql("""
                        select distinct channel from contact where case_id = :case and round = :round
                        and occasion = :occasion and step = :step""")
                .param("case", contact.caseId())
                .param("round", contact.round())
                .param("occasion", contact.occasion())
                .param("step", contact.step())
                .query(Channel.class)
                .list());
    }

    private boolean wasPlanned(DunningCase of, Step step, String occasion) {
        return jdbc.sql("""
                        select exists (select 1 from contact where case_id = :case and round = :round
                                       and occasion = :occasion and step = :step)""")
                .param("case", of.id())
                .param("round", of.round())
                .param("occasion", occasion)
                .param("step", step.id())
                .query(Boolean.class)
                .single();
    }

    /** The ways that carry it, as far as that is known without its words; the best first. */
    private Stream<Channel> ways(DunningCase of, ServiceAddressees.Addressee addressee) {
        Creditor creditor = creditors.recent(of.creditorId());
        Debtor to = debtors.get(of.debtorId());
        Representative instead = addressee instanceof ServiceAddressees.Addressee.Instead other ? other.who() : null;
        return Stream.of(Channel.EMAIL, Channel.LETTER)
                .filter(channel -> may(creditor, channel))
                .filter(channel -> instead == null
                        ? reaches(to, channel)
                        : ServiceAddressees.recipient(instead, channel).isPresent())
                .filter(channel ->
                        channel != Channel.LETTER || LetterWriting.canWrite(creditor, to, instead, List.of()));
    }

    private boolean reaches(Debtor to, Channel channel) {
        return channel == Channel.LETTER
                ? to.hasAddress()
                : contactPoints.usable(to.id(), ContactPoint.Kind.EMAIL).isPresent();
    }

    private boolean may(Creditor creditor, Channel channel) {
        return creditor.uses(channel.name()) && adapters.carry(channel);
    }
}
