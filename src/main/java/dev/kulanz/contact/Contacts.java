package dev.kulanz.contact;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.CaseSearch;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Legible;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the outbox. */
@Component
@Transactional(readOnly = true)
public class Contacts {

    /** So many of the outbox can be leafed through. */
    public static final int MOST_LISTED = 10_000;

    private final JdbcClient jdbc;
    private final CaseSearch cases;
    private final PaymentLinks links;
    private final Holds holds;
    private final BusinessClock clock;

    Contacts(JdbcClient jdbc, CaseSearch cases, PaymentLinks links, Holds holds, BusinessClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.links = links;
        this.holds = holds;
        this.clock = clock;
    }

    /** All contacts of a case, in the order in which they were decided. */
    public List<ContactView> ofCase(UUID caseId) {
        return views(jdbc.sql("select * from contact where case_id = :case order by planned_at, seq")
                .param("case", caseId)
                .query(Contact.class)
                .list());
    }

    public Optional<Contact> find(UUID id) {
        return jdbc.sql("select * from contact where id = :id")
                .param("id", id)
                .query(Contact.class)
                .optional();
    }

    /** Whether a message asked for something, and nothing of that is open any more. */
    public boolean isDone(Contact contact) {
        return jdbc.sql("""
            select coalesce(bool_and(b.open_amount <= 0), false)
            from contact_item m join item_balance b on b.id = m.open_item_id
            where m.contact_id = :id\
            """).param("id", contact.id()).query(Boolean.class).single();
    }

    /**
     * One page of the outbox.
     *
     * @param total how many there are, at most {@value #MOST_LISTED}
     * @param isBounded there are more
     */
    public record Found(List<ContactView> contacts, long total, boolean isBounded) {}

    /**
     * A page of the outbox, the latest first; pages count from 0.
     *
     * @param text part of a recipient or subject, or what a case is found by, see {@link CaseSearch.Wanted}
     */
    public Found find(CreditorScope scope, Contact.@Nullable Status status, @Nullable String text, int page, int size) {
        if (text != null
                && !Legible.isLine(text)) { // no message has such characters, and the database takes no such text
            return new Found(List.of(), 0, false);
        }
        Asked asked = new Asked(scope, status, text == null || text.isBlank() ? null : text.strip());
        UUID[] ofCases = asked.text() == null
                ? new UUID[0]
                : cases.idsOf(scope, asked.text()).toArray(UUID[]::new);
        long total = asked.bind(
                        jdbc.sql("select count(*) from (select 1 from contact " + asked.filter() + " limit "
                                + (MOST_LISTED + 1) + ") c"),
                        ofCases)
                .query(Long.class)
                .single();
        List<Contact> contacts = asked.bind(
                        jdbc.sql("select * from contact " + asked.filter()
                                + " order by coalesce(sent_at, planned_at) desc, seq desc limit :size offset :offset"),
                        ofCases)
                .param("size", size)
                .param("offset", (long) page * size)
                .query(Contact.class)
                .list();
        return new Found(views(contacts), Math.min(total, MOST_LISTED), total > MOST_LISTED);
    }

    /** What is looked for; null means any. */
    private record Asked(
            CreditorScope scope,
            Contact.@Nullable Status status,
            @Nullable String text) {

        /** Only with the conditions that are asked for. */
        String filter() {
            return "where (:all or creditor_id = any(:creditors))"
                    + (status == null ? "" : " and status = :status")
                    + (text == null ? "" : """
                        and (case_id = any(:cases)
                             or lower(coalesce(recipient, '') || ' ' || coalesce(subject, '')) like '%' || :text || '%' escape '\\')\
                        """);
        }

        JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, UUID[] ofCases) {
            return statement
                    .param("all", scope.all())
                    .param("creditors", scope.idArray())
                    .param("status", status == null ? null : status.name())
                    .param("cases", ofCases)
                    .param(
                            "text",
                            text == null
                                    ? null
                                    : text.toLowerCase(Locale.GERMAN).replaceAll("([\\\\%_])", "\\\\$1"));
        }
    }

    private static final String UNKNOWN = """
            from contact c where c.status = 'UNKNOWN' and (:all or c.creditor_id = any(:creditors))
              and not exists (select from contact_doubt d where d.contact_id = c.id and d.answer is null)""";

    /** Messages of unknown fate, the latest first; without those of before a backup was restored ({@link DoubtDesk}). */
    public List<ContactView> unknown(CreditorScope scope, int size) {
        return views(jdbc.sql("select c.* " + UNKNOWN + " order by c.planned_at desc, c.seq desc limit :size")
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .param("size", size)
                .query(Contact.class)
                .list());
    }

    /** How many of these there are. */
    public long countUnknown(CreditorScope scope) {
        return jdbc.sql("select count(*) " + UNKNOWN)
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .query(Long.class)
                .single();
    }

    /** How many of all creditors there are, with those of before a backup was restored. */
    long countAllUnknown() {
        return jdbc.sql("select count(*) from contact where status = 'UNKNOWN'")
                .query(Long.class)
                .single();
    }

    /** The HTML of a message as its reader sees it; empty before it was composed. */
    public Optional<String> html(UUID id) {
        return find(id).flatMap(
                        contact -> Optional.ofNullable(contact.bodyHtml()).map(body -> links.fillIn(id, body)));
    }

    /** Those that are due and held say what they wait for. */
    private List<ContactView> views(List<Contact> contacts) {
        UUID[] due = contacts.stream()
                .filter(contact -> contact.status() == Contact.Status.PLANNED
                        && !contact.notBefore().isAfter(clock.instant()))
                .map(Contact::id)
                .toArray(UUID[]::new);
        Map<UUID, String> held = new HashMap<>();
        if (due.length > 0) {
            holds.bind(jdbc.sql("select c.id, %s as why from contact c where c.id = any(:ids)".formatted(holds.why())))
                    .param("ids", due)
                    .query((ResultSet row) -> {
                        if (row.getString("why") != null) {
                            held.put(row.getObject("id", UUID.class), row.getString("why"));
                        }
                    });
        }
        return contacts.stream()
                .map(contact -> view(contact, held.get(contact.id())))
                .toList();
    }

    /** A contact as staff see it. */
    public ContactView view(Contact contact) {
        return views(List.of(contact)).get(0);
    }

    /** @param held what holds it at this moment; null: nothing does */
    private ContactView view(Contact contact, @Nullable String held) {
        String reason = held == null ? contact.reason() : held;
        return new ContactView(
                contact.id(),
                contact.caseNumber(),
                contact.round(),
                contact.step(),
                contact.purpose(),
                contact.channel(),
                contact.tone(),
                contact.style(),
                contact.language(),
                contact.status(),
                reason,
                contact.notBefore(),
                contact.sentAt(),
                contact.payBy(),
                contact.demandedAmount(),
                contact.currency(),
                contact.recipient(),
                contact.subject(),
                contact.bodyText() == null ? null : links.fillIn(contact.id(), contact.bodyText()),
                waits(contact, held));
    }

    private List<Wait> waits(Contact contact, @Nullable String held) {
        Waits before = contact.waits(clock.instant());
        if (held == null) {
            return before.all();
        }
        Instant since = contact.heldSince() == null ? contact.notBefore() : contact.heldSince();
        return Stream.concat(Waits.read(contact.waited()).all().stream(), Stream.of(new Wait(since, null, held)))
                .toList();
    }
}
