package dev.kulanz.intake;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.receivables.PersonBlock;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings in what the file says of persons: blocks that hold for all their cases, and those who are under age by their birth
 * date. It counts whatever the row is, an invoice, a credit note or nothing that is open, and also if it was refused, as long
 * as it is sure who is meant. Of two that say the same the longer one counts. Whom somebody has freed stays free as long as
 * rows that are known say no more, a minor for good; a birth date that is put right moves the end.
 */
final class PersonMerge {

    /** What rows say of it that was not known yet. What those of items said before is remembered with these. */
    private static final String SAID = """
            create temp table intake_said_of_person on commit drop as
            with sure as (
                select r.line, r.refusal is not null as refused, r.block_reason, r.blocked_until, r.birth_date, r.debtor_type,
                       d.id as debtor_id, d.external_id, d.type, d.birth_date as known_birth_date
                from intake_row r
                join debtor d on d.creditor_id = r.creditor_id and d.external_id = r.debtor_id
                left join intake_row o on o.line = r.other_line
                where num_nonnulls(r.block_reason, r.birth_date) > 0 and (
                    r.refusal is null
                    or r.refusal = any(:sure) and (r.refusal <> 'DUPLICATE' or o.debtor_id = r.debtor_id))
            )
            select r.line, r.refused, r.debtor_id, r.external_id, r.block_reason as reason, r.blocked_until as until_date
            from sure r
            left join intake_running s on s.line = r.line
            left join intake_credit c on c.line = r.line
            where (r.block_reason = any(:ofPerson) or r.block_reason = :byHand and r.blocked_until is null)
              and holds_on(null, r.blocked_until, :today)
              and case when s.line is not null then s.blocks else not exists (
                  select from person_block p
                  where p.debtor_id = r.debtor_id and p.reason = r.block_reason
                    and (p.until_date is null or p.until_date >= r.blocked_until)
                    and (holds_on(p.lifted_at, p.until_date, :today)
                         or p.lifted_at is not null and (c.line is null or c.known_id is not null))) end
            union all
            select r.line, true, r.debtor_id, r.external_id, 'MINOR', of_age_on(r.birth_date) - 1
            from sure r
            where r.refused and r.known_birth_date is null and 'CONSUMER' = all (array[r.type, coalesce(r.debtor_type, r.type)])
              and of_age_on(r.birth_date) > :today and not exists (
                  select from person_block p
                  where p.debtor_id = r.debtor_id and p.reason = 'MINOR'
                    and (p.lifted_at is not null or holds_on(p.lifted_at, p.until_date, :today)))""";

    private static final String REMARK =
            "insert into intake_remark select line, 'OF_PERSON', external_id, null from intake_said_of_person where refused";

    private static final String COMPARE = """
            create temp table intake_person on commit drop as
            select distinct on (debtor_id, reason) debtor_id, reason, until_date, placed_by
            from (
                select s.debtor_id, s.reason, s.until_date, cast(:by as text) as placed_by
                from intake_said_of_person s
                union all
                select d.id, 'MINOR', of_age_on(d.birth_date) - 1, 'system'
                from intake_debtor d
                where (d.known_id is null or cardinality(d.changed) > 0)
                  and d.type = 'CONSUMER' and of_age_on(d.birth_date) > :today
                  and not exists (select from person_block p
                                  where p.debtor_id = d.known_id and p.reason = 'MINOR' and p.lifted_at is not null)
            ) said
            order by debtor_id, reason, until_date desc nulls first""";

    /** The end follows the birth date; who turns out to be of age, or a business, is one from today on. */
    private static final String PUT_RIGHT = """
            with put_right as (
            update person_block p
            set until_date = case when d.type = 'CONSUMER' and of_age_on(d.birth_date) > :today
                                  then of_age_on(d.birth_date) - 1 else cast(:today as date) - 1 end
            from intake_debtor d
            where p.debtor_id = d.known_id and d.changed && array['birthDate', 'type']
              and p.reason = 'MINOR' and p.source = 'IMPORT' and p.until_date is not null
              and holds_on(p.lifted_at, p.until_date, :today)
              and (d.type <> 'CONSUMER' or p.until_date is distinct from of_age_on(d.birth_date) - 1)
            returning p.id, p.until_date)
            insert into intake_person_block select id, until_date < :today from put_right""";

    private static final String LENGTHEN = """
            with longer as (
            update person_block p set until_date = s.until_date
            from intake_person s
            where p.debtor_id = s.debtor_id and p.reason = s.reason and holds_on(p.lifted_at, p.until_date, :today)
              and p.until_date is not null and (s.until_date is null or s.until_date > p.until_date)
            returning p.id)
            insert into intake_person_block select id, false from longer""";

    private static final String ADD = """
            with added as (
            insert into person_block (id, debtor_id, reason, from_at, until_date, source, placed_by)
            select new_id(), s.debtor_id, s.reason, :now, s.until_date, 'IMPORT', s.placed_by
            from intake_person s
            where not exists (select from person_block p
                              where p.debtor_id = s.debtor_id and p.reason = s.reason
                                and holds_on(p.lifted_at, p.until_date, :today))
            order by s.debtor_id
            returning id)
            insert into intake_person_block select id, false from added""";

    /** The reasons that always hold for the person. */
    static final String[] OF_PERSON = Arrays.stream(BlockReason.values())
            .filter(reason -> reason.ofPerson(LocalDate.MAX).isPresent())
            .map(Enum::name)
            .toArray(String[]::new);

    /** The one that does so only without an end. */
    static final String BY_HAND = PersonBlock.Reason.MANUAL.name();

    private static final String[] SURE = Arrays.stream(Refused.values())
            .filter(Refused::isSureOfPerson)
            .map(Enum::name)
            .toArray(String[]::new);

    private final JdbcClient jdbc;

    PersonMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After credit notes and running cases are compared. */
    void compare(LocalDate today) {
        jdbc.sql(SAID)
                .param("sure", SURE)
                .param("ofPerson", OF_PERSON)
                .param("byHand", BY_HAND)
                .param("today", today)
                .update();
        jdbc.sql(REMARK).update();
    }

    /**
     * After debtors and running cases; the caller holds the debtors' locks.
     *
     * @param by who imports
     */
    void merge(Instant now, LocalDate today, String by) {
        jdbc.sql("create temp table intake_person_block (id uuid not null, ended boolean not null) on commit drop")
                .update();
        jdbc.sql(PUT_RIGHT).param("today", today).update();
        jdbc.sql(COMPARE).param("today", today).param("by", by).update();
        jdbc.sql(LENGTHEN).param("today", today).update();
        jdbc.sql(ADD).param("today", today).param("now", Timestamp.from(now)).update();
    }

    /** The blocks that were placed, or end at another day. */
    List<UUID> placed() {
        return blocks(false);
    }

    /** The blocks that ended, as they were not true. */
    List<UUID> ended() {
        return blocks(true);
    }

    private List<UUID> blocks(boolean ended) {
        return jdbc.sql("select distinct id from intake_person_block where ended = :ended")
                .param("ended", ended)
                .query(UUID.class)
                .list();
    }
}
