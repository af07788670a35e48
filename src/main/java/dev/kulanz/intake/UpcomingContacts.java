package dev.kulanz.intake;

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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
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
     * @param waiting who is left in peace as he owes too little, at most {@value Findings#LIMIT}
     * @param waitingTotal how many these are in all
     */
    record Upcoming(
            List<UpcomingContact> first, List<UpcomingDay> days, List<WaitingDebtor> waiting, long waitingTotal) {

        long total() {
            return days.stream().mapToLong(UpcomingDay::contacts).sum();
        }
    }

    Upcoming of(LocalDate today, List<String> creditors) {
        LocalDate last = today.plusDays(DAYS);
        Map<UUID, NextStep> steps = new HashMap<>();
        creditors.forEach(creditor -> steps.putAll(nextSteps.until(last, creditor)));
        List<UpcomingContact> all = new ArrayList<>();
        SortedMap<String, UpcomingDay> days = new TreeMap<>();
        List<WaitingDebtor> waiting = new ArrayList<>();
        AtomicLong waitingTotal = new AtomicLong();
        jdbc.sql(LIST)
                .param("creditors", creditors.toArray(String[]::new))
                .param("today", today)
                .param("last", last)
                .query((ResultSet row) -> {
                    NextStep next = steps.get(row.getObject("account_id", UUID.class));
                    if (next == null) {
                        return;
                    }
                    LocalDate day =
                            inWindow(next.due(), row.getObject("date", LocalDate.class), row.getString("state"));
                    if (!day.isAfter(last) && next.needed() != null) {
                        waitingTotal.incrementAndGet();
                        if (waiting.size() < Findings.LIMIT) {
                            waiting.add(waiting(row, day, next.needed()));
                        }
                    } else if (!day.isAfter(last)) {
                        UpcomingContact contact = contact(row, day, next);
                        all.add(contact);
                        if (all.size() >= 2 * Findings.LIMIT) {
                            cut(all);
                        }
                        days.merge(day + contact.currency(), UpcomingDay.of(contact), UpcomingDay::and);
                    }
                });
        cut(all);
        return new Upcoming(List.copyOf(all), List.copyOf(days.values()), List.copyOf(waiting), waitingTotal.get());
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

    /** However many there are, only the first are kept. */
    private static void cut(List<UpcomingContact> all) {
        all.sort(Comparator.comparing(UpcomingContact::date));
        if (all.size() > Findings.LIMIT) {
            all.subList(Findings.LIMIT, all.size()).clear();
        }
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
