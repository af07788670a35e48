package dev.kulanz.contact;

import dev.kulanz.watch.Reading;
import dev.kulanz.watch.Sign;
import dev.kulanz.watch.Watch;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Creditors for whom something would be sent, if they said all that messages need. */
@Component
class IncompleteWatch implements Watch {

    /** So many are told by their id. */
    private static final int NAMED = 50;

    private static final String INCOMPLETE = """
            select i.creditor_id as id, array_to_string(i.missing, ', ') as missing, count(*) over () as total
            from incomplete_creditor i
            where exists (select from dunning_case k where k.creditor_id = i.creditor_id and k.status = 'OPEN')
               or exists (select from contact c where c.creditor_id = i.creditor_id and c.status = 'PLANNED')
            order by i.creditor_id limit :named""";

    private final JdbcClient jdbc;

    IncompleteWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Incomplete(String id, String missing, long total) {}

    @Override
    public Sign sign() {
        return Sign.warning("creditor-incomplete").every(Duration.ofMinutes(1));
    }

    @Override
    public Reading look() {
        List<Incomplete> all = jdbc.sql(INCOMPLETE)
                .param("named", NAMED)
                .query(Incomplete.class)
                .list();
        Reading reading = Reading.of(
                "kulanz.creditors.incomplete",
                "Creditors with open cases or messages for whom nothing is sent, for they are incomplete",
                all.isEmpty() ? 0 : all.get(0).total());
        for (Incomplete one : all) {
            reading = reading.wrongIf(true, one.id(), one.missing());
        }
        return reading;
    }
}
