package dev.kulanz.journey;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the journey of a case again that has no next action. It goes on where the case stands. */
@Component
public class JourneyRestart {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final StalledCases stalled;
    private final RuntimeService runtime;
    private final Journal journal;
    private final BusinessClock clock;

    JourneyRestart(
            JdbcClient jdbc,
            Cases cases,
            StalledCases stalled,
            RuntimeService runtime,
            Journal journal,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.stalled = stalled;
        this.runtime = runtime;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Has the journey started again in a moment. What was left of it ends, so that nobody is contacted twice.
     *
     * @return false if the case has a next action by now: then nothing is changed
     */
    @Transactional
    public boolean restart(String caseNumber) {
        DunningCase of = cases.lock(caseNumber);
        if (!stalled.isStalled(caseNumber)) {
            return false;
        }
        begin(of);
        return true;
    }

    /**
     * The same for a case whose ladder failed, and only its ladder: in the version in which it stands it would fail again.
     *
     * @return false if something else goes on in the case: then nothing is changed
     */
    boolean renew(String caseNumber) {
        DunningCase of = cases.lock(caseNumber);
        if (!stalled.hasNoNextAction(caseNumber) || !isOnlyOnItsLadder(of)) {
            return false;
        }
        begin(of);
        return true;
    }

    private boolean isOnlyOnItsLadder(DunningCase of) {
        return jdbc.sql("""
                        select coalesce(bool_and(d.key_ = :journey), false)
                        from act_ru_execution p join act_re_procdef d on d.id_ = p.proc_def_id_
                        where p.business_key_ = :case and p.parent_id_ is null and p.super_exec_ is null""")
                .param("journey", of.journey())
                .param("case", of.number())
                .query(Boolean.class)
                .single();
    }

    private void begin(DunningCase of) {
        String caseNumber = of.number();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .rootProcessInstances()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "started again", false, true));
        jdbc.sql("""
                        update dunning_case set journey = null, journey_started_at = null,
                            first_contact_at = greatest(first_contact_at, :now) where id = :id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", of.id())
                .update();
        jdbc.sql("delete from stalled_case where case_id = :id")
                .param("id", of.id())
                .update();
        journal.record(Cases.inCase("JourneyRestarted", of));
    }
}
