package dev.kulanz.contact;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became so far of what the debtors were sent in the present round of their cases; one statement for any number. */
@Component
public class CaseContacts {

    /** What there is to say of a case in which nothing was sent yet. */
    public static final SoFar NOTHING = new SoFar(0, 0, 0, false, false);

    // A second more, for business time may stand still: a failure right after the confirmation counts.
    private static final String SO_FAR = """
            select k.id, made.failed, made.failed_emails, made.unanswered, made.came_back, paid.amount as paid
            from dunning_case k join debtor d on d.id = k.debtor_id
            cross join lateral (
                select count(*) filter (where failed) as failed,
                       count(*) filter (where failed and channel = 'EMAIL') as failed_emails,
                       count(*) filter (where purpose = 'DEMAND' and status in ('SENT', 'DELIVERED') and counts) as unanswered,
                       coalesce(bool_or(channel = 'LETTER' and status = 'FAILED' and fault = 'ADDRESS' and recipient
                                = format('%s, %s, %s %s', d.name, d.street, d.postcode, d.city)), false) as came_back,
                       min(composed_at) filter (where status in ('SENDING', 'SENT', 'DELIVERED', 'UNKNOWN')) as first
                from (select c.*, c.status = 'FAILED' and c.fault is not null and exists (
                          select 1 from contact_point p where p.debtor_id = k.debtor_id and p.status = 'USABLE'
                          and p.kind = case c.channel when 'EMAIL' then 'EMAIL' else 'MOBILE' end
                          and (c.recipient is null or p.value = c.recipient)
                          and p.updated_at <= c.failed_at + interval '1 second') as failed,
                          exists (select 1 from contact_item m join open_item i on i.id = m.open_item_id
                                  where m.contact_id = c.id and said_when_due(c.composed_at, i.due_date)) as counts
                      from contact c where c.case_id = k.id and c.round = k.round) as sent) made
            cross join lateral (
                select coalesce(sum(greatest(came.amount, 0)), 0) as amount -- an older one that came back takes nothing away
                from (select -sum(e.amount) as amount
                      from case_item ci join ledger_entry e on e.open_item_id = ci.open_item_id
                      where ci.case_id = k.id and e.kind = 'PAYMENT' and e.booked_at >= made.first
                      group by e.payment_id, e.source = 'IMPORT') came) paid
            where k.id = any(:cases)""";

    private final JdbcClient jdbc;

    CaseContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What became of it.
     *
     * @param failed messages that failed at an address now in use, since it was last confirmed
     * @param failedEmails of these, e-mails
     * @param unanswered demands that went out and count: what they asked for was due by the date that counts now
     * @param letterCameBack from the address that is known
     * @param paidSince whether something was paid since we first wrote
     */
    public record SoFar(int failed, int failedEmails, int unanswered, boolean letterCameBack, boolean paidSince) {

        /** Under the names that rules know them by. */
        public Map<String, Object> asFacts() {
            return Map.of(
                    "failedContacts", failed,
                    "failedEmails", failedEmails,
                    "unansweredReminders", unanswered,
                    "hasPaidPart", paidSince);
        }
    }

    SoFar of(UUID caseId) {
        return Objects.requireNonNull(of(List.of(caseId)).get(caseId));
    }

    public Map<UUID, SoFar> of(Collection<UUID> cases) {
        Map<UUID, SoFar> all = new HashMap<>();
        if (!cases.isEmpty()) {
            jdbc.sql(SO_FAR).param("cases", cases.toArray(UUID[]::new)).query((ResultSet row) -> {
                all.put(row.getObject("id", UUID.class), soFar(row));
            });
        }
        return all;
    }

    private static SoFar soFar(ResultSet row) throws SQLException {
        return new SoFar(
                row.getInt("failed"),
                row.getInt("failed_emails"),
                row.getInt("unanswered"),
                row.getBoolean("came_back"),
                row.getBigDecimal("paid").compareTo(BigDecimal.ZERO) > 0);
    }
}
