package dev.kulanz.journey.engine;

import java.util.function.BiPredicate;
import org.camunda.bpm.engine.ProcessEngine;

/**
 * What an address of the engine's REST names by its id. Before a command runs, the engine's own query is asked for the
 * thing: queries know which creditors and which permissions somebody has, and not every command does (comments and
 * attachments are read by their ids alone in 7.24).
 */
enum Subject {
    Task((engine, id) -> engine.getTaskService().createTaskQuery().taskId(id).count() > 0),
    Instance((engine, id) -> engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceId(id)
                    .count()
            > 0),
    PastInstance((engine, id) -> engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceId(id)
                    .count()
            > 0),
    PastActivity((engine, id) -> engine.getHistoryService()
                    .createHistoricActivityInstanceQuery()
                    .activityInstanceId(id)
                    .count()
            > 0),
    Variable((engine, id) -> engine.getRuntimeService()
                    .createVariableInstanceQuery()
                    .variableId(id)
                    .count()
            > 0),
    PastVariable((engine, id) -> engine.getHistoryService()
                    .createHistoricVariableInstanceQuery()
                    .variableId(id)
                    .count()
            > 0),
    PastDecision((engine, id) -> engine.getHistoryService()
                    .createHistoricDecisionInstanceQuery()
                    .decisionInstanceId(id)
                    .count()
            > 0),
    Incident((engine, id) ->
            engine.getRuntimeService().createIncidentQuery().incidentId(id).count() > 0),
    Job((engine, id) -> engine.getManagementService().createJobQuery().jobId(id).count() > 0),
    JobDefinition((engine, id) -> engine.getManagementService()
                    .createJobDefinitionQuery()
                    .jobDefinitionId(id)
                    .count()
            > 0),
    JobLog((engine, id) ->
            engine.getHistoryService().createHistoricJobLogQuery().logId(id).count() > 0),
    Process((engine, id) -> engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionId(id)
                    .count()
            > 0),
    ProcessKey((engine, key) -> engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(key)
                    .count()
            > 0),
    Decision((engine, id) -> engine.getRepositoryService()
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionId(id)
                    .count()
            > 0),
    DecisionKey((engine, key) -> engine.getRepositoryService()
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(key)
                    .count()
            > 0),
    Drd((engine, id) -> engine.getRepositoryService()
                    .createDecisionRequirementsDefinitionQuery()
                    .decisionRequirementsDefinitionId(id)
                    .count()
            > 0),
    Deployment((engine, id) -> engine.getRepositoryService()
                    .createDeploymentQuery()
                    .deploymentId(id)
                    .count()
            > 0),
    Filter((engine, id) ->
            engine.getFilterService().createFilterQuery().filterId(id).count() > 0),
    User((engine, name) ->
            engine.getIdentityService().createUserQuery().userId(name).count() > 0),

    /** Part of what stands before it in the address, and found by both. */
    Part((engine, id) -> true);

    @SuppressWarnings("ImmutableEnumChecker") // none of them remembers anything
    private final BiPredicate<ProcessEngine, String> visible;

    Subject(BiPredicate<ProcessEngine, String> visible) {
        this.visible = visible;
    }

    /** Whether it is there for who is logged in to the engine at this moment. */
    boolean isVisible(ProcessEngine engine, String id) {
        return visible.test(engine, id);
    }
}
