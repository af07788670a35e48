package dev.kulanz.journey;

import dev.kulanz.contact.LetterWriting;
import dev.kulanz.journey.OverdueAccount.Item;
import dev.kulanz.receivables.Creditor;
import dev.kulanz.receivables.CreditorTerms;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.Terms;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the accounts of a creditor with something overdue, with what rules may ask about them; one statement. */
@Component
class OverdueAccounts {

    private static final String FIND = """
            with open as (
                select b.*, i.kind, i.mandate_id is not null as mandate, exists (select from notice_that_counts n where n.open_item_id = i.id) as told,
                       (select max(n.pay_by) from notice n where n.open_item_id = i.id) as given
                from open_item i join item_balance b on b.id = i.id
                where i.creditor_id = :creditor and i.due_date < :last and b.open_amount > 0
                  and not exists (select from case_item ci join dunning_case h on h.id = ci.case_id
                                  where ci.open_item_id = i.id and h.status in ('HANDED_OVER', 'WRITTEN_OFF'))
                  and not exists (select from item_block x where x.open_item_id = i.id
                                  and holds_on(x.lifted_at, x.until_date, :today))
            ), accounts as (
                select p.account_id, array_agg(p.id order by p.due_date, p.invoice_id) as items,
                       array_agg(p.due_date order by p.due_date, p.invoice_id) as due_dates,
                       array_agg(p.open_amount order by p.due_date, p.invoice_id) as amounts,
                       array_agg(p.told order by p.due_date, p.invoice_id) as told,
                       bool_and(p.open_amount < p.original_amount) as rests,
                       (array_agg(p.kind order by p.due_date, p.invoice_id))[1] as kind,
                       (array_agg(p.mandate order by p.due_date, p.invoice_id))[1] as mandate,
                       array_agg(concat_ws(' ', p.invoice_id, p.subject))
                           filter (where concat(p.invoice_id, p.subject) ~ '[^\\u0009-\\u017f]') as rare_words,
                       (select max(n.pay_by) from notice_that_counts n where n.open_item_id = any(array_agg(p.id))) as last_pay_by,
                       (array_agg(p.given order by p.due_date, p.invoice_id))[1] as last_day_given
                from open p group by p.account_id
            )
            select o.*, a.currency, d.state, c.first_contact_days,
                   case when k.id is null then terms_in_force(d.creditor_id, greatest(cast(:today as date), o.due_dates[1] + 1))
                        else k.terms_id end as terms_id,
                   k.id as case_id, k.journey, coalesce(k.round, 1) as round, d.creditor_id, d.type, d.language,
                   d.id as debtor_id, d.external_id, d.name, d.contact_name, d.street, d.postcode, d.city, d.country,
                   case when d.type = 'CONSUMER' then cast(extract(year from age(cast(:today as date), d.birth_date)) as int) end as age,
                   (select p.proc_def_id_ from act_ru_execution p join act_re_procdef f on f.id_ = p.proc_def_id_
                    where p.business_key_ = k.number and p.parent_id_ is null and p.super_exec_ is null
                      and f.key_ = k.journey order by p.id_ limit 1) as ladder,
                   cast(k.first_contact_at at time zone 'Europe/Berlin' as date) as first_contact,
                   concat(d.street, '') <> '' and concat(d.postcode, '') <> '' and concat(d.city, '') <> ''
                       as has_address,
                   (select array_agg(c.kind) from contact_point c where c.debtor_id = d.id and c.status = 'USABLE')
                       as reachable,
                   (select count(*) from open_item i join account a on a.id = i.account_id where a.debtor_id = d.id)
                       as items_of_debtor,
                   (select count(*) from promise p where p.case_id = k.id) as promises
            from accounts o
            join account a on a.id = o.account_id
            join debtor d on d.id = a.debtor_id
            join creditor c on c.id = d.creditor_id
            left join dunning_case k on k.account_id = o.account_id and k.status = 'OPEN'""";

    private final JdbcClient jdbc;
    private final Creditors creditors;
    private final CreditorTerms terms;
    private final BusinessCalendar calendar;
    private final BusinessClock clock;

