package dev.kulanz.payments;

import dev.kulanz.access.CreditorScope;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came in lately. */
@Component
public class RecentPayments {

    private final JdbcClient jdbc;

    RecentPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Payments in one currency, in major units. */
    public record Sum(String currency, BigDecimal amount, long payments) {}

    /** What was booked since a moment of business time, by currency. */
    public List<Sum> since(Instant moment, CreditorScope scope) {
        return jdbc.sql("""
                        select currency, sum(amount) as amount, count(*) as payments from payment
                        where booked_at >= :since and (:all or creditor_id = any(:creditors))
                        group by currency order by currency""")
                .param("since", Timestamp.from(moment))
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .query(Sum.class)
                .list();
    }
}
