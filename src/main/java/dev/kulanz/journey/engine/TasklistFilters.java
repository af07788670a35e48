package dev.kulanz.journey.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists of tasks that everybody finds in Tasklist: without one it shows nothing, and only admins may make any. Made
 * where there are none, so that admins can change them and make others.
 */
@Component
class TasklistFilters extends AbstractProcessEnginePlugin {

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        FilterService filters = engine.getFilterService();
        TaskService tasks = engine.getTaskService();
        if (filters.createTaskFilterQuery().count() > 0) {
            return;
        }
        make(filters, "To do", -2, tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"));
        make(filters, "Mine", -1, tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        make(filters, "All open", 0, tasks.createTaskQuery());
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
                "variables",
                List.of());
        filters.saveFilter(filters.newTaskFilter(name)
                .setProperties(looks)
                .setQuery(query.orderByTaskPriority().desc().orderByDueDate().asc()));
    }
}