    OverdueAccounts(
            JdbcClient jdbc, Creditors creditors, CreditorTerms terms, BusinessCalendar calendar, BusinessClock clock) {
        this.jdbc = jdbc;
        this.creditors = creditors;
        this.terms = terms;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param last what is due on this day or later is not overdue in time */
    List<OverdueAccount> of(String creditorId, LocalDate last) {
        Creditor creditor = creditors.recent(creditorId);
        return jdbc.sql(FIND)
                .param("creditor", creditorId)
                .param("today", clock.today())
                .param("last", last)
                .query((row, index) -> account(row, terms.of(row.getObject("terms_id", Long.class)), creditor))
                .list();
    }

    private OverdueAccount account(ResultSet row, Terms terms, Creditor creditor) throws SQLException {
        return new OverdueAccount(
                row.getObject("account_id", UUID.class),
                row.getString("creditor_id"),
                items(row, terms),
                row.getString("journey"),
                row.getString("ladder"),
                row.getObject("case_id", UUID.class),
                row.getObject("first_contact", LocalDate.class),
                row.getObject("last_pay_by", LocalDate.class),
                row.getObject("last_day_given", LocalDate.class),
                row.getInt("items_of_debtor"),
                terms.in(row.getString("currency")),
                row.getBoolean("rests"),
                facts(row, creditor));
    }

    private List<Item> items(ResultSet row, Terms terms) throws SQLException {
        UUID[] ids = (UUID[]) row.getArray("items").getArray();
        Date[] due = (Date[]) row.getArray("due_dates").getArray();
        BigDecimal[] amounts = (BigDecimal[]) row.getArray("amounts").getArray();
        Boolean[] told = (Boolean[]) row.getArray("told").getArray();
        int days = row.getInt("first_contact_days");
        String state = row.getString("state");
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            LocalDate dueDate = due[i].toLocalDate();
            LocalDate firstContact = terms.firstContact(dueDate, days, state, calendar);
            items.add(new Item(ids[i], dueDate, firstContact, amounts[i], told[i]));
        }
        return items;
    }

    private static Map<String, Object> facts(ResultSet row, Creditor creditor) throws SQLException {
        Array points = row.getArray("reachable");
        List<String> reachable = points == null ? List.of() : List.of((String[]) points.getArray());
        Map<String, Object> facts = new HashMap<>();
        facts.put("creditor", row.getString("creditor_id"));
        facts.put("debtorType", row.getString("type"));
        facts.put("language", row.getString("language"));
        if (row.getObject("age") != null) {
            facts.put("age", row.getInt("age"));
        }
        facts.put("claimKind", row.getString("kind"));
        facts.put("hasMandate", row.getBoolean("mandate"));
        facts.put("hasEmail", reachable.contains("EMAIL"));
        facts.put("hasMobile", reachable.contains("MOBILE"));
        facts.put("hasPhone", reachable.contains("MOBILE") || reachable.contains("PHONE"));
        facts.put("hasAddress", row.getBoolean("has_address") && canBeWrittenTo(row, creditor));
        facts.put("promisesMade", row.getInt("promises"));
        facts.put("openPromise", false); // else its case would be blocked
        facts.put("round", row.getInt("round"));
        return facts;
    }

    private static boolean canBeWrittenTo(ResultSet row, Creditor creditor) throws SQLException {
        Debtor to = new Debtor(
                row.getObject("debtor_id", UUID.class),
                creditor.id(),
                row.getString("external_id"),
                Debtor.Type.valueOf(row.getString("type")),
                row.getString("name"),
                null,
                row.getString("contact_name"),
                row.getString("language"),
                row.getString("street"),
                row.getString("postcode"),
                row.getString("city"),
                row.getString("country"),
                null,
                null);
        List<@Nullable String> words = new ArrayList<>();
        words.add(to.externalId());
        Array rare = row.getArray("rare_words");
        if (rare != null) {
            words.addAll(List.of((String[]) rare.getArray()));
        }
        return LetterWriting.canWriteWords(creditor, to, words);
    }
}
