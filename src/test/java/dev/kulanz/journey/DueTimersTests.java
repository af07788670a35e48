package dev.kulanz.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;

/** A job is fired by one: the engine's executor, or the pump. */
class DueTimersTests {

    private final ManagementService management = mock(ManagementService.class, RETURNS_DEEP_STUBS);

    DueTimersTests() {
        Job job = mock(Job.class);
        when(job.getId()).thenReturn("job-1");
        when(management.createJobQuery().executable().orderByJobDuedate().asc().listPage(0, 10))
                .thenReturn(List.of(job));
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
