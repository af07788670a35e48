package dev.kulanz.journey.engine;

import dev.kulanz.journey.model.TaskForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists of tasks that everybody finds in Tasklist: without one it shows nothing, and only admins may make any. Made
 * where there are none, so that admins can change them and make others.
 */
@Component
class TasklistFilters extends AbstractProcessEnginePlugin {

    /** From here on much is at stake: 250 in the currency of the case, or more. */
    private static final int HIGH = 75;

    private static final String VARIABLES = "variables";

    private static final String READY = "Ready to hand over";

    /** What stands below each task, local to it. */
    private static final List<Map<String, String>> SHOWN = List.of(
            Map.of("name", TaskForm.DEBTOR, "label", "Debtor"),
            Map.of("name", TaskForm.OPEN_AMOUNT, "label", "Open"),
            Map.of("name", TaskForm.CASE_NUMBER, "label", "Case"),
            Map.of("name", TaskForm.READINESS, "label", "Hand-over"));

    /** What stood there before readiness did: whoever has not changed it gets it too. */
    private static final List<Map<String, String>> SHOWN_BEFORE = SHOWN.subList(0, 3);

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        FilterService filters = engine.getFilterService();
        TaskService tasks = engine.getTaskService();
        if (filters.createTaskFilterQuery().count() > 0) {
            List<Filter> before = filters.createTaskFilterQuery().list().stream()
                    .filter(one -> SHOWN_BEFORE.equals(one.getProperties().get(VARIABLES)))
                    .toList();
            before.forEach(one -> showReadiness(filters, one));
            if (!before.isEmpty()) {
                makeReady(filters, tasks);
            }
            return;
        }
        make(
                filters,
                "My group's tasks",
                1,
                mostAtStake(tasks).taskCandidateGroupInExpression("${currentUserGroups()}"));
        make(filters, "My tasks", 2, mostAtStake(tasks).taskAssigneeExpression("${currentUser()}"));
        make(
                filters,
                "Due today",
                3,
                tasks.createTaskQuery()
                        .dueBeforeExpression("${dateTime().plusDays(1).withTimeAtStartOfDay()}")
                        .orderByDueDate()
                        .asc()
                        .orderByTaskPriority()
                        .desc());
        make(filters, "High amounts", 4, mostAtStake(tasks).taskMinPriority(HIGH));
        make(filters, "All open", 5, mostAtStake(tasks));
        makeReady(filters, tasks);
    }

    private static void makeReady(FilterService filters, TaskService tasks) {
        if (filters.createTaskFilterQuery().filterName(READY).count() > 0) {
            return;
        }
        make(filters, READY, 6, mostAtStake(tasks).taskVariableValueEquals(TaskForm.READINESS, TaskForm.READY));
    }

    private static void showReadiness(FilterService filters, Filter one) {
        Map<String, Object> looks = new HashMap<>(one.getProperties());
        looks.put(VARIABLES, SHOWN);
        filters.saveFilter(one.setProperties(looks));
    }

    private static TaskQuery mostAtStake(TaskService tasks) {
        return tasks.createTaskQuery()
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc();
    }

    private static void make(FilterService filters, String name, int place, TaskQuery query) {
        Map<String, Object> looks = Map.of(
                "priority",
                place,
                "color",
                "#3c6e71",
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                VARIABLES,
                SHOWN);
        filters.saveFilter(filters.newTaskFilter(name).setProperties(looks).setQuery(query));
    }
}
