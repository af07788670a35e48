package dev.kulanz.journey;

import dev.kulanz.cases.NextAction;
import dev.kulanz.cases.NextActions;
import dev.kulanz.shared.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happens next, in the words of the diagrams: a planned message, a clerk's task, the wait for a block to end, or a
 * timer, or for more to be owed; of what has failed no moment is told. While a block holds no message is announced. One
 * question for any number of cases.
 */
@Component
class EngineNextActions implements NextActions {

    private static final String FOLLOW_UP = "promise-follow-up";

    private static final String NEXT = """
            with held as (
                select k.number, bool_or(b.until_date is null) as endless, max(b.until_date) as until_date
                from dunning_case k join case_block b on b.case_id = k.id
                where k.number = any(:cases) and b.open_item_id is null and holds_on(b.lifted_at, b.until_date, :today)
                group by k.number)
            select business_key, process_id, element_id, name, next_step, due, failed from (
                select c.case_number as business_key, null as process_id, null as element_id,
                       'Send ' || replace(c.step, '-', ' ') as name, null as next_step, c.not_before as due, false as failed, 1 as rank
                from contact c where c.case_number = any(:cases) and c.status = 'PLANNED' and c.purpose = 'DEMAND'
                  and not exists (select 1 from held where held.number = c.case_number)
                union all
                select p.business_key_, null, null, t.name_, null, null, false, 2
                from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                where p.business_key_ = any(:cases)
                union all
                select held.number, null, null, 'Wait for the block to end', null,
                       case when not held.endless then (held.until_date + 1)::timestamp at time zone :zone end, false, 4
                from held where exists (select 1 from act_ru_execution p where p.business_key_ = held.number)
                union all
                select w.number, null, null, 'Wait until more is owed', null, null, false, 5
                from case_waiting w where w.number = any(:cases)
                union all
                select p.business_key_, d.key_, e.act_id_, null,
                       v.text_,
                       j.duedate_ at time zone current_setting('TimeZone'), j.retries_ <= 0,
                       case when d.key_ = :promise then 3 else 6 end -- it ends the block that it waits with
                from act_ru_job j
                join act_ru_execution e on e.id_ = j.execution_id_
                join act_ru_execution p on p.id_ = j.process_instance_id_
                join act_re_procdef d on d.id_ = p.proc_def_id_
                left join act_ru_variable v on v.execution_id_ = p.id_ and v.name_ = :nextStep
                where p.business_key_ = any(:cases)
                union all
                select k.number, null, null, 'Start journey', null, k.first_contact_at,
                       k.start_attempts >= %d and k.next_start_at is not null, 7
                from dunning_case k where k.number = any(:cases) and k.status = 'OPEN' and k.journey_started_at is null) n
            order by rank desc, due desc""".formatted(OpenFailures.TRIES);

    private final JdbcClient jdbc;
    private final DiagramWords words;
    private final BusinessClock clock;

    EngineNextActions(JdbcClient jdbc, DiagramWords words, BusinessClock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Map<String, NextAction> of(Collection<String> caseNumbers) {
        Map<String, NextAction> next = new HashMap<>();
        var asked = jdbc.sql(NEXT)
                .param("cases", goingOn(caseNumbers))
                .param("promise", FOLLOW_UP)
                .param("nextStep", CaseVariable.NEXT_STEP.id())
                .param("today", clock.today())
                .param("zone", BusinessClock.ZONE.getId());
        asked.query((ResultSet row) -> {
            next.put(row.getString("business_key"), action(row)); // the most urgent comes last and stays
        });
        return next;
    }

    /** The journey of a case that is over may still stand in the engine until it hears of it: nothing comes next. */
    private String[] goingOn(Collection<String> caseNumbers) {
        return jdbc.sql(
                        "select number from dunning_case where number = any(:cases) and status in ('OPEN', 'HANDED_OVER')")
                .param("cases", caseNumbers.toArray(String[]::new))
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    private NextAction action(ResultSet row) throws SQLException {
        Timestamp due = row.getTimestamp("due");
        boolean failed = row.getBoolean("failed");
        return new NextAction(what(row), due == null || failed ? null : due.toInstant(), failed);
    }

    private String what(ResultSet row) throws SQLException {
        @Nullable String name = row.getString("name");
        if (name != null) {
            return name;
        }
        String process = row.getString("process_id");
        String element = row.getString("element_id");
        return Optional.ofNullable(row.getString("next_step"))
                .filter(step -> words.isEntry(process, element))
                .flatMap(step -> words.enteredWith(process, step))
                .orElseGet(() -> words.after(process, element));
    }
}
