package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.KulanzTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is told to one case is told in the order in which it happened. */
@KulanzTest
class SignalOrderTests {

    private static final String CASE = "K-of-signal-order";

    @Autowired
    private Signals signals;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void tellsACaseOneThingAtATimeAndOthersBeside() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly(); // nobody else sees them
            signals.write(Message.AGENCY_ANSWERED, CASE + 1, Map.of());
            signals.write(Message.STANDING_CHANGED, CASE + 1, Map.of());
            signals.write(Message.BLOCK_LIFTED, CASE + 2, Map.of());

            assertThat(told()).containsExactly("1 AGENCY_ANSWERED", "2 BLOCK_LIFTED");

            signals.tryLater(first(), "nobody waits for it yet");
            assertThat(told()).containsExactly("1 STANDING_CHANGED", "2 BLOCK_LIFTED");
        });
    }

    private long first() {
        return jdbc.sql("select min(id) from signal where case_number = :case")
                .param("case", CASE + 1)
                .query(Long.class)
                .single();
    }

    private List<String> told() {
        return jdbc.sql("""
                        select substring(case_number from :at) || ' ' || message from signal
                        where id = any(:due) and starts_with(case_number, :case) order by id""")
                .param("at", CASE.length() + 1)
                .param("due", signals.due(1_000).toArray(Long[]::new))
                .param("case", CASE)
                .query(String.class)
                .list();
    }
}
