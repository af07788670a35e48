package dev.kulanz.journey;

import dev.kulanz.cases.LadderStep;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Cases that go in a circle, in SQL: they wait a day each time, or as long as their ladder waits, and a person should know.
 * The ladder came to a step again though nothing had changed since; or a message was planned and cancelled again and again;
 * or a notice was left out again, and nothing was sent in between.
 */
final class Circles {

    /** In the columns of {@link OpenFailures}. It ends by itself once something else happens in the case. */
    static final String IN_VAIN = """
            select 'CASE', k.number, k.creditor_id, k.number, k.journey, null, null, null, md5('in vain ' || k.journey), v.since,
                   null, null
            from (
                select any_circle.case_number, max(any_circle.since) as since from (
                    select j.case_number, j.happened_at as since from journal j
                    where j.kind = 'StepFound' and (j.facts ->> 'inVain') is not null
                      and not exists (
                        select 1 from journal later where later.case_number = j.case_number and later.id > j.id)
                    union all
                    select c.case_number, c.planned_at from contact c
                    where c.status = 'PLANNED' and c.attempt > 5 and c.not_before > c.planned_at + interval '23 hours'
                      and (select count(*) from contact before
                           where before.case_id = c.case_id and before.step = c.step and before.status = 'CANCELLED'
                             and before.planned_at > c.planned_at - interval '1 day') >= 5
                    union all
                    select again.number, l.left_out_at from left_out_that_counts l
                    join dunning_case again on again.id = l.case_id
                    join case_item here on here.open_item_id = l.open_item_id and here.case_id = l.case_id
                    join item_balance b on b.id = l.open_item_id and b.open_amount > 0
                    where l.times > 1 and l.step = any('{%s}') and l.left_out_at >= again.journey_started_at
                      and not exists (select 1 from notice n where n.case_id = l.case_id and n.told_at > l.left_out_at)
                ) any_circle
                group by any_circle.case_number) v
            join dunning_case k on k.number = v.case_number
            where k.status = 'OPEN' and k.journey is not null
            """.formatted(Arrays.stream(LadderStep.values())
            .filter(LadderStep::isNotice)
            .map(LadderStep::id)
            .collect(Collectors.joining(",")));

    private Circles() {}
}
