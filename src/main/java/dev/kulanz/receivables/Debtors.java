package dev.kulanz.receivables;

import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Unseen;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The debtors. */
@Component
public class Debtors {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Debtors(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
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
                .param("id", Unseen.foldedId(externalId))
                .query(Debtor.class)
                .optional();
    }

    /**
     * The debtor lives elsewhere than was known; the journal tells that, not where.
     *
     * @param source who says so: CLERK …
     */
    @Transactional
    public void move(UUID debtorId, PostalAddress to, String source) {
        Debtor debtor = get(debtorId);
        int changed = jdbc.sql("""
                        update debtor set street = :street, postcode = :postcode, city = :city, country = :country,
                               state = null, updated_at = :now
                        where id = :id and (street, postcode, city, country)
                              is distinct from (:street, :postcode, :city, :country)""")
                .param("street", to.street())
                .param("postcode", to.postcode())
                .param("city", to.city())
                .param("country", to.country())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", debtorId)
                .update();
        if (changed > 0) {
            journal.record(Happening.of(PersonChanges.DEBTOR_CHANGED)
                    .creditor(debtor.creditorId())
                    .debtor(debtorId)
                    .with("changed", List.of("address"))
                    .with("source", source));
        }
    }
}
