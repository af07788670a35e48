package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job is fired by one: the engine's executor, or the pump. */
class DueTimersTests {

    private final ManagementService management = mock(ManagementService.class);

    @BeforeEach
    void aJobIsDue() {
        Job job = mock(Job.class);
        when(job.getId()).thenReturn("job-1");
        JobQuery query = mock(JobQuery.class, RETURNS_SELF);
        doReturn(List.of(job)).when(query).listPage(0, 10);
        when(management.createJobQuery()).thenReturn(query);
    }

    @Test
    void leavesThemToTheExecutorWhereItRuns() {
        assertThat(new DueTimers(management, true).due(10)).isEmpty();
    }

    @Test
    void firesThemWhereTheExecutorIsOff() {
        assertThat(new DueTimers(management, false).due(10)).containsExactly("job-1");
    }
}
