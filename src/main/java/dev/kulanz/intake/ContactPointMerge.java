package dev.kulanz.intake;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings contact points in. What the file prefers becomes the newest of its kind among those from imports; one that a
 * person entered here stays in front, and one that failed or was withdrawn stays so. A number that is to be left in peace
 * comes in as a failed one.
 */
final class ContactPointMerge {

    /**
     * The points to write; a person in the debtor's office is preferred over a general address. In capitals an address is the
     * same one.
     */
    private static final String COMPARE = """
            create temp table intake_point on commit drop as
            with told as (
                select d.id as debtor_id, p.kind, max(p.value) as value, max(p.rank) as rank, max(r.line) as line
                from intake_row r
                join intake_debtor d on d.creditor_id = r.creditor_id and d.external_id = r.debtor_id
                cross join lateral (values ('EMAIL', r.email, 1), ('EMAIL', r.contact_email, 2),
                                           ('PHONE', r.phone, 1), ('MOBILE', r.mobile, 1)) as p(kind, value, rank)
                where r.refusal is null and p.value is not null
                group by d.id, p.kind, lower(p.value)
            ), ranked as (
                select *, row_number() over (partition by debtor_id, kind order by rank desc, line desc) as place
                from told
            )
            select r.*, k.id as known_id, n.updated_at as newest
            from ranked r
            left join lateral (select max(updated_at) as updated_at from contact_point
                               where debtor_id = r.debtor_id and kind = r.kind and source = 'IMPORT') n on true
            left join contact_point k on k.debtor_id = r.debtor_id and k.kind = r.kind and lower(k.value) = lower(r.value)
            where k.id is null
               or (r.place = 1 and k.status = 'USABLE' and k.source = 'IMPORT' and exists (
                      select from contact_point n
                      where n.debtor_id = k.debtor_id and n.kind = k.kind and n.source = 'IMPORT'
                        and (n.updated_at, n.id) > (k.updated_at, k.id)))""";

    /** The preferred one becomes the newest, even while business time stands still. */
    private static final String ADD = """
            insert into contact_point (id, debtor_id, kind, value, source, status, created_at, updated_at)
            select new_id(), debtor_id, kind, value, 'IMPORT',
                   case when kind <> 'EMAIL' and exists (select from number_in_peace q where q.number = intake_point.value)
                        then 'FAILED' else 'USABLE' end,
                   :now,
                   case when place = 1 then greatest(cast(:now as timestamptz), newest + interval '1 microsecond')
                        else cast(:now as timestamptz) - place * interval '1 microsecond' end
            from intake_point where known_id is null order by line
            on conflict (debtor_id, kind, value) do nothing""";

    private static final String RENEW = """
            update contact_point k set updated_at = greatest(:now, p.newest + interval '1 microsecond')
            from intake_point p where k.id = p.known_id""";

    private final JdbcClient jdbc;

    ContactPointMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void merge(Instant now) {
        jdbc.sql(COMPARE).update();
        jdbc.sql(ADD).param("now", Timestamp.from(now)).update();
        jdbc.sql(RENEW).param("now", Timestamp.from(now)).update();
    }
}
