package dev.kulanz.journey;

import dev.kulanz.cases.LadderStep;
import dev.kulanz.cases.NextAction;
import dev.kulanz.cases.NextActions;
import dev.kulanz.contact.Pace;
import dev.kulanz.contact.Paces;
import dev.kulanz.contact.Step;
import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happens next, in the words of the diagrams: a planned message, a clerk's task, the wait for a block to end, or a
 * timer, or for more to be owed, or to hear what became of a message; of what has failed no moment is told. While a block holds no message is announced. Few
 * questions for any number of cases.
 */
@Component
class EngineNextActions implements NextActions {

    private static final String FOLLOW_UP = "promise-follow-up";
    private static final String JUDGE = "${judgePromise}";

    private static final String NEXT = """
            with held as (
                select k.number, b.endless, b.until_date
                from dunning_case k
                cross join lateral ( -- case by case: all blocks there are would be read else
                    select bool_or(x.until_date is null) as endless, max(x.until_date) as until_date, count(*) as blocks
                    from case_block x
                    where x.case_id = k.id and x.open_item_id is null and holds_on(x.lifted_at, x.until_date, :today)) b
                where k.number = any(:cases) and b.blocks > 0)
            select * from (
                select c.case_number as business_key, 'Send ' || replace(c.step, '-', ' ') as name, c.not_before as due,
                       c.step, c.channel = 'VOICE' as by_call, c.attempt,
                       null as process_id, null as definition_id, null as element_id, null as next_step,
                       null::date as judge_on, null as readiness, false as failed, 1 as rank
                from contact c where c.case_number = any(:cases) and c.status = 'PLANNED' and c.purpose = 'DEMAND'
                  and not exists (select 1 from held where held.number = c.case_number)
                union all
                select p.business_key_, t.name_, null, null, null, null, null, null, null, null, null, v.text_, false, 2
                from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                left join act_ru_variable v on v.task_id_ = t.id_ and v.name_ = :readiness
                where p.business_key_ = any(:cases)
                union all
                select held.number, 'Wait for the block to end',
                       case when not held.endless then (held.until_date + 1)::timestamp at time zone :zone end,
                       null, null, null, null, null, null, null, null, null, false, 4
                from held where exists (select 1 from act_ru_execution p where p.business_key_ = held.number)
                union all
                select w.number, 'Wait until more is owed', null, null, null, null, null, null, null, null, null, null, false, 5
                from case_waiting w where w.number = any(:cases)
                union all
                select p.business_key_, null,
                       case when j.suspension_state_ = 1 then j.duedate_ at time zone current_setting('TimeZone') end,
                       null, null, null, d.key_, d.id_, e.act_id_, v.text_, m.judge_on, null, j.retries_ <= 0,
                       case when d.key_ = :promise and coalesce(m.rests, 'CASE') = 'CASE' then 3 -- it ends the block that it waits with
                            else 6 end
                from act_ru_job j
                join act_ru_execution e on e.id_ = j.execution_id_
                join act_ru_execution p on p.id_ = j.process_instance_id_
                join act_re_procdef d on d.id_ = p.proc_def_id_
                left join act_ru_variable v on v.execution_id_ = p.id_ and v.name_ = :nextStep
                left join dunning_case k on k.number = p.business_key_ and d.key_ = :promise
                left join promise m on m.case_id = k.id and m.status = 'OPEN'
                where p.business_key_ = any(:cases)
                union all
                select k.number, 'Start journey', k.first_contact_at,
                       null, null, null, null, null, null, null, null, null,
                       k.start_attempts >= %d and k.next_start_at is not null, 7
                from dunning_case k where k.number = any(:cases) and k.status = 'OPEN' and k.journey_started_at is null
                union all
                select c.case_number, 'Find out what became of the message', null,
                       null, null, null, null, null, null, null, null, null, false, 8
                from contact c where c.case_number = any(:cases) and c.status = 'UNKNOWN' and c.purpose = 'DEMAND') n
            order by rank desc, due desc""".formatted(OpenFailures.TRIES);

    private final JdbcClient jdbc;
    private final DiagramWords words;
    private final Ladders ladders;
    private final Paces paces;
    private final BusinessClock clock;

