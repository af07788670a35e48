package dev.kulanz.intake;

import dev.kulanz.intake.FileEffect.Prevention;
import dev.kulanz.intake.NextSteps.NextStep;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who would hear from us within the next days, as the tables stand in this transaction. */
@Component
class UpcomingContacts {

    private static final int DAYS = 7;

    /** Only creditors that the file names, the others are not its business; and for whom anything is sent. */
    private static final String CONTACTS = """
            from (
                select i.account_id, i.creditor_id,
                       array_agg(i.due_date) as due_dates, array_agg(b.open_amount) as amounts
                from open_item i
                join item_balance b on b.id = i.id
                where i.creditor_id = any(:creditors) and i.due_date < :last and b.open_amount > 0
                  and i.creditor_id not in (select creditor_id from incomplete_creditor)
                  and not exists (select from case_item ci join dunning_case h on h.id = ci.case_id
                                  where ci.open_item_id = i.id and h.status in ('HANDED_OVER', 'WRITTEN_OFF'))
                  and not exists (select from running_item r where r.open_item_id = i.id
                                  and (r.block_waits or r.promise_waits))
                  and not exists (select from item_block x where x.open_item_id = i.id
                                  and holds_on(x.lifted_at, x.until_date, :last))
                group by i.account_id, i.creditor_id
            ) o
            join account a on a.id = o.account_id
            join debtor d on d.id = a.debtor_id
            left join dunning_case k on k.account_id = o.account_id and k.status = 'OPEN'
            cross join lateral (select max(coalesce(x.until_date, date '9999-12-30')) + 1 as date
                                from (select b.lifted_at, b.until_date from block b
                                      where b.case_id = k.id and b.open_item_id is null
                                      union all select p.lifted_at, p.until_date from person_block p
                                      where p.debtor_id = d.id) x
                                where holds_on(x.lifted_at, x.until_date, :today)) free
            cross join lateral (select greatest(cast(:today as date), free.date) as date) first
            where first.date <= :last
              and (k.step is null or exists (select from case_item ci join notice n on n.open_item_id = ci.open_item_id
                                             where ci.case_id = k.id))
              and (select sum(e.amount) from ledger_entry e where e.account_id = o.account_id) > 0""";

    private static final String LIST = """
            select o.creditor_id, o.account_id, d.external_id, d.name, d.state, first.date,
                   a.currency, o.due_dates, o.amounts
            """ + CONTACTS + " order by o.creditor_id, lower(d.name), d.id";

    private static final String PREVENTED = """
            select a.id, case
                when not exists (select from open_item i join item_balance b on b.id = i.id
                                 where i.account_id = a.id and b.open_amount > 0)
                     or (select coalesce(sum(e.amount), 0) from ledger_entry e where e.account_id = a.id) <= 0
                then 'NOTHING_OPEN'
                when exists (select from person_block p
                             where p.debtor_id = a.debtor_id and holds_on(p.lifted_at, p.until_date, :today))
                     or exists (select from block x join dunning_case k on k.id = x.case_id
                                where k.account_id = a.id and holds_on(x.lifted_at, x.until_date, :today))
                     or exists (select from running_item r join open_item i on i.id = r.open_item_id
                                where i.account_id = a.id and (r.block_waits or r.promise_waits))
                then 'BLOCKED' else 'LATER' end as why
            from account a where a.id = any(:accounts)""";

    private final JdbcClient jdbc;
    private final NextSteps nextSteps;
    private final BusinessCalendar calendar;
    private final BusinessClock clock;

