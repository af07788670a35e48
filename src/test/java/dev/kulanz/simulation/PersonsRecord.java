package dev.kulanz.simulation;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The simulation's own record of what was said of persons, so that rules need not believe the house. */
final class PersonsRecord {

    private static final Set<BlockReason> OF_PERSONS = EnumSet.of(
            BlockReason.DECEASED,
            BlockReason.INSOLVENCY,
            BlockReason.REPRESENTED,
            BlockReason.HARDSHIP,
            BlockReason.MINOR);

    /** Joins what held for the debtor "p" at the moment "m", in SQL: rows of "s". */
    static final String HELD = """
            join simulated_person s on s.creditor_id = p.creditor_id and s.debtor = p.external_id and s.since <= m.moment
                and (s.ended_at is null or s.ended_at > m.moment)
                and (s.until_date is null or s.until_date >= (m.moment at time zone :zone)::date)
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final String creditorId;

    PersonsRecord(JdbcClient jdbc, BusinessClock clock, String creditorId) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.creditorId = creditorId;
        jdbc.sql("""
                        create table if not exists simulated_person (
                            id bigint generated always as identity, creditor_id text, debtor text, reason text,
                            since timestamptz, until_date date, ended_at timestamptz)""").update();
        jdbc.sql("create index if not exists simulated_person_by_debtor on simulated_person (creditor_id, debtor)")
                .update();
    }

    /** The creditor's file names him: his birth date says whether he is a minor, until somebody says that he is not. */
    void named(Inhabitant debtor) {
        String born = debtor.columns().getOrDefault("birth_date", "");
        if (!born.isEmpty()) {
            LocalDate ofAge = LocalDate.parse(born).plusYears(18);
            if (ofAge.isAfter(clock.today()) && !isKnown(debtor, BlockReason.MINOR)) {
                insert(debtor, BlockReason.MINOR, ofAge.minusDays(1));
            }
        }
    }

    void blocked(Inhabitant debtor, BlockReason reason, @Nullable LocalDate until) {
        if (OF_PERSONS.contains(reason) || (reason == BlockReason.MANUAL && until == null)) {
            insert(debtor, reason, until);
        }
    }

    /** It was lifted in one of his cases. */
    void lifted(Inhabitant debtor, BlockReason reason) {
        jdbc.sql("""
                        update simulated_person set ended_at = :now
                        where creditor_id = :creditor and debtor = :debtor and reason = :reason and ended_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("creditor", creditorId)
                .param("debtor", debtor.id())
                .param("reason", reason.name())
                .update();
    }

    private boolean isKnown(Inhabitant debtor, BlockReason reason) {
        return jdbc.sql("""
                        select exists (select from simulated_person
                                       where creditor_id = :creditor and debtor = :debtor and reason = :reason)""")
                .param("creditor", creditorId)
                .param("debtor", debtor.id())
                .param("reason", reason.name())
                .query(Boolean.class)
                .single();
    }

    private void insert(Inhabitant debtor, BlockReason reason, @Nullable LocalDate until) {
        jdbc.sql("""
                        insert into simulated_person (creditor_id, debtor, reason, since, until_date)
                        values (:creditor, :debtor, :reason, :now, :until)""")
                .param("creditor", creditorId)
                .param("debtor", debtor.id())
                .param("reason", reason.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("until", until)
                .update();
    }
}
