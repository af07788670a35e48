package dev.kulanz.intake;

import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds whom refused rows may be to the credit of ({@link Refused#favours()}), as {@code intake_favour}: a line and a debtor,
 * with the currency that it concerns, if that is sure. A row that leaves less of an invoice than is open favours only who owes
 * it ({@link LessThanKept}); of any other nobody can tell what it would have taken off, or of what.
 */
final class InFavour {

    /** What is named by a refused row r: of two ids of which one lost its zeros the longer one. */
    static final String NUMBER = "case r.refusal when 'INVOICE_ZEROS' then r.other_id else r.invoice_id end";

    /** Of a refused row r, where it is sure. */
    static final String CURRENCY =
            "case when r.refusal not in ('OTHER_CURRENCY', 'CREDITS_OTHER_CURRENCY') then r.currency end";

    /** A number that more debtors share within a file is none: another column was taken for it. */
    private static final int MOST_OWNERS = 10;

    private static final String PREPARE = """
            create temp table intake_favour (line bigint not null, creditor_id text not null, debtor_id text not null, currency text)
            on commit drop""";

    private static final String FIND = """
            insert into intake_favour
            with doubtful as materialized (
                select r.line, r.creditor_id, case when r.refusal = any(:zeros) then r.other_id else r.debtor_id end as debtor_id,
                       r.refusal = any(:owner) as asks_owner, r.credit, %1$s as number, r.credits_invoice, %2$s as currency
                from intake_row r
                where r.refusal is not null and r.may_be_credit and r.creditor_id is not null
            ), named as (
                select f.*, n.id, n.is_number from doubtful f
                cross join lateral (values (f.number, true), (f.credits_invoice, false)) as n (id, is_number)
                where f.asks_owner and n.id is not null
            )
            select line, creditor_id, debtor_id, currency from doubtful where debtor_id is not null
            union
            select n.line, n.creditor_id, d.external_id, null
            from named n
            join open_item i on i.creditor_id = n.creditor_id and i.invoice_id = n.id
            join account a on a.id = i.account_id join debtor d on d.id = a.debtor_id
            where d.external_id is distinct from n.debtor_id
            union
            select n.line, n.creditor_id, d.external_id, null
            from named n
            join credit_note c on c.creditor_id = n.creditor_id and c.number = n.id
            join account a on a.id = c.account_id join debtor d on d.id = a.debtor_id
            where n.is_number and n.credit is distinct from false and d.external_id is distinct from n.debtor_id
            union
            select n.line, n.creditor_id, o.debtor_id, null
            from named n
            join (select *, count(*) over (partition by creditor_id, invoice_id) as owners
                  from (select distinct creditor_id, invoice_id, debtor_id from intake_row
                        where refusal is null and amount > 0) o) o
              on o.creditor_id = n.creditor_id and o.invoice_id = n.id
            where o.owners <= :owners and o.debtor_id is distinct from n.debtor_id""".formatted(NUMBER, CURRENCY);

    /** Beside the same row that was taken a second one says nothing to whom it was taken for; one of more credit does. */
    private static final String NOT_BESIDE_THE_SAME = """
            delete from intake_favour f using intake_row r, intake_row o
            where r.line = f.line and r.refusal = 'DUPLICATE' and o.line = r.other_line and o.refusal is null
              and o.debtor_id = f.debtor_id and (r.amount >= 0 or r.amount >= o.amount and r.currency = o.currency)""";

    private final JdbcClient jdbc;

    InFavour(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void find(AmountMeaning amounts) {
        jdbc.sql(PREPARE).update();
        int found = jdbc.sql(FIND)
                .param("zeros", reasons(Favoured.WITH_ZEROS))
                .param("owner", reasons(Favoured.OWNER))
                .param("owners", MOST_OWNERS)
                .update();
        if (found > 0) {
            jdbc.sql(NOT_BESIDE_THE_SAME).update();
        }
        jdbc.sql("create index on intake_favour (line)").update();
        jdbc.sql("analyze intake_favour").update();
        new LessThanKept(jdbc).find(amounts);
    }

    static String[] reasons(Favoured favoured) {
        return Arrays.stream(Refused.values())
                .filter(reason -> reason.favours().contains(favoured))
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
