package dev.kulanz.departures;

import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What left, and the database did not know of; and what number the next departure has. */
@Component
class DepartedTable {

    private static final int SET = 1_000;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DepartedTable(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long next() {
        return jdbc.sql("select nextval('departure_number')").query(Long.class).single();
    }

    /** The highest number of a departure that the database knows. */
    long last() {
        return jdbc.sql("select last_departure()").query(Long.class).single();
    }

    /** The last decision to contact somebody. */
    long lastDecision() {
        return jdbc.sql("select last_decision()").query(Long.class).single();
    }

    /** Those of these that the database does not know, be it as found. */
    List<Departure> unknown(List<Departure> all) {
        Set<Long> unknown = new HashSet<>();
        for (int from = 0; from < all.size(); from += SET) {
            List<Departure> some = all.subList(from, Math.min(all.size(), from + SET));
            unknown.addAll(jdbc.sql("""
                            select n.number from unnest(:numbers, :things) as n (number, thing)
                            where not knows_departure(n.thing, n.number)
                              and not exists (select from departed d where d.thing = n.thing)""")
                    .param("numbers", some.stream().map(Departure::number).toArray(Long[]::new))
                    .param("things", some.stream().map(Departure::thing).toArray(UUID[]::new))
                    .query(Long.class)
                    .list());
        }
        return all.stream().filter(one -> unknown.contains(one.number())).toList();
    }

    /** Those of these that were not found before. */
    List<Found> news(List<Found> all) {
        List<Found> news = new ArrayList<>();
        for (int from = 0; from < all.size(); from += SET) {
            List<Found> some = all.subList(from, Math.min(all.size(), from + SET));
            Set<UUID> known = of(some.stream().map(Found::thing).toList()).keySet();
            some.stream().filter(one -> !known.contains(one.thing())).forEach(news::add);
        }
        return news;
    }

    /** Keeps what was found: the better proof counts, and what the data folder says of it besides. */
    void keep(List<Found> all) {
        for (int from = 0; from < all.size(); from += SET) {
            List<Found> some = all.subList(from, Math.min(all.size(), from + SET));
            jdbc.sql("""
                            insert into departed (thing, channel, left_at, pay_by, proof, found_at)
                            select n.thing, (array_agg(n.channel order by n.pay_by is null))[1],
                                   (array_agg(n.left_at::timestamptz order by n.pay_by is null, n.proof = 'BEGUN'))[1],
                                   max(n.pay_by::date), (array_agg(n.proof order by n.proof = 'BEGUN', n.pay_by is null))[1], :now
                            from unnest(:things, :channels, :moments, :days, :proofs) as n (thing, channel, left_at, pay_by, proof)
                            group by n.thing
                            on conflict (thing) do update set proof = excluded.proof,
                                pay_by = coalesce(departed.pay_by, excluded.pay_by)
                            where departed.proof = 'BEGUN' and excluded.proof <> 'BEGUN'""")
                    .param("things", some.stream().map(Found::thing).toArray(UUID[]::new))
                    .param("channels", some.stream().map(Found::channel).toArray(String[]::new))
                    .param(
                            "moments",
                            some.stream().map(one -> one.leftAt().toString()).toArray(String[]::new))
                    .param(
                            "days",
                            some.stream()
                                    .map(one -> Objects.toString(one.payBy(), null))
                                    .toArray(String[]::new))
                    .param(
                            "proofs",
                            some.stream().map(one -> one.proof().name()).toArray(String[]::new))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
    }

    /** New departures have higher numbers than this one. */
    void goOnAfter(long number) {
        jdbc.sql("select setval('departure_number', greatest(:number, (select last_value from departure_number)))")
                .param("number", number)
                .query(Long.class)
                .single();
    }

    boolean isAny() {
        return jdbc.sql("select exists (select from departed)")
                .query(Boolean.class)
                .single();
    }

    Map<UUID, Found> of(Collection<UUID> things) {
        Map<UUID, Found> found = new HashMap<>();
        jdbc.sql("select thing, channel, left_at, pay_by, proof from departed where thing = any(:things)")
                .param("things", things.toArray(UUID[]::new))
                .query(Found.class)
                .list()
                .forEach(one -> found.put(one.thing(), one));
        return found;
    }
}
