package dev.kulanz.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the debtors of the good rows in. Of several rows of one debtor the one that says most counts, the last of
 * these. A field that says nothing leaves what is known. An address counts as a whole once a part of it is another than is
 * known; its state stays with the place. The country is the one that the row names, else another row of the debtor; else the one
 * in which he is known to live, unless the new postcode has more digits than any there and as many as the creditor's country
 * has; of a new debtor that of the creditor.
 */
final class DebtorMerge {

    /** One line for each debtor of the file, as it shall be; {@code known_id} is null for a new one. */
    private static final String COMPARE = """
            create temp table intake_debtor on commit drop as
            select s.*, d.id as known_id, coalesce(d.id, new_id()) as id, array_remove(array[
                       case when d.type <> s.type then 'type' end,
                       case when d.name <> s.name then 'name' end,
                       case when d.salutation is distinct from s.salutation then 'salutation' end,
                       case when d.contact_name is distinct from s.contact_name then 'contactName' end,
                       case when d.language <> s.language then 'language' end,
                       case when (d.street, d.postcode, d.city, d.country, d.state)
                                 is distinct from (s.street, s.postcode, s.city, s.country, s.state) then 'address' end,
                       case when d.birth_date is distinct from s.birth_date then 'birthDate' end,
                       case when d.customer_since is distinct from s.customer_since then 'customerSince' end,
                       case when d.whatsapp_consent is distinct from s.whatsapp_consent then 'whatsappConsent' end
                   ], null) as changed
            from (
                select r.line, r.creditor_id, r.debtor_id as external_id, r.name,
                       coalesce(r.debtor_type, k.type, 'CONSUMER') as type,
                       coalesce(r.salutation, k.salutation) as salutation,
                       coalesce(r.contact_name, k.contact_name) as contact_name,
                       coalesce(r.language, k.language, c.default_language) as language,
                       case when moves then r.street else coalesce(r.street, k.street) end as street,
                       case when moves then p.postcode else coalesce(p.postcode, k.postcode) end as postcode,
                       case when moves then r.city else coalesce(r.city, k.city) end as city,
                       l.country,
                       coalesce(r.state, case when l.country = k.country and (not moves or same_place) then k.state end)
                           as state,
                       coalesce(r.birth_date, k.birth_date) as birth_date,
                       coalesce(r.customer_since, k.customer_since) as customer_since,
                       coalesce(r.whatsapp_consent, k.whatsapp_consent) as whatsapp_consent
                from (
                    select distinct on (creditor_id, debtor_id) *
                    from intake_row where refusal is null
                    order by creditor_id, debtor_id,
                             num_nonnulls(debtor_type, salutation, contact_name, language, street, postcode, city,
                                          country, state, birth_date, customer_since, whatsapp_consent) desc,
                             line desc
                ) r
                join creditor c on c.id = r.creditor_id
                left join debtor k on k.creditor_id = r.creditor_id and k.external_id = r.debtor_id
                left join (
                    select creditor_id, debtor_id, min(country) as country from intake_row
                    where refusal is null and country is not null
                    group by creditor_id, debtor_id having min(country) = max(country)
                ) beside on beside.creditor_id = r.creditor_id and beside.debtor_id = r.debtor_id
                cross join lateral (select
                    case when r.country is null and k.country = 'DE' and k.postcode = '0' || r.postcode then k.postcode
                         else r.postcode end as postcode) p
                cross join lateral (select
                    coalesce(r.street <> k.street, false) or coalesce(p.postcode <> k.postcode, false)
                        or coalesce(r.city <> k.city, false) as moves,
                    coalesce(p.postcode = k.postcode, false)
                        or coalesce(r.city = k.city and left(p.postcode, 2) is not distinct from left(k.postcode, 2), false)
                        as same_place) a
                cross join lateral (select
                    coalesce(r.country, beside.country,
                             case when cast(:digits as jsonb) ->> k.country < cast(:digits as jsonb) ->> c.country
                                       and p.postcode ~ '^[0-9]+$'
                                       and length(p.postcode) = cast(cast(:digits as jsonb) ->> c.country as int)
                                  then c.country end,
                             k.country, c.country) as country) l
            ) s
            left join debtor d on d.creditor_id = s.creditor_id and d.external_id = s.external_id""";

    private static final String ADD = """
            insert into debtor (id, creditor_id, external_id, type, name, salutation, contact_name, language, street,
                                postcode, city, country, state, birth_date, customer_since, whatsapp_consent,
                                created_at, updated_at)
            select id, creditor_id, external_id, type, name, salutation, contact_name, language, street,
                   postcode, city, country, state, birth_date, customer_since, whatsapp_consent, :now, :now
            from intake_debtor where known_id is null order by line""";

    private static final String CHANGE = """
            update debtor d
            set type = s.type, name = s.name, salutation = s.salutation, contact_name = s.contact_name,
                language = s.language, street = s.street, postcode = s.postcode, city = s.city, country = s.country,
                state = s.state, birth_date = s.birth_date, customer_since = s.customer_since,
                whatsapp_consent = s.whatsapp_consent, updated_at = :now
            from intake_debtor s where d.id = s.known_id and cardinality(s.changed) > 0""";

    private static final String ADD_ACCOUNTS = """
            insert into account (id, debtor_id, currency)
            select new_id(), d.id, r.currency
            from (select distinct creditor_id, debtor_id, currency from intake_row where refusal is null) r
            join intake_debtor d on d.creditor_id = r.creditor_id and d.external_id = r.debtor_id
            where not exists (select from account a where a.debtor_id = d.id and a.currency = r.currency)""";

    /** By country, as an object. */
    private static final String DIGITS = Postcodes.DIGITS.entrySet().stream()
            .map(one -> "\"%s\":%d".formatted(one.getKey(), one.getValue()))
            .collect(Collectors.joining(",", "{", "}"));

    private final JdbcClient jdbc;

    DebtorMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the new ones, each with an account in the currencies of its items. */
    void add(Instant now) {
        jdbc.sql(COMPARE).param("digits", DIGITS).update();
        jdbc.sql("analyze intake_debtor").update();
        jdbc.sql(ADD).param("now", Timestamp.from(now)).update();
        jdbc.sql(ADD_ACCOUNTS).update();
    }

    /** Changes the known ones; the caller holds their locks. */
    void change(Instant now) {
        jdbc.sql(CHANGE).param("now", Timestamp.from(now)).update();
    }
}