    EngineNextActions(JdbcClient jdbc, DiagramWords words, Ladders ladders, Paces paces, BusinessClock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.ladders = ladders;
        this.paces = paces;
        this.clock = clock;
    }

    @Override
    public Map<String, NextAction> of(Collection<String> caseNumbers) {
        String[] goingOn = goingOn(caseNumbers);
        Map<String, Pace> pace = paces.of(List.of(goingOn));
        Map<String, NextAction> next = new HashMap<>();
        var asked = jdbc.sql(NEXT)
                .param("cases", goingOn)
                .param("promise", FOLLOW_UP)
                .param("nextStep", CaseVariable.NEXT_STEP.id())
                .param("readiness", TaskForm.READINESS)
                .param("today", clock.today())
                .param("zone", BusinessClock.ZONE.getId());
        asked.query((ResultSet row) -> {
            String number = row.getString("business_key");
            next.put(
                    number,
                    action(row, Objects.requireNonNull(pace.get(number)))); // the most urgent comes last and stays
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

    private NextAction action(ResultSet row, Pace pace) throws SQLException {
        boolean failed = row.getBoolean("failed");
        String readiness = row.getString("readiness");
        return new NextAction(
                what(row),
                failed ? null : at(row, pace),
                failed,
                readiness == null ? null : readiness.equals(TaskForm.READY));
    }

    /** What is due already comes in a moment: nothing is told to come in the past. */
    private @Nullable Instant at(ResultSet row, Pace pace) throws SQLException {
        Timestamp due = row.getTimestamp("due");
        if (due == null) {
            return null;
        }
        Instant from = later(due.toInstant(), clock.instant());
        if (row.getString("definition_id") != null) {
            return afterTimer(row, pace, from);
        }
        String planned = row.getString("step");
        return planned == null
                ? from
                : row.getBoolean("by_call")
                        ? pace.call(row.getInt("attempt"), from)
                        : pace.message(Step.named(planned), from);
    }

    /** A timer only says when a step is reached: a message then waits for what holds it back, a judgement for its day. */
    private Instant afterTimer(ResultSet row, Pace pace, Instant from) throws SQLException {
        String definition = row.getString("definition_id");
        String element = row.getString("element_id");
        LocalDate judgeOn = row.getObject("judge_on", LocalDate.class);
        if (judgeOn != null) {
            return words.leadsTo(definition, element, JUDGE) ? later(from, BusinessCalendar.opening(judgeOn)) : from;
        }
        return stepAfter(row).map(step -> comes(step, pace, from)).orElse(from);
    }

    private Optional<LadderStep> stepAfter(ResultSet row) throws SQLException {
        String definition = row.getString("definition_id");
        String element = row.getString("element_id");
        if (!ModelKey.isLadder(row.getString("process_id"))) {
            return Optional.empty();
        }
        String entered = row.getString("next_step");
        if (entered != null && words.isEntry(definition, element)) {
            return entered.equals(FindStep.RESUMPTION)
                    ? Optional.of(LadderStep.FRIENDLY_REMINDER)
                    : LadderStep.of(entered);
        }
        return ladders.ofDefinition(definition).rungs().stream()
                .filter(rung -> words.leadsTo(definition, element, rung.elementId()))
                .map(Ladder.Rung::step)
                .findFirst();
    }

    private static Instant comes(LadderStep step, Pace pace, Instant from) {
        return switch (step) {
            case HANDOVER_DECISION -> pace.afterPatience(from);
            case VOICEBOT_CALL -> pace.call(1, from);
            case FRIENDLY_REMINDER, SECOND_REMINDER, DIGITAL_NUDGE, PLAN_OFFER, DUNNING_NOTICE, FINAL_NOTICE ->
                pace.message(Step.named(step.id()), from);
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private String what(ResultSet row) throws SQLException {
        @Nullable String name = row.getString("name");
        if (name != null) {
            return name;
        }
        String definition = row.getString("definition_id");
        String element = row.getString("element_id");
        return Optional.ofNullable(row.getString("next_step"))
                .filter(step -> words.isEntry(definition, element))
                .flatMap(step -> words.enteredWith(definition, step))
                .orElseGet(() -> words.after(definition, element));
    }
}
