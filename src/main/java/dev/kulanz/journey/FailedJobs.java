package dev.kulanz.journey;

import dev.kulanz.agreements.TooEarly;
import dev.kulanz.journey.Failures.Kind;
import dev.kulanz.journey.Failures.Place;
import dev.kulanz.shared.BusinessCalendar;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes why a job failed for the last time, together with the engine's incident; the engine keeps only a text. Whatever goes
 * wrong with the note takes back nothing but itself: else the failure would not be counted, and the job be tried for ever.
 */
@Component
class FailedJobs extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);

    /** Asked for late: they need the engine. */
    private final ObjectProvider<Failures> failures;

    private final ObjectProvider<FailurePlaces> places;
    private final ObjectProvider<Retries> retries;
    private final ObjectProvider<PlatformTransactionManager> transactions;

    FailedJobs(
            ObjectProvider<Failures> failures,
            ObjectProvider<FailurePlaces> places,
            ObjectProvider<Retries> retries,
            ObjectProvider<PlatformTransactionManager> transactions) {
        this.failures = failures;
        this.places = places;
        this.retries = retries;
        this.transactions = transactions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(this::counted);
    }

    private Command<Object> counted(String jobId, Throwable failure) {
        return context -> {
            Optional<Instant> due = notBefore(failure);
            if (due.isPresent()) {
                putOff(context.getJobManager().findJobById(jobId), due.get());
                return jobId;
            }
            new DefaultJobRetryCmd(jobId, failure).execute(context);
            JobEntity job = context.getJobManager().findJobById(jobId);
            if (job != null && job.getRetries() <= 0) {
                noteWhatCan(context, job, failure);
            }
            return jobId;
        };
    }

    /** It did not fail: it came before its day. */
    private static Optional<Instant> notBefore(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof TooEarly early) {
                return Optional.of(BusinessCalendar.opening(early.day()));
            }
            if (one instanceof BeforePatience before) {
                return Optional.of(before.end());
            }
        }
        return Optional.empty();
    }

    private static void putOff(@Nullable JobEntity job, Instant due) {
        if (job != null) {
            job.unlock();
            job.setDuedate(Date.from(due));
        }
    }

    private void noteWhatCan(CommandContext context, JobEntity job, Throwable failure) {
        String element = job.getFailedActivityId() == null ? job.getActivityId() : job.getFailedActivityId();
        boolean known = isNoted(
                job,
                failure,
                () -> context.runWithoutAuthorization(() -> places.getObject()
                        .ofJob(job.getProcessInstanceId(), job.getProcessDefinitionKey(), element, failure)));
        if (!known) {
            isNoted(job, failure, () -> new Place(job.getProcessDefinitionKey(), element, Set.of(), Set.of()));
        }
        isDone(job, () -> retries.getObject().wantAnewIfOutdated(job.getId()));
    }

    private boolean isNoted(JobEntity job, Throwable failure, Supplier<Place> place) {
        return isDone(job, () -> failures.getObject().note(Kind.JOB, job.getId(), place.get(), failure));
    }

    /** A savepoint, as PostgreSQL does nothing more in a transaction in which something has failed. */
    private boolean isDone(JobEntity job, Runnable work) {
        TransactionTemplate part = new TransactionTemplate(transactions.getObject());
        part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        try {
            part.executeWithoutResult(status -> work.run());
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "What there is to say of failed job {} could not be noted: {}",
                    job.getId(),
                    e.getClass().getSimpleName());
            LOG.debug("Because", e);
            return false;
        }
    }
}
