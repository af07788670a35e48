package dev.kulanz.contact;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.departures.Found;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a due contact ready to go: takes the locks and asks the gate; a refusal changes the row, never adds one. */
@Component
class Preparation {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Debtors debtors;
    private final Holds holds;
    private final Proofs proofs;
    private final DoubtTable doubts;
    private final LeftBefore leftBefore;
    private final SendGate gate;
    private final Composition composition;
    private final Caller caller;
    private final CallPreparation calls;
    private final CallResults callResults;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    Preparation(
            JdbcClient jdbc,
            Cases cases,
            Debtors debtors,
            Holds holds,
            Proofs proofs,
            DoubtTable doubts,
            LeftBefore leftBefore,
            SendGate gate,
            Composition composition,
            Caller caller,
            CallPreparation calls,
            CallResults callResults,
            Journal journal,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.debtors = debtors;
        this.holds = holds;
        this.proofs = proofs;
        this.doubts = doubts;
        this.leftBefore = leftBefore;
        this.gate = gate;
        this.composition = composition;
        this.caller = caller;
        this.calls = calls;
        this.callResults = callResults;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** @return what is to be sent now; empty if it was refused, postponed, taken by another node or needs no sending */
    @Transactional
    public Optional<Outgoing> prepare(UUID contactId) {
        String caseNumber = jdbc.sql("select case_number from contact where id = :id")
                .param("id", contactId)
                .query(String.class)
                .single();
        DunningCase of = cases.lock(caseNumber);
        Optional<Contact> claimed = holds.bind(jdbc.sql("""
                        select * from contact c where id = :id and status = 'PLANNED' and not_before <= :now and %s
                        for update skip locked""".formatted(holds.none())))
                .param("id", contactId)
                .param("now", Timestamp.from(clock.instant()))
                .query(Contact.class)
                .optional();
        return claimed.map(this::freed)
                .flatMap(contact ->
                        hasLeft(contact, of) ? Optional.empty() : prepare(contact, of, debtors.get(of.debtorId())));
    }

    /** Before a backup was restored: what is proved counts as sent, of what is not a person decides. */
    private boolean hasLeft(Contact contact, DunningCase of) {
        Found proof = proofs.of(List.of(contact.id())).get(contact.id());
        if (proof == null || doubts.isSaidToHaveStayed(contact.id())) {
            return false;
        }
        if (proof.proof().isCertain()) {
            leftBefore.note(contact, of, proof, clock.instant());
        } else {
            doubts.doubt(contact);
            doubts.prove(Map.of(contact.id(), proof));
        }
        return true;
    }

    private Optional<Outgoing> prepare(Contact contact, DunningCase of, Debtor to) {
        SendGate.Answer answer = gate.ask(contact, of, to);
        if (answer instanceof SendGate.Answer.NotYet notYet) {
            postpone(contact, notYet.waits());
            return Optional.empty();
        }
        if (answer instanceof SendGate.Answer.Closed closed) {
            cancel(contact, of, closed.reason());
            return Optional.empty();
        }
        SendGate.Answer.Open open = (SendGate.Answer.Open) answer;
        if (contact.channel() != Channel.VOICE) {
            return composition.freeze(contact, of, to, open).map(Outgoing.class::cast);
        }
        if (!caller.hasTelephone(of.creditorId())) {
            cancel(contact, of, SendGate.NO_TELEPHONE);
            return Optional.empty();
        }
        return Optional.of(calls.freeze(contact, of, open));
    }

    /** What held it does so no longer. */
    private Contact freed(Contact contact) {
        return contact.heldFor() == null
                ? contact
                : jdbc.sql("""
                        update contact set waited = :waited::jsonb, held_for = null, held_since = null
                        where id = :id returning *""")
                        .param("waited", contact.waits(clock.instant()).stored())
                        .param("id", contact.id())
                        .query(Contact.class)
                        .single();
    }

    private void postpone(Contact contact, Waits waits) {
        jdbc.sql("update contact set not_before = :at, reason = :reason, waited = :waited::jsonb where id = :id")
                .param("at", Timestamp.from(waits.endFrom(clock.instant())))
                .param("reason", waits.reason())
                .param("waited", contact.waits(clock.instant()).and(waits).stored())
                .param("id", contact.id())
                .update();
    }

    private void cancel(Contact contact, DunningCase of, String reason) {
        jdbc.sql("update contact set status = 'CANCELLED', reason = :reason where id = :id")
                .param("reason", reason)
                .param("id", contact.id())
                .update();
        journal.record(contact.tellWaits(
                Cases.inCase("ContactCancelled", of)
                        .with("contact", contact.id().toString())
                        .with("step", contact.step())
                        .with("reason", reason),
                clock.instant()));
        CallEnd call = contact.channel() == Channel.VOICE ? callResults.notMade(contact, of, reason) : null;
        events.publishEvent(new ContactConcluded(contact, ContactConcluded.Outcome.CANCELLED, call));
    }
}
