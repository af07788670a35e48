package dev.kulanz.contact;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.ContactPoints;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes what became of contacts, and tells whom it concerns. */
@Component
@Transactional
public class Results {

    private static final int MOST_TRIES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Cases cases;
    private final ContactPoints contactPoints;
    private final CallResults calls;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    Results(
            JdbcClient jdbc,
            Cases cases,
            ContactPoints contactPoints,
            CallResults calls,
            Journal journal,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.contactPoints = contactPoints;
        this.calls = calls;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** What the channel said of a contact that was being sent. */
    void note(UUID contactId, ChannelAdapter.Delivery delivery) {
        DunningCase of = cases.lock(get(contactId).caseNumber());
        Contact contact = get(contactId); // as it is under the lock: it may have been overtaken
        if (contact.status() != Contact.Status.SENDING) {
            return; // given up as lost in the meantime: a person decides
        }
        if (delivery instanceof ChannelAdapter.Delivery.Taken) {
            sent(contact, of);
        } else if (delivery instanceof ChannelAdapter.Delivery.Later later) {
            tryLater(contact, of, later.reason(), later.ofAddress() ? Fault.ADDRESS : null);
        } else if (delivery instanceof ChannelAdapter.Delivery.Unreachable unreachable) {
            tryLater(contact, of, unreachable.reason(), null);
        } else if (delivery instanceof ChannelAdapter.Delivery.Refused refused) {
            failed(contact, of, refused.reason(), refused.badAddress() ? Fault.ADDRESS : Fault.MESSAGE);
            if (refused.badAddress() && contact.recipient() != null && contact.channel() == Channel.EMAIL) {
                contactPoints.markFailed(of.debtorId(), ContactPoint.Kind.EMAIL, contact.recipient());
            }
        } else if (delivery instanceof ChannelAdapter.Delivery.Unknown unknown) {
            unknown(contact, of, unknown.reason());
        }
    }

    private void sent(Contact contact, DunningCase of) {
        status(contact, Contact.Status.SENT, null);
        tellSent(contact, of, contact.payBy());
    }

    /** The contact went out, as its row says: the case stands at its step, and each item was told at its own level. */
    void tellSent(Contact contact, DunningCase of, @Nullable LocalDate payBy) {
        journal.record(about("ContactSent", contact, of).with("payBy", payBy == null ? null : payBy.toString()));
        if (contact.purpose() == Purpose.DEMAND && contact.occasion().isEmpty()) {
            cases.standsAt(of, contact.step());
        }
        if (contact.purpose() == Purpose.DEMAND || payBy != null) {
            Cases.Told told = new Cases.Told(contact.id(), contact.channel().name(), payBy);
            cases.told(of, told, composedAt(contact), toldItems(contact));
        }
        events.publishEvent(new ContactConcluded(contact, ContactConcluded.Outcome.SENT));
    }

    /** What it says is of this moment, also where it is known days later that it went out. */
    private Instant composedAt(Contact contact) {
        return jdbc.sql("select coalesce(composed_at, :now) from contact where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", contact.id())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private List<Cases.ToldItem> toldItems(Contact contact) {
        return jdbc.sql("""
                        select m.open_item_id as id, coalesce(m.step, c.step) as step, coalesce(m.pay_by, c.pay_by) as pay_by
                        from contact_item m join contact c on c.id = m.contact_id where m.contact_id = :id""")
                .param("id", contact.id())
                .query(Cases.ToldItem.class)
                .list();
    }

    private void failed(Contact contact, DunningCase of, String reason, @Nullable Fault fault) {
        status(contact, Contact.Status.FAILED, reason);
        jdbc.sql("update contact set fault = :fault, failed_at = :now where id = :id")
                .param("fault", fault == null ? null : fault.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", contact.id())
                .update();
        journal.record(about("ContactFailed", contact, of).with("reason", reason));
        events.publishEvent(new ContactConcluded(contact, ContactConcluded.Outcome.FAILED));
    }

    /** It could not be made ready to go: it must not stand in the way of others, and is given up after some tries. */
    void notPrepared(UUID contactId) {
        DunningCase of = cases.lock(get(contactId).caseNumber());
        Contact contact = get(contactId);
        if (contact.status() == Contact.Status.PLANNED && !contact.notBefore().isAfter(clock.instant())) {
            tryLater(contact, of, "The message could not be prepared.", Fault.MESSAGE);
        }
    }

    /** It was not handed over, and nothing was tried: it is due as before. */
    void putBack(UUID contactId) {
        DunningCase of = cases.lock(get(contactId).caseNumber());
        Contact contact = get(contactId);
        if (contact.status() != Contact.Status.SENDING) {
            return;
        }
        if (contact.overtaken()) {
            cancelled(contact, of);
            return;
        }
        status(contact, Contact.Status.PLANNED, null);
        jdbc.sql("delete from contact_item where contact_id = :id")
                .param("id", contact.id())
                .update();
    }

    private void tryLater(Contact contact, DunningCase of, String reason, @Nullable Fault fault) {
        if (contact.overtaken()) {
            cancelled(contact, of);
            return;
        }
        if (contact.tries() + 1 >= MOST_TRIES) {
            failed(contact, of, reason, fault);
            return;
        }
        Instant now = clock.instant();
        Instant again = now.plus(FIRST_PAUSE.multipliedBy(1L << contact.tries()));
        jdbc.sql("""
                        update contact set status = 'PLANNED', tries = tries + 1, reason = :reason, not_before = :at,
                            waited = :waited::jsonb
                        where id = :id""")
                .param("reason", reason)
                .param("at", Timestamp.from(again))
                .param(
                        "waited",
                        contact.waits(now)
                                .and(new Waits(List.of(new Wait(now, again, reason))))
                                .stored())
                .param("id", contact.id())
                .update();
        jdbc.sql("delete from contact_item where contact_id = :id")
                .param("id", contact.id())
                .update();
    }

    /** It did not go out, and need not any more: its row says why. */
    private void cancelled(Contact contact, DunningCase of) {
        status(contact, Contact.Status.CANCELLED, contact.reason());
        journal.record(about("ContactCancelled", contact, of).with("reason", contact.reason()));
        events.publishEvent(new ContactConcluded(contact, ContactConcluded.Outcome.CANCELLED));
    }

    private void unknown(Contact contact, DunningCase of, String reason) {
        status(contact, Contact.Status.UNKNOWN, reason);
        journal.record(about("ContactUnknown", contact, of).with("reason", reason));
    }

    /**
     * A person found out what became of a contact whose fate was unknown.
     *
     * @param wasSent true: it went out; false: it did not, and the step is tried again
     * @throws Refusal if its fate is known
     */
    public void resolve(UUID contactId, boolean wasSent) {
        DunningCase of = cases.lock(get(contactId).caseNumber());
        Contact contact = get(contactId);
        if (contact.status() != Contact.Status.UNKNOWN) {
            throw Refusal.conflict(
                    Said.of("contact.known", "What became of this message is known: nothing to decide."));
        }
        if (contact.channel() == Channel.VOICE) {
            calls.resolved(contact, of, wasSent);
        } else if (wasSent) {
            sent(contact, of);
        } else {
            failed(contact, of, "A person found that it was not sent.", null);
        }
    }

    private Contact get(UUID id) {
        return jdbc.sql("select * from contact where id = :id")
                .param("id", id)
                .query(Contact.class)
                .single();
    }

    private void status(Contact contact, Contact.Status status, @Nullable String reason) {
        jdbc.sql("update contact set status = :status, reason = :reason, sent_at = :sentAt where id = :id")
                .param("status", status.name())
                .param("reason", reason)
                .param("sentAt", status == Contact.Status.SENT ? Timestamp.from(clock.instant()) : null)
                .param("id", contact.id())
                .update();
    }

    private dev.kulanz.journal.Happening about(String kind, Contact contact, DunningCase of) {
        return contact.tellWaits(
                Cases.inCase(kind, of)
                        .with("contact", contact.id().toString())
                        .with("step", contact.step())
                        .with("channel", contact.channel().name())
                        .with("tone", contact.tone())
                        .with("style", contact.style())
                        .with("language", contact.language()),
                clock.instant());
    }
}
