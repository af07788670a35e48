package dev.kulanz.payments;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.CompleteListTaken;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows how old the payments are that are known of a creditor. Who asks for money without knowing yesterday's payments asks people
 * who have paid: once payments were reported, a report that is a bank day overdue closes the gate for demands.
 */
@Component
@Transactional
public class PaymentFeeds {

    private static final int LONGEST_RHYTHM = 60;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private static final String VIEW = """
            select creditor_id, rhythm, seen_until, case when rhythm > 0 and not kept_fresh then fresh_until end as fresh_until,
                   payments_are_stale(creditor_id, :today) as stale
            from payment_feed""";

    private final JdbcClient jdbc;
    private final Creditors creditors;
    private final BusinessCalendar calendar;
    private final Journal journal;
    private final BusinessClock clock;
    private final boolean areKeptFresh;

    /** @param areKeptFresh of a sample: feeds are taken to be new until somebody says how often they come */
    PaymentFeeds(
            JdbcClient jdbc,
            Creditors creditors,
            BusinessCalendar calendar,
            Journal journal,
            BusinessClock clock,
            @Value("${kulanz.payments.kept-fresh:false}") boolean areKeptFresh) {
        this.jdbc = jdbc;
        this.creditors = creditors;
        this.calendar = calendar;
        this.journal = journal;
        this.clock = clock;
        this.areKeptFresh = areKeptFresh;
    }

    /**
     * All payments of this day and before are known now. An earlier day than before changes nothing.
     *
     * @throws Refusal an unknown creditor, or a day that has not come yet
     */
    public PaymentFeed seenUntil(String creditorId, LocalDate until, CreditorScope scope) {
        require(creditorId, scope);
        if (until.isAfter(clock.today()) || until.isBefore(EARLIEST)) {
            throw Refusal.unacceptable(
                    "until",
                    Said.of(
                            "feed.day",
                            "The last day whose payments are known lies between 1990 and today; {0} does not.",
                            until));
        }
        seen(creditorId, until);
        return of(creditorId).orElseThrow();
    }

    /** A report that says so by what it brings: a payment of that day, a complete list of what is open. */
    public void seen(String creditorId, LocalDate day) {
        LocalDate until = day.isAfter(clock.today()) ? clock.today() : day;
        jdbc.sql("""
                        insert into payment_feed (creditor_id, seen_until, fresh_until, kept_fresh)
                        values (:creditor, :until, :fresh, :kept)
                        on conflict (creditor_id) do nothing""")
                .param("creditor", creditorId)
                .param("until", until)
                .param("fresh", freshUntil(until, 1))
                .param("kept", areKeptFresh)
                .update();
        Integer rhythm = jdbc.sql("""
                        select rhythm from payment_feed
                        where creditor_id = :creditor and (seen_until is null or seen_until < :until) for update""")
                .param("creditor", creditorId)
                .param("until", until)
                .query(Integer.class)
                .optional()
                .orElse(null);
        if (rhythm != null) {
            jdbc.sql("""
                            update payment_feed set seen_until = :until, fresh_until = :fresh,
                                alarmed_on = case when :fresh < :today then alarmed_on end
                            where creditor_id = :creditor""")
                    .param("creditor", creditorId)
                    .param("until", until)
                    .param("fresh", freshUntil(until, rhythm))
                    .param("today", clock.today())
                    .update();
        }
    }

    /** Whoever writes such a list in the morning knows the payments of the day before. */
    @EventListener
    void on(CompleteListTaken taken) {
        LocalDate yesterday = clock.today().minusDays(1);
        taken.creditorIds().forEach(creditor -> seen(creditor, yesterday));
    }

