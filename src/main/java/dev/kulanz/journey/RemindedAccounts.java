package dev.kulanz.journey;

import dev.kulanz.shared.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the accounts of a creditor that were reminded before, with what rules may ask about them; one statement. */
@Component
class RemindedAccounts {

    private static final String FIND = """
            with open as (
                select b.*, i.kind from open_item i join item_balance b on b.id = i.id
                where i.creditor_id = :creditor and i.due_date < :today and b.open_amount > 0
                  and not exists (select from block x where x.open_item_id = i.id and x.lifted_at is null
                                  and (x.until_date is null or x.until_date >= :today))
            ), oldest as (
                select distinct on (account_id) * from open order by account_id, due_date, invoice_id
            )
            select o.account_id, o.id as oldest_item, o.kind, o.due_date, k.journey, d.creditor_id, d.type, d.language,
                   d.street is not null and d.postcode is not null and d.city is not null as has_address,
                   (select sum(p.open_amount) from open p where p.account_id = o.account_id) as open_amount,
                   (select max(n.pay_by) from notice n join open p on p.id = n.open_item_id
                    where p.account_id = o.account_id) as last_pay_by,
                   (select array_agg(c.kind) from contact_point c where c.debtor_id = d.id and c.status = 'USABLE')
                       as reachable,
                   (select p.proc_def_id_ from act_ru_execution p join act_re_procdef f on f.id_ = p.proc_def_id_
                    where p.business_key_ = k.number and p.parent_id_ is null and p.super_exec_ is null
                      and f.key_ = k.journey order by p.id_ limit 1) as ladder,
                   not exists (select from open_item i join account a on a.id = i.account_id
                               where a.debtor_id = d.id and not exists (select from open p where p.id = i.id))
                       as first_purchase
            from oldest o
            join account a on a.id = o.account_id
            join debtor d on d.id = a.debtor_id
            left join dunning_case k on k.account_id = o.account_id and k.status = 'OPEN'
            where exists (select from notice n where n.open_item_id = o.id)""";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    RemindedAccounts(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<RemindedAccount> of(String creditorId) {
        return jdbc.sql(FIND)
                .param("creditor", creditorId)
                .param("today", clock.today())
                .query((row, index) -> new RemindedAccount(
                        row.getObject("account_id", UUID.class),
                        row.getString("creditor_id"),
                        row.getObject("oldest_item", UUID.class),
                        row.getString("journey"),
                        row.getString("ladder"),
                        row.getObject("last_pay_by", LocalDate.class),
                        facts(row)))
                .list();
    }

    private Map<String, Object> facts(ResultSet row) throws SQLException {
        List<String> reachable = row.getArray("reachable") == null
                ? List.of()
                : List.of((String[]) row.getArray("reachable").getArray());
        Map<String, Object> facts = new HashMap<>();
        facts.put("creditor", row.getString("creditor_id"));
        facts.put("debtorType", row.getString("type"));
        facts.put("language", row.getString("language"));
        facts.put("claimKind", row.getString("kind"));
        facts.put("openAmount", row.getBigDecimal("open_amount"));
        facts.put("daysOverdue", (int)
                ChronoUnit.DAYS.between(row.getObject("due_date", LocalDate.class), clock.today()));
        facts.put("isFirstPurchase", row.getBoolean("first_purchase"));
        facts.put("hasEmail", reachable.contains("EMAIL"));
        facts.put("hasMobile", reachable.contains("MOBILE"));
        facts.put("hasPhone", reachable.contains("MOBILE") || reachable.contains("PHONE"));
        facts.put("hasAddress", row.getBoolean("has_address"));
        facts.put("hasReacted", false);
        facts.put("failedContacts", 0);
        facts.put("failedEmails", 0);
        facts.put("unansweredReminders", 0);
        facts.put("round", 1);
        return facts;
    }
}
