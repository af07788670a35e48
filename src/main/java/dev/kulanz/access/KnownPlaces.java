package dev.kulanz.access;

import dev.kulanz.access.doors.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of where users have logged in: in the last thirty days of real time, and the last twenty places of each. */
@Repository
class KnownPlaces {

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration NOTED_AGAIN_AFTER = Duration.ofDays(1);
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Clock realTime = Clock.systemUTC();

    KnownPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean contains(String user, Place place) {
        return jdbc.sql("""
                        select exists (select 1 from known_place
                                        where username = :user and place = :place and seen_at > :oldest)
                        """)
                .param("user", user)
                .param("place", place.name())
                .param("oldest", ago(REMEMBERED))
                .query(Boolean.class)
                .single();
    }

    void add(String user, Place place) {
        boolean isNew = jdbc.sql("""
                        insert into known_place (username, place, seen_at) values (:user, :place, :now)
                        on conflict (username, place) do update set seen_at = excluded.seen_at
                         where known_place.seen_at < :noted
                        """)
                        .param("user", user)
                        .param("place", place.name())
                        .param("now", ago(Duration.ZERO))
                        .param("noted", ago(NOTED_AGAIN_AFTER))
                        .update()
                == 1;
        if (isNew) {
            forgetOld(user);
        }
    }

    /** Of everybody what is too old, as some never come again; of the user all but the last. */
    private void forgetOld(String user) {
        jdbc.sql("""
                        delete from known_place
                         where seen_at <= :oldest
                            or (username = :user
                                and place not in (select place from known_place where username = :user
                                                   order by seen_at desc, place limit :most))
                        """)
                .param("user", user)
                .param("oldest", ago(REMEMBERED))
                .param("most", MOST)
                .update();
    }

    private OffsetDateTime ago(Duration time) {
        return realTime.instant().minus(time).atOffset(ZoneOffset.UTC);
    }
}
