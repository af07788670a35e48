package dev.kulanz.journey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The engine's due jobs, fired by the pump where the engine's own job executor is off. */
@Component
class DueTimers {

    private final ManagementService management;
    private final boolean engineFiresThem;

    /** @param engineFiresThem the starter starts the job executor by this setting, and says it nowhere else in time */
    DueTimers(
            ManagementService management, @Value("${camunda.bpm.job-execution.enabled:true}") boolean engineFiresThem) {
        this.management = management;
        this.engineFiresThem = engineFiresThem;
    }

    /** Whether time is real, and the engine's job executor fires by itself what is due. */
    boolean areFiredByTheEngine() {
        return engineFiresThem;
    }

    /** Due jobs in due order. */
    List<String> due(int limit) {
        return engineFiresThem
                ? List.of()
                : management.createJobQuery().executable().orderByJobDuedate().asc().listPage(0, limit).stream()
                        .map(Job::getId)
                        .toList();
    }

    /** Fires one job; a failure counts down its retries, as in the job executor. */
    void fire(String jobId) {
        management.executeJob(jobId);
    }

    /** When the next job is due that still may be tried. */
    Optional<Instant> next() {
        return management.createJobQuery().withRetriesLeft().active().orderByJobDuedate().asc().listPage(0, 1).stream()
                .map(job -> job.getDuedate().toInstant())
                .findFirst();
    }
}
