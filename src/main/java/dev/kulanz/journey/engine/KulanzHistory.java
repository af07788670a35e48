package dev.kulanz.journey.engine;

import dev.kulanz.journey.model.TaskForm;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * What the engine remembers: the way of each instance, its tasks, incidents, failed jobs, variables, decisions and who did
 * what. Not the facts that a task shows while it is open (task-local variables), for they hold names and amounts; not what
 * is typed into forms; and not who was a candidate for what. The journal tells the rest.
 */
final class KulanzHistory extends AbstractHistoryLevel {

    static final String NAME = "kulanz";

    /** Stored in the database: never to be changed. */
    private static final int ID = 7101;

    private static final Set<String> ANSWERS = Arrays.stream(TaskForm.values())
            .flatMap(form -> form.fields().stream())
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    /** The entity is null when the engine asks in general, as it does when it reads a model. */
    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        if (!(type instanceof HistoryEventTypes known)) {
            return false;
        }
        return switch (known) {
            case PROCESS_INSTANCE_START,
                    PROCESS_INSTANCE_UPDATE,
                    PROCESS_INSTANCE_MIGRATE,
                    PROCESS_INSTANCE_END,
                    ACTIVITY_INSTANCE_START,
                    ACTIVITY_INSTANCE_UPDATE,
                    ACTIVITY_INSTANCE_MIGRATE,
                    ACTIVITY_INSTANCE_END,
                    TASK_INSTANCE_CREATE,
                    TASK_INSTANCE_UPDATE,
                    TASK_INSTANCE_MIGRATE,
                    TASK_INSTANCE_COMPLETE,
                    TASK_INSTANCE_DELETE,
                    INCIDENT_CREATE,
                    INCIDENT_MIGRATE,
                    INCIDENT_DELETE,
                    INCIDENT_RESOLVE,
                    INCIDENT_UPDATE,
                    JOB_FAIL,
                    DMN_DECISION_EVALUATE,
                    BATCH_START,
                    BATCH_END,
                    BATCH_UPDATE,
                    USER_OPERATION_LOG -> true;
            case VARIABLE_INSTANCE_CREATE,
                    VARIABLE_INSTANCE_UPDATE,
                    VARIABLE_INSTANCE_MIGRATE,
                    VARIABLE_INSTANCE_DELETE -> !isOfTask(entity) && !isAnswer(entity);
            default -> false;
        };
    }

    private static boolean isOfTask(@Nullable Object variable) {
        if (variable instanceof VariableInstanceEntity present) {
            return present.getTaskId() != null;
        }
        return variable instanceof HistoricVariableUpdateEventEntity past && past.getTaskId() != null;
    }

    /** A program that completes a task without its form leaves the answers in the process for a moment. */
    private static boolean isAnswer(@Nullable Object variable) {
        return variable instanceof VariableInstanceEntity present && ANSWERS.contains(present.getName());
    }
}
