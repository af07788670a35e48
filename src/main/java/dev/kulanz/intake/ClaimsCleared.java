package dev.kulanz.intake;

import dev.kulanz.access.CreditorScope;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the claims in doubt that a file clears: it has the very row that was missing, or is the complete list. A number that
 * was new belongs to whom it was taken for, whoever had been named; one that was known to be another's says nothing.
 *
 * <p>A credit note is the one of this number, a claim the part of the invoice to which the creditor gave this number, else the
 * one of this day, as it was kept until now: the row that moves it clears it. Where the day can't be told only all parts together
 * that are open do, and so do those of the same day where they have no number.
 */
final class ClaimsCleared {

    /** Rows r that were taken under the number of a claim c, for its debtor d or for somebody new; zero is said of what is kept. */
    private static final String TAKEN = """
            from intake_row r
            left join intake_instalment m on m.line = r.line
            where r.creditor_id = d.creditor_id and r.invoice_id = c.number and r.refusal is null""";

    private static final String OF_CREDIT = TAKEN + """

            and (r.amount < 0 or r.amount = 0 and not exists (
                  select from open_item i where i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id))
             and (r.debtor_id = d.external_id or not exists (
                  select from credit_note n where n.creditor_id = r.creditor_id and n.number = r.invoice_id))""";

    private static final String OF_CLAIM = TAKEN + """

            and (r.amount > 0 or r.amount = 0 and exists (
                  select from open_item i where i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id))
             and (r.debtor_id = d.external_id or not exists (
                  select from open_item i where i.creditor_id = r.creditor_id and i.invoice_id = r.invoice_id))""";

    /** The parts that are kept of which the claim is one, and how many of them the file has. */
    private static final String PARTS = """
            select count(*) as kept, count(*) filter (where taken) as taken
            from (
                select k.taken, k.place, min(k.place) over () as nearest
                from (
                    select exists (select %s and coalesce(m.instalment, 1) = i.instalment) as taken,
                           case when i.given_instalment = c.instalment then 1
                                when i.due_date = c.due_date and (i.given_instalment is null or c.instalment is null) then 2
                                when num_nonnulls(c.instalment, c.due_date) = 0 and b.open_amount > 0 then 3 end as place
                    from open_item i join item_balance b on b.id = i.id
                    where i.creditor_id = d.creditor_id and i.invoice_id = c.number) k) p
            where place = nearest""".formatted(OF_CLAIM);

    private static final String IS_TAKEN = """
            case when c.by_number then exists (select %1$s) or exists (select %2$s)
                 else c.credit is distinct from false and exists (select %1$s)
                      or c.credit is distinct from true and (
                          exists (select %2$s and r.instalment = c.instalment)
                          or parts.kept > 0 and parts.kept = parts.taken
                          or parts.kept = 0 and exists (select %2$s and (
                                 r.due_date = c.due_date and (r.instalment is null or c.instalment is null)
                                 or num_nonnulls(c.instalment, c.due_date) = 0))) end""".formatted(OF_CREDIT, OF_CLAIM);

    /** The complete list clears what it does not name, unless somebody of whom it can't be told may be meant, or he is in doubt. */
    private static final String FIND = """
            create temp table intake_cleared_doubt on commit drop as
            select c.id, p.id as block_id, p.debtor_id
            from person_block p
            join debtor d on d.id = p.debtor_id
            join claim_in_doubt c on c.block_id = p.id
            left join lateral (%1$s) parts on not :complete
            where p.reason = 'UNCLEAR_PAYMENT' and holds_on(p.lifted_at, p.until_date, :today)
              and d.creditor_id in (select creditor_id from intake_row)
              and (:all or d.creditor_id = any(:creditors))
              and not exists (select from intake_doubt s where s.debtor_id = d.id and (:complete or %2$s))
              and case when :complete then not exists (
                      select from intake_row r
                      where r.creditor_id = d.creditor_id and r.refusal is not null and r.may_be_credit
                        and r.debtor_id is distinct from d.external_id and r.invoice_id = c.number)
                    and (c.number is not null or d.creditor_id not in (
                      select r.creditor_id from intake_row r
                      where r.refusal is not null and r.may_be_credit and r.debtor_id is null and r.creditor_id is not null))
                  else %3$s end""".formatted(PARTS, ClaimsInDoubt.SAME, IS_TAKEN);

    private static final String FORGET = """
            delete from claim_in_doubt c using intake_cleared_doubt s where c.id = s.id""";

    private static final String END = """
            with over as (
            update person_block p set until_date = cast(:today as date) - 1
            where p.id in (select block_id from intake_cleared_doubt) and holds_on(p.lifted_at, p.until_date, :today)
              and not exists (select from claim_in_doubt c where c.block_id = p.id)
            returning p.id)
            insert into intake_person_block select id, true from over""";

    private final JdbcClient jdbc;

    ClaimsCleared(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Once it is known what the file leaves in doubt. */
    void find(ImportRequest request) {
        CreditorScope scope = request.scope();
        jdbc.sql(FIND)
                .param("today", request.today())
                .param("complete", request.options().mode() == ImportOptions.Mode.SNAPSHOT)
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .update();
    }

    void forget() {
        jdbc.sql(FORGET).update();
    }

    /** Pauses of which nothing is left are over. */
    void end(LocalDate today) {
        jdbc.sql(END).param("today", today).update();
    }
}
