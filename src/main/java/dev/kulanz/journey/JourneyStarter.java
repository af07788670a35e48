package dev.kulanz.journey;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the journey of new cases, a few at a time, so that a large import does not stop everything else. Those that can't
 * be started stand aside for a while, so that they do not stop the others.
 */
@Component
class JourneyStarter {

    private static final Logger LOG = LoggerFactory.getLogger(JourneyStarter.class);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    /** Retries are infrastructure: they count real time, also in the demo. */
    private static final Clock REAL_TIME = Clock.systemUTC();

    private static final String WAITING = "from dunning_case where journey_started_at is null and status = 'OPEN'";

    private static final String FAILING = WAITING + " and start_attempts > 0";

    private final JdbcClient jdbc;
    private final Cases cases;
    private final RuntimeService runtime;
    private final JourneyChoice choice;
    private final Signals signals;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;
    private final Failures failures;

    JourneyStarter(
            JdbcClient jdbc,
            Cases cases,
            RuntimeService runtime,
            JourneyChoice choice,
            Signals signals,
            BusinessClock clock,
            TransactionTemplate transaction,
            Failures failures) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.runtime = runtime;
        this.choice = choice;
        this.signals = signals;
        this.clock = clock;
        this.transaction = transaction;
        this.failures = failures;
    }

    /**
     * Cases whose journey may begin now, the most urgent first. Not yet those whose ladder of the round before is still to
     * hear that the case was settled.
     */
    List<String> waiting(int limit) {
        return jdbc.sql("""
                        select k.number from dunning_case k where k.journey_started_at is null and k.status = 'OPEN'
                          and (k.next_start_at is null or k.next_start_at <= :now)
                          and (k.round = 1 or not exists (
                            select 1 from signal s where s.message = :settled and s.case_number = k.number))
                        order by k.first_contact_at limit :limit""")
                .param("now", Timestamp.from(REAL_TIME.instant()))
                .param("settled", Message.CASE_SETTLED.name())
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Whether a start has failed that is soon to be tried again; one that failed again and again must not hold up time. */
    boolean isAnyPending() {
        return jdbc.sql("select exists (select 1 " + FAILING + " and start_attempts < " + OpenFailures.TRIES + ")")
                .query(Boolean.class)
                .single();
    }

    /** Whether any case waits for its journey to begin; without those that failed again and again. */
    boolean isAnyWaiting() {
        return jdbc.sql("select exists (select 1 " + WAITING + " and start_attempts < " + OpenFailures.TRIES + ")")
                .query(Boolean.class)
                .single();
    }

    /** How many journeys could not be started yet, however often it was tried. */
    long countFailing() {
        return jdbc.sql("select count(*) " + FAILING).query(Long.class).single();
    }

    /**
     * Starts the journey of a case once; a case that was paid in the meantime is settled instead. What fails is tried again
     * later.
     *
     * @return false if there was nothing to do
     */
    boolean start(String caseNumber) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> isBegun(caseNumber)));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The journey of case {} could not be started and will be tried again: {}",
                    caseNumber,
                    e.getClass().getSimpleName());
            LOG.debug("Because", e);
            tryLater(caseNumber);
            if (!FailureCause.isTransient(e)) {
                failures.note(Failures.Kind.START, caseNumber, Failures.Place.UNKNOWN, e);
            }
            return true;
        }
    }

    private boolean isBegun(String caseNumber) {
        DunningCase of = cases.lock(caseNumber);
        if (!of.isOpen() || of.journey() != null || isStillEnding(of)) {
            return false;
        }
        if (cases.settleIfPaid(of.accountId()).isPresent()) {
            return true;
        }
        String ladder = choice.ladderOf(of);
        jdbc.sql("""
                        update dunning_case set journey = :journey, journey_started_at = :now,
                            start_attempts = 0, next_start_at = null where id = :id""")
                .param("journey", ladder)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", of.id())
                .update();
        runtime.startProcessInstanceByKey(ladder, of.number());
        return true;
    }

    private void tryLater(String caseNumber) {
        jdbc.sql("""
                        update dunning_case set start_attempts = start_attempts + 1,
                            next_start_at = :now::timestamptz
                                + least(:longest, power(2, least(start_attempts, 20))) * interval '1 second'
                        where number = :case and journey_started_at is null""")
                .param("now", Timestamp.from(REAL_TIME.instant()))
                .param("longest", LONGEST_PAUSE.toSeconds())
                .param("case", caseNumber)
                .update();
    }

    /** The ladder of the round before hears in a moment that its case was settled. */
    private boolean isStillEnding(DunningCase of) {
        return of.round() > 1 && signals.isPending(Message.CASE_SETTLED, of.number());
    }
}
