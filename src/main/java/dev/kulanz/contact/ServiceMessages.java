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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages that ask for nothing: confirmations, receipts, notices. They go by e-mail, or by letter to who has none, and
 * once for each occasion.
 */
@Component
@Transactional
public class ServiceMessages {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Creditors creditors;
    private final Debtors debtors;
    private final ContactPoints contactPoints;
    private final ServiceAddressees addressees;
    private final Adapters adapters;
    private final Journal journal;

    ServiceMessages(
            JdbcClient jdbc,
            Outbox outbox,
            Creditors creditors,
            Debtors debtors,
            ContactPoints contactPoints,
            ServiceAddressees addressees,
            Adapters adapters,
            Journal journal) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.creditors = creditors;
        this.debtors = debtors;
        this.contactPoints = contactPoints;
        this.addressees = addressees;
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
        channel(of, addressee)
                .ifPresentOrElse(
                        channel -> outbox.enqueue(
                                of.number(),
                                new Outbox.Plan(
                                        step, occasion, new Choice(channel, "friendly", "standard", 1), payDays)),
                        () -> journal.record(
                                Cases.inCase("NoWayForServiceMessage", of).with("step", step.id())));
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

    private Optional<Channel> channel(DunningCase of, ServiceAddressees.Addressee addressee) {
        Creditor creditor = creditors.recent(of.creditorId());
        if (addressee instanceof ServiceAddressees.Addressee.Instead instead) {
            return Stream.of(Channel.EMAIL, Channel.LETTER)
                    .filter(channel -> may(creditor, channel))
                    .filter(channel ->
                            ServiceAddressees.recipient(instead.who(), channel).isPresent())
                    .filter(channel -> channel != Channel.LETTER
                            || LetterWriting.canWrite(creditor, debtors.get(of.debtorId()), instead.who(), List.of()))
                    .findFirst();
        }
        if (may(creditor, Channel.EMAIL)
                && contactPoints.usable(of.debtorId(), ContactPoint.Kind.EMAIL).isPresent()) {
            return Optional.of(Channel.EMAIL);
        }
        Debtor to = debtors.get(of.debtorId());
        return may(creditor, Channel.LETTER) && to.hasAddress() && LetterWriting.canWrite(creditor, to, null, List.of())
                ? Optional.of(Channel.LETTER)
                : Optional.empty();
    }

    private boolean may(Creditor creditor, Channel channel) {
        return creditor.uses(channel.name()) && adapters.carry(channel);
    }
}
