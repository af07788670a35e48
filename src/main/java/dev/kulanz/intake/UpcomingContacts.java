package dev.kulanz.intake;

import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who would hear from us first within the next days, as the tables stand in this transaction. */
@Component
class UpcomingContacts {

    private static final int DAYS = 7;

    /** Only creditors that the file names: the others are not its business. */
    private static final String CONTACTS = """
            from (
                select i.account_id, i.creditor_id, min(i.due_date) as due_date
                from open_item i
                join item_balance b on b.id = i.id
                where i.creditor_id = any(:creditors) and i.due_date < :last and b.open_amount > 0
                group by i.account_id, i.creditor_id
            ) o
            join creditor c on c.id = o.creditor_id
            join account a on a.id = o.account_id
            join debtor d on d.id = a.debtor_id
            left join dunning_case k on k.account_id = o.account_id and k.status = 'OPEN'
            cross join lateral (select greatest(cast(:today as date), coalesce(
                cast(k.first_contact_at at time zone 'Europe/Berlin' as date),
                o.due_date + greatest(c.first_contact_days, 1))) as date) first
            where k.step is null and first.date <= :last
              and (select sum(e.amount) from ledger_entry e where e.account_id = o.account_id) > 0""";

    private static final String LIST = """
            select o.creditor_id, d.external_id, d.name, d.state, first.date,
                   case when 'EMAIL' = any(c.channels) and exists (
                            select from contact_point p
                            where p.debtor_id = d.id and p.kind = 'EMAIL' and p.status = 'USABLE')
                        then 'EMAIL' end as channel
            """ + CONTACTS + " order by first.date, o.creditor_id, lower(d.name), d.id";

    private final JdbcClient jdbc;
    private final BusinessCalendar calendar;
    private final BusinessClock clock;

    UpcomingContacts(JdbcClient jdbc, BusinessCalendar calendar, BusinessClock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Who would be contacted.
     *
     * @param first by day, at most {@value Findings#LIMIT}
     */
    record Upcoming(List<UpcomingContact> first, long total) {}

    Upcoming of(LocalDate today, List<String> creditors) {
        LocalDate last = today.plusDays(DAYS);
        List<UpcomingContact> first = new ArrayList<>();
        AtomicLong total = new AtomicLong();
        jdbc.sql(LIST)
                .param("creditors", creditors.toArray(String[]::new))
                .param("today", today)
                .param("last", last)
                .query((ResultSet row) -> {
                    LocalDate day = inWindow(row.getObject("date", LocalDate.class), row.getString("state"));
                    if (!day.isAfter(last) && total.incrementAndGet() <= Findings.LIMIT) {
                        first.add(contact(row, day));
                    }
                });
        first.sort(Comparator.comparing(UpcomingContact::date));
        return new Upcoming(first, total.get());
    }

    private static UpcomingContact contact(ResultSet row, LocalDate day) throws SQLException {
        return new UpcomingContact(
                row.getString("creditor_id"),
                row.getString("external_id"),
                row.getString("name"),
                day,
                "friendly-reminder",
                row.getString("channel"));
    }

    /** Nothing goes out on Sundays and holidays, nor late in the evening. */
    private LocalDate inWindow(LocalDate day, @Nullable String state) {
        Instant opening = BusinessCalendar.opening(day);
        Instant earliest = opening.isBefore(clock.instant()) ? clock.instant() : opening;
        return LocalDate.ofInstant(calendar.windowFrom(earliest, state), BusinessClock.ZONE);
    }
}
