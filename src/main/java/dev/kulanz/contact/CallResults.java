package dev.kulanz.contact;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.ContactPoints;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes what became of calls, with all that follows from them, in one transaction. */
@Component
@Transactional
class CallResults {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final ContactPoints contactPoints;
    private final Caller caller;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    CallResults(
            JdbcClient jdbc,
            Cases cases,
            ContactPoints contactPoints,
            Caller caller,
            Journal journal,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.contactPoints = contactPoints;
        this.caller = caller;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** What was said in a call that was being made. */
    void note(UUID contactId, CallReport report) {
        DunningCase of = cases.lock(get(contactId).caseNumber());
        Contact contact = get(contactId);
        if (contact.status() != Contact.Status.SENDING) {
            return; // given up as lost in the meantime: a person decides
        }
        conclude(contact, of, of.isOpen() ? caller.settle(of, contact, report) : report);
    }

    /** A person found out what became of a call of which nobody knew; the case is locked. */
    void resolved(Contact contact, DunningCase of, boolean wasMade) {
        conclude(
                contact,
                of,
                wasMade
                        ? new CallReport(CallOutcome.TALKED, null, true, null, null)
                        : CallReport.unheard(CallOutcome.FAILED));
    }

    /** The gate closed, or there is no telephone: why, for who waits for the call. */
    CallEnd notMade(Contact contact, DunningCase of, String reason) {
        CallOutcome outcome =
                switch (reason) {
                    case SendGate.NO_CONTACT_POINT -> CallOutcome.NO_NUMBER;
                    case SendGate.NO_TELEPHONE -> CallOutcome.NO_PROVIDER;
                    case SendGate.NOT_WORTH_THE_WAY -> CallOutcome.TOO_LITTLE;
                    default -> CallOutcome.NOT_ALLOWED;
                };
        jdbc.sql("update contact set call_outcome = :outcome where id = :id")
                .param("outcome", outcome.name())
                .param("id", contact.id())
                .update();
        return new CallEnd(outcome, false);
    }

    private void conclude(Contact contact, DunningCase of, CallReport report) {
        boolean reached = report.outcome().isReached();
        Contact.Status status = reached ? Contact.Status.SENT : Contact.Status.FAILED;
        jdbc.sql("""
                        update contact set status = :status, reason = :reason, call_outcome = :outcome, body_text = :transcript,
                            sent_at = :sentAt, failed_at = :failedAt where id = :id""")
                .param("status", status.name())
                .param("reason", reached ? null : report.outcome().words())
                .param("outcome", report.outcome().name())
                .param("transcript", report.transcript())
                .param("sentAt", reached ? Timestamp.from(clock.instant()) : null)
                .param("failedAt", reached ? null : Timestamp.from(clock.instant()))
                .param("id", contact.id())
                .update();
        journal.record(contact.tellWaits(
                Cases.inCase("CallEnded", of)
                        .with("contact", contact.id().toString())
                        .with("step", contact.step())
                        .with("callOutcome", report.outcome().name())
                        .with("concern", report.concern())
                        .with("language", contact.language()),
                clock.instant()));
        if (report.told()) {
            Cases.Told told = new Cases.Told(contact.id(), contact.channel().name(), contact.payBy());
            cases.standsAt(of, contact.step());
            cases.told(of, contact.step(), told, items(contact));
        }
        events.publishEvent(new ContactConcluded(contact, outcome(status), end(of, report.outcome())));
    }

    private CallEnd end(DunningCase of, CallOutcome outcome) {
        return new CallEnd(
                outcome,
                !outcome.isReached() && contactPoints.callable(of.debtorId()).isPresent());
    }

    private static ContactConcluded.Outcome outcome(Contact.Status status) {
        return status == Contact.Status.SENT ? ContactConcluded.Outcome.SENT : ContactConcluded.Outcome.FAILED;
    }

    private List<UUID> items(Contact contact) {
        return jdbc.sql("select open_item_id from contact_item where contact_id = :id")
                .param("id", contact.id())
                .query(UUID.class)
                .list();
    }

    private Contact get(UUID id) {
        return jdbc.sql("select * from contact where id = :id")
                .param("id", id)
                .query(Contact.class)
                .single();
    }
}
