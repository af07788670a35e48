package dev.kulanz.intake;

import dev.kulanz.access.CreditorScope;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pauses debtors whom a refused row may be to the credit of ({@link InFavour}): what is owed already may be less, too. What the
 * pause is about is kept with it, row by row ({@code claim_in_doubt}). It ends by itself; before that once each of these rows
 * was taken ({@link ClaimsCleared}), or with the complete list. Whom somebody has freed stays free of the same rows.
 */
final class ClaimsInDoubt {

    /** How long, with the day of the import: enough to correct a file, too little to be forgotten. */
    private static final int DAYS = 7;

    /** For how long after its day a lifted pause is remembered: lists come every month at the least. */
    private static final int REMEMBERED = 62;

    /** More rows than this are not remembered: then a complete list ends it, or its time. */
    private static final int ROWS = 100;

    private static final String NOTE = "A row that may be to the debtor's credit was not taken by an import / "
            + "Eine Zeile, die ein Guthaben sein kann, hat ein Import nicht übernommen";

    /** Of a claim c that is kept in doubt and a row s that may be the same: they are about the same. */
    static final String SAME = """
            (c.number is not distinct from s.number and (c.by_number or (c.credit, c.instalment, c.due_date)
                is not distinct from (s.credit, s.instalment, s.due_date)))""";

    /**
     * A credit note is known by its number, of which no day and no part is asked. What can't be told to be one is one beside a
     * row of the same part, or of any where it names none itself: that part would be there twice.
     */
    private static final String FIND = """
            create temp table intake_doubt on commit drop as
            with said as materialized (
                select d.id as debtor_id, d.creditor_id, d.external_id, r.line, %1$s as number, r.instalment, r.due_date,
                       r.credit, r.amount
                from intake_favour f
                join intake_row r on r.line = f.line
                join debtor d on d.creditor_id = f.creditor_id and d.external_id = f.debtor_id
                where (:all or f.creditor_id = any(:creditors))
                  and exists (select from account a join open_item i on i.account_id = a.id join item_balance b on b.id = i.id
                              where a.debtor_id = d.id and b.open_amount > 0)
            ), told as (
                select debtor_id, creditor_id, external_id, line, number, instalment, due_date,
                       case when amount = 0 then
                                not exists (select from open_item i
                                            where i.creditor_id = said.creditor_id and i.invoice_id = said.number)
                                and exists (select from credit_note n
                                            where n.creditor_id = said.creditor_id and n.number = said.number)
                            when credit is null and (
                                (creditor_id, number, instalment) in (
                                    select creditor_id, invoice_id, instalment from intake_row where amount > 0)
                                or (creditor_id, number, due_date) in (
                                    select creditor_id, invoice_id, due_date from intake_row
                                    where amount > 0 and instalment is null)
                                or instalment is null and (creditor_id, number, due_date) in (
                                    select creditor_id, invoice_id, due_date from intake_row where amount > 0)
                                or num_nonnulls(instalment, due_date) = 0 and (creditor_id, number) in (
                                    select creditor_id, invoice_id from intake_row where amount > 0)) then true
                            else credit end as credit
                from said
            ), rows as (
                select debtor_id, creditor_id, external_id, min(line) as line, number, credit,
                       case when credit is not true then instalment end as instalment,
                       case when credit is not true then due_date end as due_date
                from told group by 1, 2, 3, 5, 6, 7, 8
            ), counted as (
                select *, count(*) over (partition by debtor_id) <= :rows as are_few from rows
            )
            select debtor_id, creditor_id, external_id, min(line) as line, n.number, n.credit, n.instalment, n.due_date
            from counted
            cross join lateral (select case when are_few then number end as number,
                                       case when are_few and number is not null then credit end as credit,
                                       case when are_few and number is not null then instalment end as instalment,
                                       case when are_few and number is not null then due_date end as due_date) n
            group by 1, 2, 3, 5, 6, 7, 8""".formatted(InFavour.NUMBER);

    private static final String SPARED =
            "create temp table intake_spared_doubt (block_id uuid not null) on commit drop";

