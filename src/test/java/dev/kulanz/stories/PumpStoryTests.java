package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.ImportProgress;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** What fails again and again holds nobody else up. */
@KulanzTest
@Timeout(900)
class PumpStoryTests {

    @Autowired
    private Stories stories;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private MeterRegistry meters;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    @Test
    void goesOnWithEverythingElseWhileASweepFails() {
        anna.owes("R-1", "100.00", "2026-10-31");
        sql("""
                create function fail_in_test() returns trigger language plpgsql as $$
                begin raise exception 'this sweep fails'; end $$""");
        sql("""
                create trigger fail_in_test before update on schedule for each row
                when (new.name = 'overdue-sweep') execute function fail_in_test()""");
        double before = failures("overdue-sweep");
        try {
            story.until("2026-11-04T05:00");
        } finally {
            sql("drop trigger fail_in_test on schedule");
            sql("drop function fail_in_test");
        }
        anna.received("2026-11-03 friendly-reminder");
        assertThat(nextRun("stalled-cases")).isEqualTo("2026-11-04T05:00:00Z"); // six in Berlin: today's is over
        assertThat(failures("overdue-sweep") - before).isBetween(10.0, 100.0);

        story.until("2026-11-04T06:30");
        assertThat(nextRun("overdue-sweep")).isEqualTo("2026-11-05T04:00:00Z");
    }

    @Test
    void startsOtherJourneysWhileTwoHundredCanNotStart() {
        repository.suspendProcessDefinitionByKey("business-journey");
        try {
            importBusinesses(200);
            anna.owes("R-1", "100.00", "2026-10-31");
            story.until("2026-11-04T12:00");
        } finally {
            repository.activateProcessDefinitionByKey("business-journey");
        }
        anna.received("2026-11-03 friendly-reminder");
        assertThat(notStarted()).isEqualTo(200);
        assertThat(meters.get("kulanz.journeys.not.startable").gauge().value()).isEqualTo(200);

        sql("update dunning_case set next_start_at = null where next_start_at is not null");
        story.now();
        assertThat(notStarted()).isZero();
    }

    @Test
    void doesNotWaitInALoopForALadderThatHasNotEndedYet() {
        anna.owes("R-1", "100.00", "2026-10-31");
        sql("update dunning_case set round = 2, journey = null, journey_started_at = null where number = '%s'"
                .formatted(anna.caseNumber()));
        sql("""
                insert into signal (message, case_number, created_at, attempts, next_attempt_at)
                values ('CASE_SETTLED', '%s', now(), 9, now() + interval '1 hour')""".formatted(anna.caseNumber()));

        story.now();
        assertThat(anna.cases().get(0).journey()).isNull();

        sql("delete from signal where case_number = '%s'".formatted(anna.caseNumber()));
        story.now();
        assertThat(anna.cases().get(0).journey()).isEqualTo("dunning-journey");
    }

    private void importBusinesses(int count) {
        StringBuilder csv = new StringBuilder(
                "creditor_id,debtor_id,debtor_type,name,email,invoice_id,invoice_date,due_date,amount,currency\n");
        for (int i = 0; i < count; i++) {
            csv.append("%s,B%d,BUSINESS,B %d,b%d@example.com,%s-B%d,2026-10-01,2026-10-20,100.00,EUR\n"
                    .formatted(story.creditorId(), i, i, i, story.creditorId(), i));
        }
        stories.imports()
                .run(
                        new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
                        ImportOptions.CHANGES,
                        CreditorScope.ALL,
                        ImportProgress.UNSEEN);
    }

    private long notStarted() {
        return stories.jdbc()
                .sql("""
                        select count(*) from dunning_case
                        where creditor_id = :creditor and status = 'OPEN' and journey_started_at is null""")
                .param("creditor", story.creditorId())
                .query(Long.class)
                .single();
    }

    private double failures(String part) {
        return meters.get("kulanz.pump.failures").tag("part", part).counter().count();
    }

    private Instant nextRun(String sweep) {
        return stories.jdbc()
                .sql("select next_run_at from schedule where name = :name")
                .param("name", sweep)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private void sql(String statement) {
        stories.jdbc().sql(statement).update();
    }
}