    /**
     * Says how often payments are reported.
     *
     * @param rhythm every so many bank days, up to 60; 0: no report is expected, and the gate never asks
     */
    public PaymentFeed expect(String creditorId, int rhythm, CreditorScope scope) {
        require(creditorId, scope);
        if (rhythm < 0 || rhythm > LONGEST_RHYTHM) {
            throw Refusal.unacceptable(
                    "rhythm",
                    Said.of(
                            "feed.rhythm",
                            "Please name 0 to {0} bank days; 0: no report is expected.",
                            LONGEST_RHYTHM));
        }
        LocalDate seen = jdbc.sql("""
                        insert into payment_feed (creditor_id, rhythm) values (:creditor, :rhythm)
                        on conflict (creditor_id) do update set rhythm = excluded.rhythm, kept_fresh = false, alarmed_on = null
                        returning seen_until""")
                .param("creditor", creditorId)
                .param("rhythm", rhythm)
                .query((row, i) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
        if (seen != null) {
            jdbc.sql("update payment_feed set fresh_until = :fresh where creditor_id = :creditor")
                    .param("fresh", freshUntil(seen, rhythm))
                    .param("creditor", creditorId)
                    .update();
        }
        journal.record(Happening.of("PaymentFeedExpected").creditor(creditorId).with("rhythm", rhythm));
        return of(creditorId).orElseThrow();
    }

    /** A day is allowed for a report to be late. */
    private LocalDate freshUntil(LocalDate seen, int rhythm) {
        return calendar.plusBankDays(seen, rhythm + 1);
    }

    @Transactional(readOnly = true)
    public List<PaymentFeed> all(CreditorScope scope) {
        return jdbc.sql(VIEW + " where :all or creditor_id = any(:creditors) order by creditor_id")
                .param("today", clock.today())
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .query(PaymentFeed.class)
                .list();
    }

    private Optional<PaymentFeed> of(String creditorId) {
        return jdbc.sql(VIEW + " where creditor_id = :creditor")
                .param("today", clock.today())
                .param("creditor", creditorId)
                .query(PaymentFeed.class)
                .optional();
    }

    /** Creditors whose known payments are too old to ask anybody for money; the first 20, by name. */
    @Transactional(readOnly = true)
    public List<Creditors.Named> stale(CreditorScope scope) {
        return named(scope, "payments_are_stale(c.id, :today)");
    }

    /** Creditors who ask for money while no payment was ever reported, though none is switched off; the first 20, by name. */
    @Transactional(readOnly = true)
    public List<Creditors.Named> neverFed(CreditorScope scope) {
        return areKeptFresh ? List.of() : named(scope, """
                not exists (select from payment_feed f where f.creditor_id = c.id and (f.rhythm = 0 or f.seen_until is not null or f.kept_fresh))
                and exists (select from dunning_case k where k.creditor_id = c.id and k.status = 'OPEN')""");
    }

    private List<Creditors.Named> named(CreditorScope scope, String which) {
        return jdbc.sql(
                        "select c.id, c.name from creditor c where (:all or c.id = any(:creditors)) and %s order by lower(c.name), c.id limit 20"
                                .formatted(which))
                .param("today", clock.today())
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .query(Creditors.Named.class)
                .list();
    }

    /** Notes once of each feed that it has become too old; operators hear of it by {@link FeedWatch}. */
    public void alarm() {
        List<PaymentFeed> stale = jdbc.sql("""
                        with told as (
                            update payment_feed set alarmed_on = :today
                            where alarmed_on is null and payments_are_stale(creditor_id, :today)
                            returning creditor_id, rhythm, seen_until, fresh_until)
                        select *, true as stale from told order by creditor_id""")
                .param("today", clock.today())
                .query(PaymentFeed.class)
                .list();
        journal.recordAll(stale.stream()
                .map(feed -> Happening.of("PaymentFeedStale")
                        .creditor(feed.creditorId())
                        .with("seenUntil", String.valueOf(feed.seenUntil())))
                .toList());
    }

    private void require(String creditorId, CreditorScope scope) {
        if (!scope.allows(creditorId) || creditors.find(creditorId).isEmpty()) {
            throw Refusal.unacceptable(
                    "creditorId", Said.of("feed.creditor", "There is no creditor {0}.", Legible.quoted(creditorId)));
        }
    }
}
