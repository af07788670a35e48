package dev.kulanz.receivables;

import dev.kulanz.shared.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The debtors. */
@Component
public class Debtors {

    private final JdbcClient jdbc;

    Debtors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The debtor with this id.
     *
     * @throws Refusal if there is none
     */
    public Debtor get(UUID id) {
        return jdbc.sql("select * from debtor where id = :id")
                .param("id", id)
                .query(Debtor.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no debtor with this id."));
    }

    /** The debtor that a creditor knows under this id. */
    public Optional<Debtor> find(String creditorId, String externalId) {
        return jdbc.sql("select * from debtor where creditor_id = :creditor and external_id = :id")
                .param("creditor", creditorId)
                .param("id", externalId)
                .query(Debtor.class)
                .optional();
    }
}
