package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.KulanzTest;
import dev.kulanz.watch.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** News that wait for a person, or for their next try, are no work that nobody does. */
@KulanzTest
@Transactional
class WorkWatchTests {

    @Autowired
    private WorkWatch watch;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void noOtherNews() {
        jdbc.sql("delete from signal").update();
    }

    private void news(int attempts, String nextTry) {
        jdbc.sql("""
                        insert into signal (message, case_number, created_at, attempts, next_attempt_at)
                        values ('PROMISE_MADE', 'K-0', now() - interval '2 days', :attempts, now() + cast(:next as interval))""").param("attempts", attempts).param("next", nextTry).update();
    }

    private double age() {
        return watch.look().measures().stream()
                .filter(one -> one.tags().containsValue("news"))
                .mapToDouble(Reading.Measure::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leavesWhatFailedForGoodToTheIncidents() {
        news(OpenFailures.TRIES, "-1 hour");
        assertThat(age()).isZero();
    }

    @Test
    void countsFromTheNextTry() {
        news(2, "1 minute");
        assertThat(age()).isZero();
        news(2, "-1 hour");
        assertThat(age()).isBetween(3_500.0, 3_900.0);
    }
}
