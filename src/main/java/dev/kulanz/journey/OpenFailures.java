package dev.kulanz.journey;

/**
 * All that failed and waits, in SQL: jobs that are tried no more, starts and signals that fail again and again,
 * and cases that go in a circle.
 */
final class OpenFailures {

    /** Starts and signals that failed so often are tried again rarely, and a person should know. */
    static final int TRIES = 4;

    /** When a signal is to be tried that a person wants tried again; a start is then to be tried at no moment, which is at once. */
    static final String WANTED_NOW = "'epoch'::timestamptz";

    /**
     * To be put before a query, which then asks {@code failed}. The engine's tenant is the creditor. What failed in a
     * called process is told of its caller again, without a job. What a person wants tried again has not failed until it is
     * known how that ends.
     */
    static final String WITH_FAILED = """
            with failed as (
                select 'JOB' as kind, i.configuration_ as id, i.tenant_id_ as creditor_id, p.business_key_ as case_number,
                       case when f.id is null then d.key_ else f.process end as process,
                       case when f.id is null then coalesce(i.failed_activity_id_, i.activity_id_) else f.element end
                           as element, -- noted without one: it is only known who called it
                       f.decision, f.said, -- not what the engine says: it may name a person
                       coalesce(f.cause, md5(concat_ws(' ', d.key_, coalesce(i.failed_activity_id_, i.activity_id_)))) as cause,
                       i.incident_timestamp_ at time zone current_setting('TimeZone') as since, f.healed_by, f.renewed_by
                from act_ru_incident i
                left join failure f on f.kind = 'JOB' and f.id = i.configuration_
                left join act_ru_execution p on p.id_ = i.proc_inst_id_
                left join act_re_procdef d on d.id_ = i.proc_def_id_
                where i.incident_type_ = 'failedJob' and i.configuration_ is not null
                union all
                select f.kind, f.id, k.creditor_id, k.number, f.process, f.element, f.decision, f.said, f.cause, f.failed_at,
                       null, null
                from dunning_case k join failure f on f.kind = 'START' and f.id = k.number
                where k.journey_started_at is null and k.status = 'OPEN' and k.start_attempts >= %1$d
                  and k.next_start_at is not null
                union all
                select f.kind, f.id, k.creditor_id, k.number, f.process, f.element, f.decision, f.said, f.cause, f.failed_at,
                       null, null
                from signal s join failure f on f.kind = 'SIGNAL' and f.id = s.id::text
                join dunning_case k on k.number = s.case_number
                where s.attempts >= %1$d and s.next_attempt_at > %2$s
                union all
            """.formatted(TRIES, WANTED_NOW) + Circles.IN_VAIN + ")\n";

    /**
     * Of a job {@code j} with which its case stands on its ladder, in a diagram of which there is a newer version: only a
     * journey that begins anew comes into that.
     */
    static final String IS_OUTDATED = """
            exists (select 1 from act_ru_execution at
                    join act_ru_execution root on root.id_ = at.root_proc_inst_id_
                    join act_re_procdef ladder on ladder.id_ = root.proc_def_id_
                    join dunning_case k on k.number = root.business_key_ and k.journey = ladder.key_
                    join act_ru_execution one on one.root_proc_inst_id_ = root.id_ and one.parent_id_ is null
                    join act_re_procdef d on d.id_ = one.proc_def_id_
                    join act_re_procdef newer on newer.key_ = d.key_ and newer.version_ > d.version_
                        and newer.tenant_id_ is not distinct from d.tenant_id_
                    where at.id_ = j.process_instance_id_)""";

    /** Work that belongs to no case concerns who sees all creditors. */
    static final String OURS = "(:all or creditor_id = any(:creditors))";

    private OpenFailures() {}
}
