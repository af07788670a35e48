package dev.kulanz.receivables;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.CreditorId;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.ListPage;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
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

    static final Said UNKEEPABLE = Said.of("creditor.unkeepable", "The creditor can't be kept like this.");

    private static final Clock REAL_TIME = Clock.systemUTC();
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final String FOUND = """
            from creditor
            where (:all or id = any(:ids)) and (cast(:text as text) is null
                or position(lower(:text) in lower(name)) > 0 or position(lower(:text) in lower(id)) > 0)""";

    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
    private final JdbcAggregateOperations aggregates;
    private final JdbcClient jdbc;
    private final CreditorTerms terms;
    private final Journal journal;
    private final ObjectProvider<CreditorCheck> checks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Creditors(
            JdbcAggregateOperations aggregates,
            JdbcClient jdbc,
            CreditorTerms terms,
            Journal journal,
            ObjectProvider<CreditorCheck> checks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
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

    /** What a list of creditors shows. */
    public record Listed(String id, String name, List<Essential> missing) {

        public boolean isComplete() {
            return missing.isEmpty();
        }
    }

    /** Creditors with items for whom nothing is sent; the first 20 of those that somebody may see, by name. */
    @Transactional(readOnly = true)
    public List<Listed> incomplete(CreditorScope scope) {
        return jdbc.sql("""
                        select c.id, c.name, c.missing from creditor c
                        where (:all or c.id = any(:ids)) and c.missing <> '{}'
                          and exists (select 1 from open_item i where i.creditor_id = c.id)
                        order by lower(c.name), c.id limit 20""")
                .param("all", scope.all())
                .param("ids", scope.idArray())
                .query(Creditors::listed)
                .list();
    }

    /**
     * A part of the creditors that somebody may see, those for whom nothing is sent before the others, by name.
     *
     * @param text part of a name or id; null: all
     */
    @Transactional(readOnly = true)
    public List<Listed> list(CreditorScope scope, @Nullable String text, ListPage part) {
        return bind(
                        jdbc.sql("select id, name, missing " + FOUND
                                + " order by missing = '{}', lower(name), id offset :offset limit :size"),
                        scope,
                        text)
                .param("offset", part.offset())
                .param("size", part.size())
                .query(Creditors::listed)
                .list();
    }

    /** How many of these there are. */
    @Transactional(readOnly = true)
    public long count(CreditorScope scope, @Nullable String text) {
        return bind(jdbc.sql("select count(*) " + FOUND), scope, text)
                .query(Long.class)
                .single();
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, CreditorScope scope, @Nullable String text) {
        String wanted = text == null || Legible.isBlank(text) || !Legible.isLine(text) ? null : text.strip();
        return statement.param("all", scope.all()).param("ids", scope.idArray()).param("text", wanted);
    }

    private static Listed listed(ResultSet row, int index) throws SQLException {
        return new Listed(row.getString("id"), row.getString("name"), Essential.named((String[])
                row.getArray("missing").getArray()));
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

    /** Makes a creditor unless it is there; an existing one stays as it is, and the answer is no. */
    public boolean makeIfAbsent(String id, CreditorSettings settings) {
        lock(id);
        boolean absent = find(id).isEmpty();
        if (absent) {
            keep(id, settings, Optional.empty());
        }
        return absent;
    }

    /**
     * Makes or changes a creditor.
     *
     * @throws Refusal naming each setting that can't be kept
     */
    public Creditor put(String id, CreditorSettings settings) {
        lock(id);
        return keep(id, settings, find(id));
    }

    /**
     * Makes a creditor that is not there yet.
     *
     * @throws Refusal naming each setting that can't be kept, or the id if it is taken
     */
    public Creditor add(String id, CreditorSettings settings) {
        if (!CreditorId.isOne(id)) {
            throw Refusal.unacceptable("id", CreditorId.WRITTEN);
        }
        lock(id);
        if (find(id).isPresent()) {
            throw Refusal.unacceptable(
                    "id", Said.of("creditor.taken", "There is a creditor {0} already.", Legible.quoted(id)));
        }
        return keep(id, settings, Optional.empty());
    }

    /**
     * Changes what a creditor says of itself. Its terms stay as they are.
     *
     * @param stamp of the creditor that was looked at
     * @param changed makes the settings to keep of those that are there
     * @throws Refusal naming each setting that can't be kept, or because somebody else has changed it since
     */
    public Creditor change(String id, String stamp, UnaryOperator<CreditorSettings> changed) {
        lock(id);
        Creditor before = get(id);
        if (!before.stamp().equals(stamp)) {
            throw Refusal.conflict(Said.of(
                    "creditor.changed-meanwhile",
                    "Somebody else has changed this creditor meanwhile. Nothing of yours was kept yet."));
        }
        Creditor after = judged(id, changed.apply(CreditorSettings.of(before)), Optional.of(before));
        aggregates.update(after);
        kept(Optional.of(before), after);
        return after;
    }

    private void lock(String id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('creditor:' || :id))")
                .param("id", id)
                .query(rs -> {});
    }

    /** The caller holds its lock. */
    private Creditor keep(String id, CreditorSettings settings, Optional<Creditor> before) {
        Creditor after = judged(id, settings, before);
        LocalDate today = LocalDate.ofInstant(after.updatedAt(), BusinessClock.ZONE);
        if (before.isPresent()) {
            aggregates.update(after);
        } else {
            aggregates.insert(after);
            terms.begin(id, settings.beginsLater(today) ? Terms.USUAL : settings.terms());
        }
        LocalDate from = settings.termsFrom() == null ? today : settings.termsFrom();
        terms.set(id, settings.terms(terms.on(id, from)), from);
        kept(before, after);
        return after;
    }

    private Creditor judged(String id, CreditorSettings settings, Optional<Creditor> before) {
        Instant now = clock.instant();
        Creditor after = settings.toCreditor(id, before.map(Creditor::createdAt).orElse(now), now);
        check(after);
        return after;
    }

    /** What it lacks is kept beside it, for questions about many; whoever waits for the last of it is told. */
    private void kept(Optional<Creditor> before, Creditor after) {
        List<String> missing = after.missing().stream().map(Essential::name).toList();
        jdbc.sql("update creditor set missing = :missing where id = :id")
                .param("missing", missing.toArray(String[]::new))
                .param("id", after.id())
                .update();
        forget(after.id());
        journal.record(Happening.of(before.isPresent() ? "CreditorChanged" : "CreditorAdded")
                .creditor(after.id())
                .with("changed", before.map(was -> was.differencesTo(after)).orElse(null))
                .with("missing", missing));
        if (missing.isEmpty() && before.filter(was -> !was.missing().isEmpty()).isPresent()) {
            events.publishEvent(new CreditorCompleted(after.id()));
        }
    }

    private void check(Creditor creditor) {
        List<FieldError> faults = checks.orderedStream()
                .flatMap(check -> check.faults(creditor).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw Refusal.unacceptable(UNKEEPABLE, UNKEEPABLE.english(), faults);
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
