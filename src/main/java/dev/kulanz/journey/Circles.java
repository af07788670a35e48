package dev.kulanz.journey;

/**
 * Cases that go in a circle, in SQL: they wait a day each time, and a person should know. Either the ladder came to a step
 * again though nothing had changed since, or a message was planned and cancelled again and again.
 */
final class Circles {

    /** In the columns of {@link OpenFailures}. It ends by itself once something else happens in the case. */
    static final String IN_VAIN = """
            select 'CASE', k.number, k.creditor_id, k.number, k.journey, null, null, null, md5('in vain ' || k.journey), v.since,
                   null, null
            from (
                select j.case_number, j.happened_at as since from journal j
                where j.kind = 'StepFound' and (j.facts ->> 'inVain') is not null
                  and not exists (
                    select 1 from journal later where later.case_number = j.case_number and later.id > j.id)
                union
                select c.case_number, c.planned_at from contact c
                where c.status = 'PLANNED' and c.attempt > 5 and c.not_before > c.planned_at + interval '23 hours'
                  and (select count(*) from contact before
                       where before.case_id = c.case_id and before.step = c.step and before.status = 'CANCELLED'
                         and before.planned_at > c.planned_at - interval '1 day') >= 5) v
            join dunning_case k on k.number = v.case_number
            where k.status = 'OPEN' and k.journey is not null
            """;

    private Circles() {}
}
