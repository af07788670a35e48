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
 * date. Of two that say the same the longer one counts. A minor whom somebody has freed stays free, and a birth date that is
 * put right moves the end.
 */
final class PersonMerge {

    private static final String COMPARE = """
            create temp table intake_person on commit drop as
            select distinct on (debtor_id, reason) debtor_id, reason, until_date, placed_by
            from (
                select s.debtor_id, s.block_reason as reason, s.blocked_until as until_date, cast(:by as text) as placed_by
                from intake_running s
                where s.blocks and s.of_person and holds_on(null, s.blocked_until, :today)
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

    private final JdbcClient jdbc;

    PersonMerge(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
