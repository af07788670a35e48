package dev.kulanz.intake;

import java.time.LocalDate;
import java.util.List;
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

    private static final String LIST =
            """
            select o.creditor_id, d.external_id, d.name, first.date,
                   case when 'EMAIL' = any(c.channels) and exists (
                            select from contact_point p
                            where p.debtor_id = d.id and p.kind = 'EMAIL' and p.status = 'USABLE')
                        then 'EMAIL' end as channel
            """ + CONTACTS + " order by first.date, o.creditor_id, lower(d.name), d.id limit :limit";

    private final JdbcClient jdbc;

    UpcomingContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UpcomingContact> list(LocalDate today, List<String> creditors) {
        return ask(LIST, today, creditors)
                .param("limit", Findings.LIMIT)
                .query((row, i) -> new UpcomingContact(
                        row.getString("creditor_id"),
                        row.getString("external_id"),
                        row.getString("name"),
                        row.getObject("date", LocalDate.class),
                        "friendly-reminder",
                        row.getString("channel")))
                .list();
    }

    long count(LocalDate today, List<String> creditors) {
        return ask("select count(*) " + CONTACTS, today, creditors)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec ask(String sql, LocalDate today, List<String> creditors) {
        return jdbc.sql(sql)
                .param("creditors", creditors.toArray(String[]::new))
                .param("today", today)
                .param("last", today.plusDays(DAYS));
    }
}
