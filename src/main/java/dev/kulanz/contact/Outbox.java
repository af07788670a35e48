package dev.kulanz.contact;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes decisions to contact into the outbox. */
@Component
@Transactional
public class Outbox {

    private static final String CANCEL = """
            update contact set status = case status when 'PLANNED' then 'CANCELLED' else status end,
                overtaken = status = 'SENDING', reason = :reason,
                waited = case when held_for is null then waited
                         else coalesce(waited, '[]') || wait_of(held_since, :now, held_for) end,
                held_for = null, held_since = null
            where case_id = :case and status in ('PLANNED', 'SENDING')""";

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Debtors debtors;
    private final Creditors creditors;
    private final Pacing pacing;
    private final CallHours callHours;
    private final ContactIds ids;
    private final Journal journal;
    private final BusinessClock clock;

    Outbox(
            JdbcClient jdbc,
            Cases cases,
            Debtors debtors,
            Creditors creditors,
            Pacing pacing,
            CallHours callHours,
            ContactIds ids,
            Journal journal,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.debtors = debtors;
        this.creditors = creditors;
        this.pacing = pacing;
        this.callHours = callHours;
        this.ids = ids;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A contact to be planned.
     *
     * @param occasion the promise, call or block it belongs to; empty for a step of the ladder
     * @param payDays days to pay that the message gives; null for service messages
     */
    public record Plan(
            Step step,
            String occasion,
            Choice choice,
            @Nullable Integer payDays) {}

    /**
     * Plans a contact for the earliest moment that is allowed. Asked again while the same one is still on its way, it
     * changes nothing.
     *
     * @return the contact's id
     */
    public UUID enqueue(String caseNumber, Plan plan) {
        DunningCase of = cases.get(caseNumber);
        Attempts before = attempts(of, plan);
        if (before.underWay() != null) {
            return before.underWay();
        }
        Debtor to = debtors.get(of.debtorId());
        ContactIds.Matter matter = new ContactIds.Matter(
                of.creditorId(),
                to.externalId(),
                of.currency(),
                before.ordinal(),
                of.round(),
                plan.step().id());
        for (long nth = before.ofStep() + 1; ; nth++) {
            UUID id = ids.of(matter, plan.choice().channel(), nth);
            if (insert(id, of, to, plan, before.made() + 1)) {
                return id;
            }
        }
    }

    /** False: there is another contact under this id, whose row was moved to another step or channel. */
    private boolean insert(UUID id, DunningCase of, Debtor to, Plan plan, int attempt) {
        Waits waits = waits(of, to, plan, attempt);
        return jdbc.sql("""
                        insert into contact (id, case_id, case_number, creditor_id, round, occasion, step, purpose, channel, attempt,
                                             tone, style, language, status, reason, not_before, planned_at, pay_days,
                                             waited)
                        values (:id, :case, :number, :creditor, :round, :occasion, :step, :purpose, :channel, :attempt,
                                :tone, :style, :language, 'PLANNED', :reason, :notBefore, :now, :payDays,
                                :waited::jsonb)
                        on conflict (id) do nothing""")
                        .param("id", id)
                        .param("case", of.id())
                        .param("number", of.number())
                        .param("creditor", of.creditorId())
                        .param("round", of.round())
                        .param("occasion", plan.occasion())
                        .param("step", plan.step().id())
                        .param("purpose", plan.step().purpose().name())
                        .param("channel", plan.choice().channel().name())
                        .param("attempt", attempt)
                        .param("tone", plan.choice().tone())
                        .param("style", plan.choice().style())
                        .param(
                                "language",
                                Texts.languageFor(
                                        to.language(),
                                        creditors.recent(of.creditorId()).defaultLanguage()))
                        .param("reason", waits.reason())
                        .param("notBefore", Timestamp.from(waits.endFrom(clock.instant())))
                        .param("waited", waits.stored())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("payDays", plan.payDays())
                        .update()
                == 1;
    }

    private Waits waits(DunningCase of, Debtor to, Plan plan, int attempt) {
        Waits waits = pacing.afterTriesInVain(of, to, plan.step(), pacing.waits(of, to, plan.step()));
        return plan.choice().channel() == Channel.VOICE
                ? callHours.after(waits, clock.instant(), attempt, to.state())
                : waits;
    }

    /**
     * @param ordinal which case of the account it is
     * @param ofStep contacts of this step over this channel so far, on whatever occasion
     */
    private record Attempts(int made, @Nullable UUID underWay, long ordinal, long ofStep) {}

    private Attempts attempts(DunningCase of, Plan plan) {
        return jdbc.sql("""
                        select coalesce(max(attempt) filter (where occasion = :occasion), 0) as made,
                               (array_agg(id) filter (where occasion = :occasion
                                    and status in ('PLANNED', 'SENDING', 'UNKNOWN')))[1] as under_way,
                               count(*) as of_step,
                               (select count(*) from dunning_case o join dunning_case k on k.id = :case
                                where o.account_id = k.account_id and (o.opened_at, o.id) <= (k.opened_at, k.id)) as ordinal
                        from contact
                        where case_id = :case and round = :round and step = :step and channel = :channel""")
                .param("case", of.id())
                .param("round", of.round())
                .param("occasion", plan.occasion())
                .param("step", plan.step().id())
                .param("channel", plan.choice().channel().name())
                .query(Attempts.class)
                .single();
    }

    /** Whether another demand of the case was decided on after this one. */
    @Transactional(readOnly = true)
    public boolean isSuperseded(UUID contactId) {
        return jdbc.sql("""
                        select exists (select 1 from contact c join contact later on later.case_id = c.case_id
                                       where c.id = :id and later.purpose = 'DEMAND' and later.seq > c.seq)""").param("id", contactId).query(Boolean.class).single();
    }

    /**
     * Cancels the planned demands of a case; one that is being sent is not tried again. The caller holds the case's lock.
     *
     * @return those that were cancelled
     */
    public List<Contact> cancelDemands(DunningCase of, String reason) {
        return cancelled(of, reason, jdbc.sql(CANCEL + " and purpose = 'DEMAND' returning *"));
    }

    /** Cancels what was planned to be said on an occasion; the caller holds the case's lock. */
    void cancelOf(DunningCase of, String occasion, String reason) {
        cancelled(
                of,
                reason,
                jdbc.sql(CANCEL + " and occasion = :occasion returning *").param("occasion", occasion));
    }

    private List<Contact> cancelled(DunningCase of, String reason, JdbcClient.StatementSpec update) {
        List<Contact> contacts = update
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .param("case", of.id())
                .query(Contact.class)
                .list()
                .stream()
                .filter(contact -> contact.status() == Contact.Status.CANCELLED)
                .toList();
        journal.recordAll(contacts.stream()
                .map(contact -> contact.tellWaits(
                        Cases.inCase("ContactCancelled", of)
                                .with("contact", contact.id().toString())
                                .with("step", contact.step())
                                .with("reason", reason),
                        clock.instant()))
                .toList());
        return contacts;
    }
}
