package dev.kulanz.receivables;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.ListPage;
import dev.kulanz.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The creditors. */
@Component
@Transactional
public class Creditors {

    private static final Clock REAL_TIME = Clock.systemUTC();
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
    private final JdbcAggregateOperations aggregates;
    private final JdbcClient jdbc;
    private final CreditorTerms terms;
    private final Journal journal;
    private final ObjectProvider<CreditorCheck> checks;
    private final Clock clock;

    Creditors(
            JdbcAggregateOperations aggregates,
            JdbcClient jdbc,
            CreditorTerms terms,
            Journal journal,
            ObjectProvider<CreditorCheck> checks,
            Clock clock) {
        this.checks = checks;
        this.terms = terms;
        this.aggregates = aggregates;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Creditor> find(String id) {
        return Optional.ofNullable(aggregates.findById(id, Creditor.class));
    }

    /**
     * The creditor with this id.
     *
     * @throws Refusal if there is none
     */
    @Transactional(readOnly = true)
    public Creditor get(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound("There is no creditor “" + id + "”."));
    }

    /**
     * The creditor with this id, as it was up to two seconds ago: for work that asks for the same one again and again.
     *
     * @throws Refusal if there is none
     */
    public Creditor recent(String id) {
        return remembered
                .compute(
                        id,
                        (key, known) -> known != null
                                        && known.readAt()
                                                .isAfter(REAL_TIME.instant().minus(FRESH))
                                ? known
                                : new Remembered(get(key), REAL_TIME.instant()))
                .creditor();
    }

    private record Remembered(Creditor creditor, Instant readAt) {}

    /** What a choice of creditors shows. */
    public record Named(String id, String name) {}

    /** The creditors that somebody may see, by name; the first 500. */
    @Transactional(readOnly = true)
    public List<Named> named(CreditorScope scope) {
        return jdbc.sql("select id, name from creditor where :all or id = any(:ids) order by lower(name), id limit 500")
                .param("all", scope.all())
                .param("ids", scope.idArray())
                .query(Named.class)
                .list();
    }

    /**
     * Creditors with items whose messages cannot say where to pay, as no bank account is known, or whom to ask, as neither
     * e-mail address nor telephone is; the first 20 of those that somebody may see, by name.
     */
    @Transactional(readOnly = true)
    public List<Named> incomplete(CreditorScope scope) {
        return jdbc.sql("""
                        select c.id, c.name from creditor c
                        where (:all or c.id = any(:ids))
                          and (not exists (select 1 from creditor_account a where a.creditor_id = c.id)
                               or (c.email is null and c.phone is null))
                          and exists (select 1 from open_item i where i.creditor_id = c.id)
                        order by lower(c.name), c.id limit 20""")
                .param("all", scope.all())
                .param("ids", scope.idArray())
                .query(Named.class)
                .list();
    }

    /** A part of the creditors that somebody may see, with their settings, by id. */
    @Transactional(readOnly = true)
    List<Creditor> visibleTo(CreditorScope scope, ListPage part) {
        List<String> ids = jdbc.sql(
                        "select id from creditor where :all or id = any(:ids) order by id offset :offset limit :size")
                .param("all", scope.all())
                .param("ids", scope.idArray())
                .param("offset", part.offset())
                .param("size", part.size())
                .query(String.class)
                .list();
        return ids.stream().map(this::get).toList();
    }

    @Transactional(readOnly = true)
    long count(CreditorScope scope) {
        return jdbc.sql("select count(*) from creditor where :all or id = any(:ids)")
                .param("all", scope.all())
                .param("ids", scope.idArray())
                .query(Long.class)
                .single();
    }

    /** Makes a creditor of which only the id is known (the demo does so on import); an existing one stays as it is. */
    public Creditor makeIfAbsent(String id) {
        return find(id).orElseGet(() -> put(id, CreditorSettings.named(id)));
    }

    /**
     * Makes or changes a creditor.
     *
     * @throws Refusal naming each setting that can't be kept
     */
    public Creditor put(String id, CreditorSettings settings) {
        Instant now = clock.instant();
        jdbc.sql("select pg_advisory_xact_lock(hashtext('creditor:' || :id))")
                .param("id", id)
                .query(rs -> {});
        Optional<Creditor> before = find(id);
        Creditor after = settings.toCreditor(id, before.map(Creditor::createdAt).orElse(now), now);
        check(after);
        LocalDate today = LocalDate.ofInstant(now, BusinessClock.ZONE);
        if (before.isPresent()) {
            aggregates.update(after);
        } else {
            aggregates.insert(after);
            terms.begin(id, settings.beginsLater(today) ? Terms.USUAL : settings.terms());
        }
        LocalDate from = settings.termsFrom() == null ? today : settings.termsFrom();
        terms.set(id, settings.terms(terms.on(id, from)), from);
        forget(id);
        journal.record(Happening.of(before.isPresent() ? "CreditorChanged" : "CreditorAdded")
                .creditor(id));
        return after;
    }

    private void check(Creditor creditor) {
        List<FieldError> faults = checks.orderedStream()
                .flatMap(check -> check.faults(creditor).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw Refusal.unacceptable("The creditor can't be kept like this.", faults);
        }
    }

    /** Once more after the commit: until then others still read, and remember, the creditor as it was. */
    private void forget(String id) {
        remembered.remove(id);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remembered.remove(id);
            }
        });
    }
}
