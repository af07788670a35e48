package dev.kulanz.intake;

import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes over where items stood in another system: what it told the debtor becomes a notice; a block and a promise wait
 * for the item's case, unless the block is for the person ({@link PersonMerge}). Once we told the debtor of an item
 * ourselves, the file no longer says where it stands.
 */
final class RunningMerge {

    private static final String COMPARE = """
            create temp table intake_running on commit drop as
            select c.*, (reminds and not told_here) or blocks or promises as says_more
            from (
                select s.line, s.id as open_item_id, s.account_id, s.debtor_id,
                       r.dunning_step as step, r.last_reminder_on as reminded_on,
                       r.block_reason, r.blocked_until, r.promise_date,
                       r.dunning_step is not null
                           and (r.dunning_step, r.last_reminder_on) is distinct from (k.step, k.reminded_on) as reminds,
                       exists (select from notice n where n.open_item_id = s.known_id and n.case_id is not null
                               and said_when_due(n.told_at, s.due_date)) as told_here,
                       r.block_reason is not null
                           and (r.block_reason, r.blocked_until) is distinct from (k.block_reason, k.blocked_until)
                           as blocks,
                       r.block_reason = any(:ofPerson)
                           or (r.block_reason = :byHand and r.blocked_until is null) as of_person,
                       r.promise_date is not null and r.promise_date is distinct from k.promise_date as promises
                from intake_row r
                join intake_item s on s.line = r.line
                left join running_item k on k.open_item_id = s.known_id
                where r.refusal is null
                  and (r.dunning_step is not null or r.block_reason is not null or r.promise_date is not null)
            ) c""";

    private static final String NOTICES = """
            insert into notice (open_item_id, step, told_at, pay_by)
            select s.open_item_id, s.step,
                   least((s.reminded_on + time '12:00') at time zone :zone, cast(:now as timestamptz)), cast(p.pay_by as date)
            from intake_running s
            join debtor d on d.id = s.debtor_id
            join unnest(:steps, :days, :states, :payBys) as p (step, reminded_on, state, pay_by)
                on p.step = s.step and cast(p.reminded_on as date) = s.reminded_on and p.state is not distinct from d.state
            where s.reminds and not s.told_here
            order by s.line
            on conflict (open_item_id) where case_id is null
            do update set step = excluded.step, told_at = excluded.told_at, pay_by = excluded.pay_by""";

    private static final String REMEMBER = """
            insert into running_item as known (open_item_id, step, reminded_on, block_reason, blocked_until, block_waits,
                                               promise_date, promise_waits, said_at)
            select open_item_id,
                   case when reminds and not told_here then step end,
                   case when reminds and not told_here then reminded_on end,
                   case when blocks then block_reason end, case when blocks then blocked_until end, blocks and not of_person,
                   case when promises then promise_date end, promises, :now
            from intake_running where says_more order by line
            on conflict (open_item_id) do update set
                step = coalesce(excluded.step, known.step),
                reminded_on = coalesce(excluded.reminded_on, known.reminded_on),
                block_reason = coalesce(excluded.block_reason, known.block_reason),
                blocked_until = case when excluded.block_reason is not null then excluded.blocked_until
                                     else known.blocked_until end,
                block_waits = known.block_waits or excluded.block_waits,
                promise_date = coalesce(excluded.promise_date, known.promise_date),
                promise_waits = known.promise_waits or excluded.promise_waits,
                promise_refused = case when not excluded.promise_waits then known.promise_refused end,
                said_at = excluded.said_at""";

    private final JdbcClient jdbc;
    private final BusinessCalendar calendar;

    RunningMerge(JdbcClient jdbc, BusinessCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    void compare() {
        jdbc.sql(COMPARE)
                .param("ofPerson", PersonMerge.OF_PERSON)
                .param("byHand", PersonMerge.BY_HAND)
                .update();
        jdbc.sql("analyze intake_running").update();
    }

    /** The caller holds the accounts' locks. */
    void merge(Instant now) {
        List<Reminded> reminded = reminded();
        jdbc.sql(NOTICES)
                .param("zone", BusinessClock.ZONE.getId())
                .param("now", Timestamp.from(now))
                .param("steps", reminded.stream().map(Reminded::step).toArray(String[]::new))
                .param("days", reminded.stream().map(one -> one.on().toString()).toArray(String[]::new))
                .param("states", reminded.stream().map(Reminded::state).toArray(String[]::new))
                .param(
                        "payBys",
                        reminded.stream().map(one -> payBy(one).toString()).toArray(String[]::new))
                .update();
        jdbc.sql(REMEMBER).param("now", Timestamp.from(now)).update();
    }

    private record Reminded(
            String step, LocalDate on, @Nullable String state) {}

    private List<Reminded> reminded() {
        return jdbc.sql("""
                        select distinct s.step, s.reminded_on as "on", d.state
                        from intake_running s join debtor d on d.id = s.debtor_id
                        where s.reminds and not s.told_here""").query(Reminded.class).list();
    }

    private LocalDate payBy(Reminded reminded) {
        return calendar.workingDayFrom(reminded.on().plusDays(UsualDays.of(reminded.step())), reminded.state());
    }

    /** Accounts whose items were reminded elsewhere, as was not known before. */
    List<UUID> remindedAccounts() {
        return accounts("reminds and not told_here");
    }

    /** Accounts for which a block or a promise is new. */
    List<UUID> waitingAccounts() {
        return accounts("blocks or promises");
    }

    private List<UUID> accounts(String which) {
        return jdbc.sql("select distinct account_id from intake_running where " + which + " order by account_id")
                .query(UUID.class)
                .list();
    }
}
