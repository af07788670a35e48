package dev.kulanz.payments;

import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.Ledger;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Credit notes reduce what is owed: each the invoice that it names, due or not; what is then left of it, what is overdue,
 * the oldest first, also what the agency has. In sets: a file may bring thousands.
 */
@Component
class CreditNoteUse {

    /** What an item has of credit notes beyond its amount, as when it was lowered or paid after all: the latest go back. */
    private static final String GIVEN_BACK = """
            select p.account_id, p.note_id, p.item_id, least(p.used, p.surplus - p.before) as amount
            from (
                select b.account_id, b.id as item_id, u.credit_note_id as note_id, u.used, -b.open_amount as surplus,
                       sum(u.used) over (partition by b.id order by u.last desc) - u.used as before
                from item_balance b
                cross join lateral (
                    select e.credit_note_id, -sum(e.amount) as used, max(e.id) as last from ledger_entry e
                    where e.open_item_id = b.id and e.credit_note_id is not null
                    group by e.credit_note_id having sum(e.amount) < 0) u
                where b.account_id = any(:accounts) and b.open_amount < 0) p
            where p.before < p.surplus""";

    /**
     * Notes and items of one key, laid side by side in their order: where they overlap, the one is used for the other. Each
     * ends at its running sum; from one end to the next lies one part, of the note and the item that end there or next.
     * (Looking for overlaps instead would compare each with each.) A note without the name of an invoice may still bear its
     * number.
     */
    private static final String SIDE_BY_SIDE = """
            with note as (
                select c.id, c.account_id, %1$s as invoice,
                       sum(c.unused) over (partition by c.account_id, %1$s order by c.issued_on, c.number) as upto
                from credit_balance c where c.account_id = any(:accounts) and c.unused > 0),
            item as (
                select b.id, b.account_id, %2$s as invoice,
                       sum(b.open_amount) over (partition by b.account_id, %2$s order by b.due_date, b.invoice_id, b.id) as upto
                from item_balance b
                where b.account_id in (select account_id from note) and b.open_amount > 0 and %3$s),
            ending as (
                select account_id, invoice, upto, (array_agg(note_id) filter (where note_id is not null))[1] as note_id,
                       (array_agg(item_id) filter (where item_id is not null))[1] as item_id
                from (select account_id, invoice, upto, id as note_id, cast(null as uuid) as item_id from note
                      union all select account_id, invoice, upto, null, id from item) either
                group by account_id, invoice, upto),
            counted as (
                select *, upto - lag(upto, 1, 0.0) over (k order by upto) as amount,
                       count(note_id) over (k order by upto desc) as of_note,
                       count(item_id) over (k order by upto desc) as of_item
                from ending window k as (partition by account_id, invoice))
            select account_id, note_id, item_id, amount
            from (
                select account_id, invoice, upto, amount,
                       first_value(note_id) over (partition by account_id, invoice, of_note order by upto desc) as note_id,
                       first_value(item_id) over (partition by account_id, invoice, of_item order by upto desc) as item_id
                from counted) part
            where note_id is not null and item_id is not null
            order by account_id, invoice, upto""";

    private static final String NAMED =
            SIDE_BY_SIDE.formatted("coalesce(c.credits_invoice, c.number)", "b.invoice_id", "true");

    private static final String OVERDUE = SIDE_BY_SIDE.formatted("text ''", "text ''", """
            (b.due_date < :today or exists (
                select from case_item ci join dunning_case k on k.id = ci.case_id
                where ci.open_item_id = b.id and k.status in ('OPEN', 'HANDED_OVER')))""");

    private static final String TOLD = """
            select u.use, u.item_id, n.number as credit_note, a.currency, d.id as debtor_id, d.creditor_id, i.invoice_id,
                   i.given_instalment as instalment, day_of_part(i) as due_date,
                   (select k.number from case_item ci join dunning_case k on k.id = ci.case_id
                    where ci.open_item_id = i.id and k.status in ('OPEN', 'HANDED_OVER') limit 1) as case_number
            from unnest(:notes, :items) with ordinality as u (note_id, item_id, use)
            join credit_note n on n.id = u.note_id
            join open_item i on i.id = u.item_id
            join account a on a.id = i.account_id
            join debtor d on d.id = a.debtor_id
            order by u.use""";

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Journal journal;
    private final BusinessClock clock;

    CreditNoteUse(JdbcClient jdbc, Ledger ledger, Journal journal, BusinessClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
    }

    private record Part(UUID accountId, UUID noteId, UUID itemId, BigDecimal amount) {}

    private record Told(
            int use,
            String creditNote,
            String currency,
            UUID debtorId,
            String creditorId,
            String invoiceId,
            @Nullable Integer instalment,
            @Nullable LocalDate dueDate,
            @Nullable String caseNumber) {}

    /**
     * Uses what these accounts have of credit notes. The caller holds their locks.
     *
     * @return whether anything was used
     */
    boolean use(Collection<UUID> accounts) {
        List<Part> back = parts(GIVEN_BACK, accounts);
        book(back.stream()
                .map(part -> new Part(
                        part.accountId(),
                        part.noteId(),
                        part.itemId(),
                        part.amount().negate()))
                .toList());
        boolean named = apply(NAMED, accounts);
        return apply(OVERDUE, accounts) || named;
    }

    private boolean apply(String sideBySide, Collection<UUID> accounts) {
        List<Part> used = parts(sideBySide, accounts);
        book(used);
        tell(used);
        return !used.isEmpty();
    }

    private List<Part> parts(String sql, Collection<UUID> accounts) {
        return jdbc.sql(sql)
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("today", clock.today())
                .query(Part.class)
                .list();
    }

    private void book(List<Part> parts) {
        if (!parts.isEmpty()) {
            ledger.use(
                    parts.stream()
                            .map(part ->
                                    new Ledger.CreditUse(part.accountId(), part.noteId(), part.itemId(), part.amount()))
                            .toList(),
                    clock.today());
        }
    }

    private void tell(List<Part> used) {
        if (used.isEmpty()) {
            return;
        }
        journal.recordAll(jdbc
                .sql(TOLD)
                .param("notes", used.stream().map(Part::noteId).toArray(UUID[]::new))
                .param("items", used.stream().map(Part::itemId).toArray(UUID[]::new))
                .query(Told.class)
                .list()
                .stream()
                .map(told -> happening(told, used.get(told.use() - 1).amount()))
                .toList());
    }

    private static Happening happening(Told told, BigDecimal amount) {
        Happening used = Happening.of("CreditNoteUsed")
                .creditor(told.creditorId())
                .debtor(told.debtorId())
                .with("creditNote", told.creditNote())
                .with("invoiceId", told.invoiceId())
                .with("instalment", told.instalment())
                .with("dueDate", told.dueDate() == null ? null : told.dueDate().toString())
                .with("amount", amount)
                .with("currency", told.currency());
        return told.caseNumber() == null ? used : used.inCase(told.caseNumber());
    }
}
