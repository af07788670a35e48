package dev.kulanz.contact;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.Fact;
import dev.kulanz.decisions.FactSource;
import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.ContactPoints;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What rules may ask about how a debtor can be reached and how he reacted so far. */
@Component
class ContactFacts implements FactSource {

    private static final Set<String> COUNTED = Set.of("failedContacts", "failedEmails", "unansweredReminders");

    private final Cases cases;
    private final ContactPoints contactPoints;
    private final Outbox outbox;
    private final JdbcClient jdbc;

    ContactFacts(Cases cases, ContactPoints contactPoints, Outbox outbox, JdbcClient jdbc) {
        this.cases = cases;
        this.contactPoints = contactPoints;
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    @Override
    public Collection<Fact> facts() {
        return List.of(
                new Fact("hasEmail", Fact.Type.BOOLEAN, "", "A usable e-mail address is known."),
                new Fact("hasMobile", Fact.Type.BOOLEAN, "", "A usable mobile number is known."),
                new Fact("hasPhone", Fact.Type.BOOLEAN, "", "A usable phone or mobile number is known."),
                new Fact("failedEmails", Fact.Type.NUMBER, "messages", "Like failedContacts, but e-mails only."),
                new Fact(
                        "failedContacts",
                        Fact.Type.NUMBER,
                        "messages",
                        "Messages of this round that failed at an address now in use, since it was last confirmed; outages do not count."),
                new Fact(
                        "hasPaidPart",
                        Fact.Type.BOOLEAN,
                        "",
                        "The debtor paid something since we first wrote to him in this round."),
                new Fact(
                        "unansweredReminders",
                        Fact.Type.NUMBER,
                        "messages",
                        "Demands of this round that went out and were not followed by a full payment."));
    }

    @Override
    public Map<String, Object> lookUp(String caseNumber, Set<String> names) {
        DunningCase of = cases.get(caseNumber);
        Map<String, Object> found = new HashMap<>();
        if (names.contains("hasEmail") || names.contains("hasMobile") || names.contains("hasPhone")) {
            var usable = contactPoints.of(of.debtorId()).stream()
                    .filter(ContactPoint::usable)
                    .map(ContactPoint::kind)
                    .toList();
            found.put("hasEmail", usable.contains(ContactPoint.Kind.EMAIL));
            found.put("hasMobile", usable.contains(ContactPoint.Kind.MOBILE));
            found.put(
                    "hasPhone", usable.contains(ContactPoint.Kind.PHONE) || usable.contains(ContactPoint.Kind.MOBILE));
        }
        if (names.contains("hasPaidPart")) {
            found.put("hasPaidPart", outbox.wasFollowedByPayment(of));
        }
        if (names.stream().anyMatch(COUNTED::contains)) {
            // A second more, for business time may stand still: a failure right after the confirmation counts.
            var counts = jdbc.sql("""
                            select count(*) filter (where failed), count(*) filter (where failed and channel = 'EMAIL'),
                                   count(*) filter (where purpose = 'DEMAND' and status in ('SENT', 'DELIVERED'))
                            from (select c.*, c.status = 'FAILED' and c.fault is not null and exists (
                                       select 1 from contact_point p where p.debtor_id = :debtor and p.status = 'USABLE'
                                       and p.kind = case c.channel when 'EMAIL' then 'EMAIL' else 'MOBILE' end
                                       and (c.recipient is null or p.value = c.recipient)
                                       and p.updated_at <= c.failed_at + interval '1 second') as failed
                                  from contact c where c.case_id = :case and c.round = :round) as made""")
                    .param("debtor", of.debtorId())
                    .param("case", of.id())
                    .param("round", of.round())
                    .query((row, index) -> new int[] {row.getInt(1), row.getInt(2), row.getInt(3)})
                    .single();
            found.put("failedContacts", counts[0]);
            found.put("failedEmails", counts[1]);
            found.put("unansweredReminders", counts[2]);
        }
        found.keySet().retainAll(names);
        return found;
    }
}
