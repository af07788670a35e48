package dev.kulanz.cases;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journal.Actor;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import dev.kulanz.shared.Years;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follow-up dates (Wiedervorlagen), at most one a case. They remind people only: the journey takes no notice. */
@Component
@Transactional
public class FollowUps {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Actor actor;
    private final BusinessClock clock;

    FollowUps(JdbcClient jdbc, Journal journal, Actor actor, BusinessClock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /** The follow-up date of a case, due or not. */
    @Transactional(readOnly = true)
    public Optional<FollowUp> of(DunningCase one) {
        return jdbc.sql("select due_on as date, reason, set_by, set_at from follow_up where case_id = :case")
                .param("case", one.id())
                .query(FollowUp.class)
                .optional();
    }

    /** How many are due today or have been before, of cases that may be seen. */
    @Transactional(readOnly = true)
    public long due(CreditorScope scope) {
        return jdbc.sql("""
                        select count(*) from follow_up f join dunning_case k on k.id = f.case_id
                        where f.due_on <= :today and (:all or k.creditor_id = any(:creditors))""")
                .param("today", clock.today())
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .query(Long.class)
                .single();
    }

    /**
     * Sets the follow-up date of a case, in place of the one before.
     *
     * @throws Refusal if the day is past or the reason is empty, longer than 500 characters or not legible
     */
    public FollowUp set(DunningCase on, @Nullable LocalDate date, @Nullable String reason) {
        LocalDate day = checked(date);
        String why = checked(reason);
        jdbc.sql("""
                        insert into follow_up (case_id, due_on, reason, set_by, set_at)
                        values (:case, :day, :reason, :by, :now)
                        on conflict (case_id) do update set due_on = excluded.due_on, reason = excluded.reason,
                            set_by = excluded.set_by, set_at = excluded.set_at""")
                .param("case", on.id())
                .param("day", day)
                .param("reason", why)
                .param("by", actor.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        journal.record(
                Cases.inCase("FollowUpSet", on).with("date", day.toString()).with("text", why));
        return of(on).orElseThrow();
    }

    /**
     * Somebody is to look at these cases today; what they are to be looked at for besides is kept.
     *
     * @param reasons why, by case
     */
    public void askToLook(Map<UUID, String> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        List<Map.Entry<UUID, String>> asked = List.copyOf(reasons.entrySet());
        journal.recordAll(jdbc.sql("""
                        with asked as (
                            insert into follow_up as known (case_id, due_on, reason, set_by, set_at)
                            select n.case_id, :today, left(n.reason, :longest), 'system', :now
                            from unnest(:cases, :reasons) as n (case_id, reason)
                            on conflict (case_id) do update set due_on = least(known.due_on, excluded.due_on),
                                reason = left(excluded.reason || ' · ' || known.reason, :longest)
                            where position(excluded.reason in known.reason) = 0
                            returning case_id)
                        select k.number, left(n.reason, :longest) as reason from asked
                        join dunning_case k on k.id = asked.case_id
                        join unnest(:cases, :reasons) as n (case_id, reason) on n.case_id = k.id order by k.number""")
                .param("cases", asked.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param("reasons", asked.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .param("today", clock.today())
                .param("now", Timestamp.from(clock.instant()))
                .param("longest", LONGEST_REASON)
                .query((row, index) -> Happening.of("FollowUpSet")
                        .inCase(row.getString("number"))
                        .with("date", clock.today().toString())
                        .with("text", row.getString("reason")))
                .list());
    }

    /**
     * What these cases were to be looked at for is over; where somebody has written more there, it stays.
     *
     * @param reasons why they were to be looked at, by case
     */
    public void noLongerAskToLook(Map<UUID, String> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        List<Map.Entry<UUID, String>> over = List.copyOf(reasons.entrySet());
        journal.recordAll(jdbc.sql("""
                        with cleared as (
                            delete from follow_up f using unnest(:cases, :reasons) as n (case_id, reason)
                            where f.case_id = n.case_id and f.reason = n.reason returning f.case_id)
                        select k.number from cleared join dunning_case k on k.id = cleared.case_id order by k.number""")
                .param("cases", over.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param("reasons", over.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .query((row, index) -> Happening.of("FollowUpCleared").inCase(row.getString("number")))
                .list());
    }

    /** Clears the follow-up date of a case; one that has none stays as it is. */
    public void clear(DunningCase on) {
        int cleared = jdbc.sql("delete from follow_up where case_id = :case")
                .param("case", on.id())
                .update();
        if (cleared > 0) {
            journal.record(Cases.inCase("FollowUpCleared", on));
        }
    }

    private LocalDate checked(@Nullable LocalDate date) {
        if (date == null) {
            throw Refusal.unacceptable(
                    "date",
                    Said.of("follow-up.day", "Please give the day on which the case is to be looked at again."));
        }
        if (date.isBefore(clock.today())) {
            throw Refusal.unacceptable(
                    "date", Said.of("follow-up.past", "A follow-up date can't lie in the past: {0}.", date));
        }
        if (!Years.holds(date)) {
            throw Refusal.unacceptable("date", Years.WRITTEN);
        }
        if (Years.isFar(date, clock.today())) {
            throw Refusal.unacceptable("date", Years.FAR);
        }
        return date;
    }

    private static String checked(@Nullable String reason) {
        if (reason == null || Legible.isBlank(reason)) {
            throw Refusal.unacceptable(
                    "reason", Said.of("follow-up.why", "Please say why the case is to be looked at again."));
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.unacceptable(
                    "reason",
                    Said.of("follow-up.long", "A reason has up to 500 characters; this one has {0}.", reason.length()));
        }
        if (!Legible.isText(reason)) {
            throw Refusal.unacceptable(
                    "reason",
                    Said.of("follow-up.control", "A reason has no control characters: please write it without."));
        }
        return reason.strip();
    }
}
