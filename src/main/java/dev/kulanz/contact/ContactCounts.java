package dev.kulanz.contact;

import dev.kulanz.access.CreditorScope;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many contacts went out, and of how many nobody knows. */
@Component
public class ContactCounts {

    private final JdbcClient jdbc;

    ContactCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Messages and calls that went out since a moment of business time. */
    public long sentSince(Instant moment, CreditorScope scope) {
        return jdbc.sql("""
                        select count(*) from contact
                        where sent_at >= :since and (:all or creditor_id = any(:creditors))""")
                .param("since", Timestamp.from(moment))
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .query(Long.class)
                .single();
    }
}
