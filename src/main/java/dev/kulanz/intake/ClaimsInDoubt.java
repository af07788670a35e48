package dev.kulanz.intake;

import dev.kulanz.access.CreditorScope;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pauses debtors of whom a row was refused that may be to their credit: what is owed already may be less, too. The pause
 * ends by itself; before that with a file in which nothing of the debtor is in doubt and that has the rows which were missing,
 * or that is the complete list. Whom somebody has freed stays free as long as it is about the same rows.
 */
final class ClaimsInDoubt {

    /** How long, with the day of the import: enough to correct a file, too little to be forgotten. */
    private static final int DAYS = 7;

    /** More rows than this are not remembered by number: then a complete list ends it, or its time. */
    private static final int NUMBERS = 100;

    private static final String NOTE = "A row that may be to the debtor's credit was not taken by an import / "
            + "Eine Zeile, die ein Guthaben sein kann, hat ein Import nicht übernommen";

    private static final String FIND = """
            create temp table intake_doubt on commit drop as
            select d.id as debtor_id, d.creditor_id, d.external_id, min(r.line) as line,
                   case when count(distinct r.number) > :numbers then array['']
                        else array_agg(distinct coalesce(r.number, '')) end as about
            from (select *, case refusal when 'INVOICE_ZEROS' then other_id else invoice_id end as number
                  from intake_row) r
            join debtor d on d.creditor_id = r.creditor_id
                         and d.external_id = case r.refusal when 'DEBTOR_ZEROS' then r.other_id else r.debtor_id end
            where r.refusal is not null and r.may_be_credit and (:all or r.creditor_id = any(:creditors))
              and exists (select from account a join open_item i on i.account_id = a.id join item_balance b on b.id = i.id
                          where a.debtor_id = d.id and b.open_amount > 0)
            group by d.id, d.creditor_id, d.external_id""";

    /** As long as these rows come again and again. */
    private static final String SPARE_THE_FREED = """
            with freed as (
                update person_block p set until_date = :until from intake_doubt s
                where p.debtor_id = s.debtor_id and p.reason = 'UNCLEAR_PAYMENT' and p.lifted_at is not null
                  and p.until_date >= :today and p.about @> s.about
                returning p.debtor_id)
            delete from intake_doubt s using freed f where f.debtor_id = s.debtor_id""";

    private static final String REMARK =
            "insert into intake_remark select line, 'PAUSED', external_id, null from intake_doubt";

    private static final String LENGTHEN = """
            with longer as (
            update person_block p
            set until_date = :until,
                about = case when cardinality(p.about || s.about) > :numbers then array['']
                             else array(select number from unnest(p.about) as number
                                        where not exists (select from intake_row r
                                                          where r.debtor_id = s.external_id and r.invoice_id = number
                                                            and r.creditor_id = s.creditor_id and r.refusal is null)
                                        union select unnest(s.about)) end
            from intake_doubt s
            where p.debtor_id = s.debtor_id and p.reason = 'UNCLEAR_PAYMENT' and holds_on(p.lifted_at, p.until_date, :today)
              and (p.until_date < :until or not p.about @> s.about)
            returning p.id)
            insert into intake_person_block select id, false from longer""";

    private static final String ADD = """
            with added as (
            insert into person_block (id, debtor_id, reason, from_at, until_date, source, note, placed_by, about)
            select new_id(), s.debtor_id, 'UNCLEAR_PAYMENT', :now, :until, 'IMPORT', :note, 'system', s.about
            from intake_doubt s
            where not exists (select from person_block p
                              where p.debtor_id = s.debtor_id and p.reason = 'UNCLEAR_PAYMENT'
                                and holds_on(p.lifted_at, p.until_date, :today))
            order by s.debtor_id
            returning id)
            insert into intake_person_block select id, false from added""";

    /** Blocks whose doubt this file takes away, and the rows that it leaves in doubt of each: none, and it is over. */
    private static final String CLEAR = """
            create temp table intake_cleared_doubt on commit drop as
            select * from (
                select p.id, p.debtor_id, cardinality(p.about) as missed,
                       array(select number from unnest(p.about) as number
                             where not :complete and not exists (
                                 select from intake_row r
                                 where r.creditor_id = d.creditor_id and r.debtor_id = d.external_id
                                   and r.invoice_id = number and r.refusal is null)) as remaining
                from person_block p join debtor d on d.id = p.debtor_id
                where p.reason = 'UNCLEAR_PAYMENT' and holds_on(p.lifted_at, p.until_date, :today)
                  and d.creditor_id in (select creditor_id from intake_row)
                  and (:all or d.creditor_id = any(:creditors))
                  and not exists (select from intake_doubt s where s.debtor_id = d.id)) held
            where cardinality(remaining) < missed""";

    private static final String LESS = """
            update person_block p set about = c.remaining
            from intake_cleared_doubt c where c.id = p.id and cardinality(c.remaining) > 0""";

    private static final String END = """
            with over as (
            update person_block p set until_date = cast(:today as date) - 1
            from intake_cleared_doubt c
            where c.id = p.id and cardinality(c.remaining) = 0 and holds_on(p.lifted_at, p.until_date, :today)
            returning p.id)
            insert into intake_person_block select id, true from over""";

    private final JdbcClient jdbc;

    ClaimsInDoubt(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds whom it concerns, for better or worse, before anything is locked. */
    void find(ImportRequest request) {
        boolean complete = request.options().mode() == ImportOptions.Mode.SNAPSHOT;
        CreditorScope scope = request.scope();
        jdbc.sql(FIND)
                .param("numbers", NUMBERS)
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .update();
        jdbc.sql(CLEAR)
                .param("today", request.today())
                .param("complete", complete)
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .update();
        jdbc.sql(SPARE_THE_FREED)
                .param("today", request.today())
                .param("until", until(request.today()))
                .update();
        jdbc.sql(REMARK).update();
    }

    /** Places and ends blocks; the caller holds the debtors' locks. */
    void merge(Instant now, LocalDate today) {
        LocalDate until = until(today);
        jdbc.sql(LENGTHEN)
                .param("today", today)
                .param("until", until)
                .param("numbers", NUMBERS)
                .update();
        jdbc.sql(ADD)
                .param("now", Timestamp.from(now))
                .param("today", today)
                .param("until", until)
                .param("note", NOTE)
                .update();
        jdbc.sql(LESS).update();
        jdbc.sql(END).param("today", today).update();
    }

    private static LocalDate until(LocalDate today) {
        return today.plusDays(DAYS - 1);
    }
}
