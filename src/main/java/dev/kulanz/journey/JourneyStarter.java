package dev.kulanz.journey;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the journey of new cases, a few at a time, so that a large import does not stop everything else. */
@Component
class JourneyStarter {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final RuntimeService runtime;
    private final JourneyChoice choice;
    private final Signals signals;
    private final BusinessClock clock;

    JourneyStarter(
            JdbcClient jdbc,
            Cases cases,
            RuntimeService runtime,
            JourneyChoice choice,
            Signals signals,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.runtime = runtime;
        this.choice = choice;
        this.signals = signals;
        this.clock = clock;
    }

    /** Cases whose journey has not begun, the most urgent first. */
    List<String> waiting(int limit) {
        return jdbc.sql("""
                        select number from dunning_case where journey_started_at is null and status = 'OPEN'
                        order by first_contact_at limit :limit""").param("limit", limit).query(String.class).list();
    }

    /** Starts the journey of a case once; a case that was paid in the meantime is settled instead. */
    @Transactional
    public void start(String caseNumber) {
        DunningCase of = cases.lock(caseNumber);
        if (!of.isOpen()
                || of.journey() != null
                || isStillEnding(of)
                || cases.settleIfPaid(of.accountId()).isPresent()) {
            return;
        }
        String ladder = choice.ladderOf(of);
        jdbc.sql("update dunning_case set journey = :journey, journey_started_at = :now where id = :id")
                .param("journey", ladder)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", of.id())
                .update();
        runtime.startProcessInstanceByKey(ladder, of.number());
    }

    /** The ladder of the round before hears in a moment that its case was settled. */
    private boolean isStillEnding(DunningCase of) {
        return of.round() > 1 && signals.isPending(Message.CASE_SETTLED, of.number());
    }
}
