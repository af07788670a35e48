package dev.kulanz.journey;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.Cases;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open cases without a next action: nothing is due, nobody has a task, no message is on its way, and nobody will tell the
 * journey anything that moves it. There must be none; a sweep looks every day.
 */
@Component
public class StalledCases {

    /**
     * Next actions: the start of the journey, a job that may still be tried, a task, a contact that is planned or of which
     * somebody will hear, a signal on its way, or a subscription to what others tell by themselves. Those that only follow
     * something that has a due date of its own (a contact, a block, a promise) don't count.
     */
    private static final String STALLED = """
            from dunning_case k
            where k.status = 'OPEN' and k.journey_started_at is not null
              and not exists (
                  select 1 from act_ru_execution p join act_ru_job j on j.process_instance_id_ = p.id_
                  where p.business_key_ = k.number and j.retries_ > 0 and j.suspension_state_ = 1)
              and not exists (
                  select 1 from act_ru_execution p join act_ru_task t on t.proc_inst_id_ = p.id_
                  where p.business_key_ = k.number)
              and not exists (
                  select 1 from act_ru_execution p join act_ru_event_subscr s on s.proc_inst_id_ = p.id_
                  where p.business_key_ = k.number and s.event_name_ <> all(:followers))
              and not exists (
                  select 1 from contact c where c.case_id = k.id and c.status in ('PLANNED', 'SENDING', 'UNKNOWN'))
              and not exists (select 1 from signal s where s.case_number = k.number)
            """;

    private static final String FAILED = """
            exists (select 1 from act_ru_execution p join act_ru_incident i on i.proc_inst_id_ = p.id_
                    where p.business_key_ = k.number)""";

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Journal journal;
    private final BusinessClock clock;

    StalledCases(JdbcClient jdbc, Cases cases, Journal journal, BusinessClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A case without a next action.
     *
     * @param step the last step taken; null: none
     * @param foundAt when the sweep found it, UTC; null: it has not come by yet
     */
    public record Stalled(
            String number,
            String debtorName,
            @Nullable String step,
            @Nullable Instant foundAt) {}

    /** How many there are, also those whose work failed and which wait for it to be tried again. */
    public long count(CreditorScope scope) {
        return in(scope, "select count(*) " + STALLED + "and (:all or k.creditor_id = any(:creditors))")
                .query(Long.class)
                .single();
    }

    /** Those that may be started again, at most 100; where work failed it is to be tried again instead. */
    public List<Stalled> list(CreditorScope scope) {
        return in(scope, """
                        select k.number, d.name as debtor_name, k.step, f.found_at
                        from (select k.* %s and (:all or k.creditor_id = any(:creditors)) and not %s
                              order by k.number limit 100) k
                        join debtor d on d.id = k.debtor_id
                        left join stalled_case f on f.case_id = k.id
                        order by k.number""".formatted(STALLED, FAILED)).query(Stalled.class).list();
    }

    /**
     * How many there are of all creditors.
     *
     * @param all also those whose work failed
     * @param startable those that may be started again
     */
    record Counts(long all, long startable) {}

    Counts counts() {
        return jdbc.sql("select count(*) as \"all\", count(*) filter (where not %s) as startable %s"
                        .formatted(FAILED, STALLED))
                .param("followers", followers())
                .query(Counts.class)
                .single();
    }

    /** Those that may be started again, however many. */
    List<String> numbers(CreditorScope scope) {
        return in(
                        scope,
                        "select k.number %s and (:all or k.creditor_id = any(:creditors)) and not %s order by k.number"
                                .formatted(STALLED, FAILED))
                .query(String.class)
                .list();
    }

    /** Whether nothing would happen in this case any more, also if it failed. */
    boolean hasNoNextAction(String number) {
        return jdbc.sql("select exists (select 1 " + STALLED + " and k.number = :number)")
                .param("followers", followers())
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** Whether the journey of this case may be started again. */
    boolean isStalled(String number) {
        return jdbc.sql("select exists (select 1 " + STALLED + " and k.number = :number and not " + FAILED + ")")
                .param("followers", followers())
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** Journals each that was not known yet, and forgets those that go on. */
    @Transactional
    public void find() {
        jdbc.sql("""
                        delete from stalled_case f where not exists (
                            select 1 from (select k.id %s) still where still.id = f.case_id)""".formatted(STALLED)).param("followers", followers()).update();
        List<Happening> found = jdbc
                .sql("""
                        with found as (
                            insert into stalled_case (case_id, found_at) select k.id, :now %s on conflict do nothing
                            returning case_id)
                        select k.number from found join dunning_case k on k.id = found.case_id order by k.number""".formatted(STALLED))
                .param("followers", followers())
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .list()
                .stream()
                .map(number -> Cases.inCase("CaseWithoutNextAction", cases.get(number)))
                .toList();
        if (!found.isEmpty()) {
            journal.recordAll(found);
        }
    }

    private JdbcClient.StatementSpec in(CreditorScope scope, String sql) {
        return jdbc.sql(sql)
                .param("followers", followers())
                .param("all", scope.all())
                .param("creditors", scope.idArray());
    }

    private static String[] followers() {
        return Message.followers().stream().map(Message::id).toArray(String[]::new);
    }
}
