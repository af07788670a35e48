package dev.kulanz.departures;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The data folders from which messages are sent. */
@Component
class HomeTable {

    private final JdbcClient jdbc;

    HomeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which database this is; copies of it say the same. */
    UUID database() {
        return jdbc.sql("select database_identity()").query(UUID.class).single();
    }

    List<Home> all() {
        return jdbc.sql("select id, last_seen, beats, closed from sending_home")
                .query(Home.class)
                .list();
    }

    /** A sign of life. */
    void beat(UUID home) {
        jdbc.sql("""
                        insert into sending_home (id, first_seen, last_seen) values (:id, :now, :now)
                        on conflict (id) do update set last_seen = excluded.last_seen, beats = sending_home.beats + 1, closed = false""")
                .param("id", home)
                .param("now", Timestamp.from(Clock.systemUTC().instant()))
                .update();
    }

    /** It ends in peace. */
    void close(UUID home) {
        jdbc.sql("update sending_home set closed = true where id = :id")
                .param("id", home)
                .update();
    }
}