    /** What somebody has looked at: as long as these rows come again and again. */
    private static final String SPARE = """
            with freed as (
                select distinct p.id, s.ctid as row
                from intake_doubt s
                join person_block p on p.debtor_id = s.debtor_id
                join claim_in_doubt c on c.block_id = p.id
                where p.reason = 'UNCLEAR_PAYMENT' and p.lifted_at is not null
                  and p.until_date >= cast(:today as date) - :remembered and %s
            ), spared as (
                delete from intake_doubt s using freed f where s.ctid = f.row
            )
            insert into intake_spared_doubt select id from freed""".formatted(SAME);

    private static final String REMARK = """
            insert into intake_remark select min(line), 'PAUSED', external_id, null from intake_doubt group by external_id, debtor_id""";

    private static final String STAY_FREE = """
            update person_block p set until_date = :until
            from intake_spared_doubt f where p.id = f.block_id and p.until_date < :until""";

    private static final String LENGTHEN = """
            with longer as (
            update person_block p set until_date = :until
            where p.debtor_id in (select debtor_id from intake_doubt)
              and p.reason = 'UNCLEAR_PAYMENT' and holds_on(p.lifted_at, p.until_date, :today)
              and (p.until_date < :until or exists (
                      select from intake_doubt s where s.debtor_id = p.debtor_id and not exists (
                          select from claim_in_doubt c where c.block_id = p.id and %s)))
            returning p.id)
            insert into intake_person_block select id, false from longer""".formatted(SAME);

    private static final String ADD = """
            with added as (
            insert into person_block (id, debtor_id, reason, from_at, until_date, source, note, placed_by)
            select new_id(), s.debtor_id, 'UNCLEAR_PAYMENT', :now, :until, 'IMPORT', :note, 'system'
            from (select distinct debtor_id from intake_doubt) s
            where not exists (select from person_block p
                              where p.debtor_id = s.debtor_id and p.reason = 'UNCLEAR_PAYMENT'
                                and holds_on(p.lifted_at, p.until_date, :today))
            order by s.debtor_id
            returning id)
            insert into intake_person_block select id, false from added""";

    private static final String REMEMBER = """
            insert into claim_in_doubt (block_id, number, credit, instalment, due_date)
            select p.id, s.number, s.credit, s.instalment, s.due_date
            from intake_doubt s
            join person_block p on p.debtor_id = s.debtor_id and p.reason = 'UNCLEAR_PAYMENT'
                               and holds_on(p.lifted_at, p.until_date, :today)
            on conflict (block_id, number, credit, instalment, due_date) do update set by_number = false""";

    private static final String TOO_MANY = """
            with many as (
                select c.block_id from claim_in_doubt c join person_block p on p.id = c.block_id
                where p.debtor_id in (select debtor_id from intake_doubt) group by c.block_id having count(*) > :rows
            ), forgotten as (
                delete from claim_in_doubt c using many m where c.block_id = m.block_id and c.number is not null
            )
            insert into claim_in_doubt (block_id) select block_id from many on conflict do nothing""";

    private final JdbcClient jdbc;
    private final ClaimsCleared cleared;

    ClaimsInDoubt(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.cleared = new ClaimsCleared(jdbc);
    }

    /** Finds whom it concerns, for better or worse, before anything is locked or written. */
    void find(ImportRequest request) {
        CreditorScope scope = request.scope();
        jdbc.sql(FIND)
                .param("rows", ROWS)
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .update();
        jdbc.sql("create index on intake_doubt (debtor_id)").update();
        jdbc.sql("analyze intake_doubt").update();
        jdbc.sql(SPARED).update();
        spare(request.today());
        jdbc.sql(REMARK).update();
        cleared.find(request);
    }

    private void spare(LocalDate today) {
        jdbc.sql(SPARE).param("today", today).param("remembered", REMEMBERED).update();
    }

    /** Places and ends blocks; the caller holds the debtors' locks. */
    void merge(Instant now, LocalDate today) {
        LocalDate until = today.plusDays(DAYS - 1);
        spare(today); // somebody may have freed him while the import waited for the lock
        jdbc.sql(STAY_FREE).param("until", until).update();
        jdbc.sql(LENGTHEN).param("today", today).param("until", until).update();
        cleared.forget();
        jdbc.sql(ADD)
                .param("now", Timestamp.from(now))
                .param("today", today)
                .param("until", until)
                .param("note", NOTE)
                .update();
        jdbc.sql(REMEMBER).param("today", today).update();
        jdbc.sql(TOO_MANY).param("rows", ROWS).update();
        cleared.end(today);
    }
}
