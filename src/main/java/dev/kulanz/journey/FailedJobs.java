package dev.kulanz.journey;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Notes why a job failed for the last time, together with the engine's incident; the engine keeps only a text. */
@Component
class FailedJobs extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);

    /** Asked for late: they need the engine. */
    private final ObjectProvider<Failures> failures;

    private final ObjectProvider<FailurePlaces> places;

    FailedJobs(ObjectProvider<Failures> failures, ObjectProvider<FailurePlaces> places) {
        this.failures = failures;
        this.places = places;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(this::counted);
    }

    private Command<Object> counted(String jobId, Throwable failure) {
        return context -> {
            new DefaultJobRetryCmd(jobId, failure).execute(context);
            JobEntity job = context.getJobManager().findJobById(jobId);
            if (job != null && job.getRetries() <= 0) {
                note(context, job, failure);
            }
            return jobId;
        };
    }

    private void note(CommandContext context, JobEntity job, Throwable failure) {
        String element = job.getFailedActivityId() == null ? job.getActivityId() : job.getFailedActivityId();
        Failures.Place place;
        try {
            place = context.runWithoutAuthorization(() -> places.getObject()
                    .ofJob(job.getProcessInstanceId(), job.getProcessDefinitionKey(), element, failure));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Where job {} failed could not be found out: {}",
                    job.getId(),
                    e.getClass().getSimpleName());
            place = new Failures.Place(job.getProcessDefinitionKey(), element, java.util.Set.of(), java.util.Set.of());
        }
        failures.getObject().note(Failures.Kind.JOB, job.getId(), place, failure);
    }
}