    UpcomingContacts(JdbcClient jdbc, NextSteps nextSteps, BusinessCalendar calendar, BusinessClock clock) {
        this.jdbc = jdbc;
        this.nextSteps = nextSteps;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Who would be contacted.
     *
     * @param first by day, at most {@value Findings#LIMIT}
     * @param days all of them by day and currency
     * @param total how many these are in all
     * @param waiting who is left in peace as he owes too little, at most {@value Findings#LIMIT}
     * @param waitingTotal how many these are in all
     * @param effect what of it is because of the file
     */
    record Upcoming(
            List<UpcomingContact> first,
            List<UpcomingDay> days,
            long total,
            List<WaitingDebtor> waiting,
            long waitingTotal,
            FileEffect effect) {}

    /** The messages that come as the tables stand now, by account. */
    Map<UUID, UpcomingContact> now(LocalDate today, List<String> creditors) {
        Map<UUID, UpcomingContact> all = new HashMap<>();
        each(today, creditors, all::put, (account, waiting) -> {});
        return all;
    }

    /** @param without what came without the file, as {@link #now} said before anything of it was written */
    Upcoming of(LocalDate today, List<String> creditors, Map<UUID, UpcomingContact> without) {
        UpcomingComparison compared = new UpcomingComparison(without);
        List<WaitingDebtor> waiting = new ArrayList<>();
        Set<UUID> tooLittle = new HashSet<>();
        each(today, creditors, compared::add, (account, debtor) -> {
            tooLittle.add(account);
            if (waiting.size() < Findings.LIMIT) {
                waiting.add(debtor);
            }
        });
        List<UUID> missing = compared.missing();
        Map<UUID, Prevention> why = preventions(missing, today);
        compared.prevent(
                missing,
                account -> tooLittle.contains(account)
                        ? Prevention.TOO_LITTLE
                        : why.getOrDefault(account, Prevention.LATER));
        return new Upcoming(
                compared.all().first(),
                compared.all().days(),
                compared.all().total(),
                List.copyOf(waiting),
                tooLittle.size(),
                compared.effect());
    }

    private void each(
            LocalDate today,
            List<String> creditors,
            BiConsumer<UUID, UpcomingContact> contacts,
            BiConsumer<UUID, WaitingDebtor> waiting) {
        LocalDate last = today.plusDays(DAYS);
        Map<UUID, NextStep> steps = new HashMap<>();
        creditors.forEach(creditor -> steps.putAll(nextSteps.until(last, creditor)));
        jdbc.sql(LIST)
                .param("creditors", creditors.toArray(String[]::new))
                .param("today", today)
                .param("last", last)
                .query((ResultSet row) -> {
                    UUID account = row.getObject("account_id", UUID.class);
                    NextStep next = steps.get(account);
                    if (next == null) {
                        return;
                    }
                    LocalDate day =
                            inWindow(next.due(), row.getObject("date", LocalDate.class), row.getString("state"));
                    if (!day.isAfter(last) && next.needed() != null) {
                        waiting.accept(account, waiting(row, day, next.needed()));
                    } else if (!day.isAfter(last)) {
                        contacts.accept(account, contact(row, day, next));
                    }
                });
    }

    /** Of those that are listed at most. */
    private Map<UUID, Prevention> preventions(List<UUID> accounts, LocalDate today) {
        Map<UUID, Prevention> why = new HashMap<>();
        if (!accounts.isEmpty()) {
            jdbc.sql(PREVENTED)
                    .param("accounts", accounts.stream().limit(Findings.LIMIT).toArray(UUID[]::new))
                    .param("today", today)
                    .query((ResultSet row) -> {
                        why.put(row.getObject("id", UUID.class), Prevention.valueOf(row.getString("why")));
                    });
        }
        return why;
    }

    private static WaitingDebtor waiting(ResultSet row, LocalDate day, BigDecimal needed) throws SQLException {
        return new WaitingDebtor(
                row.getString("creditor_id"),
                row.getString("external_id"),
                row.getString("name"),
                due(row, day),
                row.getString("currency"),
                needed);
    }

    private static UpcomingContact contact(ResultSet row, LocalDate day, NextStep next) throws SQLException {
        return new UpcomingContact(
                row.getString("creditor_id"),
                row.getString("external_id"),
                row.getString("name"),
                day,
                due(row, day),
                row.getString("currency"),
                next.step(),
                next.channel());
    }

    /** What is open and past its due date on a day. */
    private static BigDecimal due(ResultSet row, LocalDate day) throws SQLException {
        Date[] dueDates = (Date[]) row.getArray("due_dates").getArray();
        BigDecimal[] amounts = (BigDecimal[]) row.getArray("amounts").getArray();
        BigDecimal due = BigDecimal.ZERO;
        for (int i = 0; i < amounts.length; i++) {
            due = dueDates[i].toLocalDate().isBefore(day) ? due.add(amounts[i]) : due;
        }
        return due;
    }

    /** Nothing goes out on Sundays and holidays, nor late in the evening. */
    private LocalDate inWindow(Instant due, LocalDate day, @Nullable String state) {
        Instant earliest = Collections.max(List.of(due, BusinessCalendar.opening(day), clock.instant()));
        return LocalDate.ofInstant(calendar.windowFrom(earliest, state), BusinessClock.ZONE);
    }
}
