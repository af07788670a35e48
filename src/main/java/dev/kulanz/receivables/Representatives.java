package dev.kulanz.receivables;

import dev.kulanz.journal.Actor;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who represents whom. The journal tells that there is somebody, not who. */
@Component
@Transactional
public class Representatives {

    private final JdbcClient jdbc;
    private final Debtors debtors;
    private final Journal journal;
    private final ObjectProvider<Actor> actor;
    private final BusinessClock clock;

    Representatives(
            JdbcClient jdbc, Debtors debtors, Journal journal, ObjectProvider<Actor> actor, BusinessClock clock) {
        this.jdbc = jdbc;
        this.debtors = debtors;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /** Who represents a debtor, as far as it is known. */
    @Transactional(readOnly = true)
    public Optional<Representative> of(UUID debtorId) {
        return jdbc.sql(
                        "select name, email, street, postcode, city, country from representative where debtor_id = :debtor")
                .param("debtor", debtorId)
                .query((row, index) -> representative(row))
                .optional();
    }

    private static Representative representative(ResultSet row) throws SQLException {
        String street = row.getString("street");
        return new Representative(
                row.getString("name"),
                row.getString("email"),
                street == null
                        ? null
                        : new PostalAddress(
                                street, row.getString("postcode"), row.getString("city"), row.getString("country")));
    }

    /**
     * Records who represents a debtor, in place of the one before.
     *
     * @param caseNumber in which case it became known, for its story
     */
    public void record(UUID debtorId, Representative who, String caseNumber) {
        PostalAddress address = who.address();
        Actor present = actor.getIfAvailable();
        jdbc.sql("""
                        insert into representative (debtor_id, name, email, street, postcode, city, country, recorded_by, recorded_at)
                        values (:debtor, :name, :email, :street, :postcode, :city, :country, :by, :now)
                        on conflict (debtor_id) do update set name = excluded.name, email = excluded.email,
                            street = excluded.street, postcode = excluded.postcode, city = excluded.city,
                            country = excluded.country, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at""")
                .param("debtor", debtorId)
                .param("name", who.name())
                .param("email", who.email())
                .param("street", address == null ? null : address.street())
                .param("postcode", address == null ? null : address.postcode())
                .param("city", address == null ? null : address.city())
                .param("country", address == null ? null : address.country())
                .param("by", present == null ? "system" : present.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        tell(PersonChanges.REPRESENTATIVE_RECORDED, debtorId, caseNumber);
    }

    /** Nobody represents the debtor any more; one who had nobody stays so. */
    public void remove(UUID debtorId, String caseNumber) {
        int removed = jdbc.sql("delete from representative where debtor_id = :debtor")
                .param("debtor", debtorId)
                .update();
        if (removed > 0) {
            tell(PersonChanges.REPRESENTATIVE_REMOVED, debtorId, caseNumber);
        }
    }

    private void tell(String kind, UUID debtorId, String caseNumber) {
        journal.record(Happening.of(kind)
                .creditor(debtors.get(debtorId).creditorId())
                .debtor(debtorId)
                .inCase(caseNumber));
    }
}
