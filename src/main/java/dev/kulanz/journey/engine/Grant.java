package dev.kulanz.journey.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import dev.kulanz.access.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * What a role may do with a kind of thing in the engine; on which creditors' instances, its tenants decide. It is the second
 * fence: which commands are open at all is said by {@link OpenCommands}, and what they may carry by {@link StaffCommands}
 * (that is why case workers may assign: to give back their own tasks). Working on a task needs no line here: the engine grants
 * it to the candidates that the model names.
 *
 * <p>Who reads the tasks of all processes reads all tasks: the engine's report over them looks only whether one may read each.
 *
 * <p>Nobody but admins creates filters, as these are kept and run for others. Nobody but admins deletes deployments, as that
 * can take running cases along. Nobody but admins and process owners deploys.
 */
record Grant(Role role, Resource resource, String id, List<Permission> permissions) {

    static List<Grant> all() {
        return Stream.of(caseWorkers(), processOwners(), compliance(), admins())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Grant> caseWorkers() {
        return List.of(
                app(Role.CASE_WORKER, "tasklist"),
                any(Role.CASE_WORKER, Resources.FILTER, Permissions.READ),
                any(
                        Role.CASE_WORKER,
                        Resources.PROCESS_DEFINITION,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.READ_HISTORY,
                        ProcessDefinitionPermissions.TASK_ASSIGN));
    }

    private static List<Grant> processOwners() {
        return List.of(
                app(Role.PROCESS_OWNER, "tasklist"),
                app(Role.PROCESS_OWNER, "cockpit"),
                any(Role.PROCESS_OWNER, Resources.FILTER, Permissions.READ),
                any(Role.PROCESS_OWNER, Resources.TASK, Permissions.READ),
                any(Role.PROCESS_OWNER, Resources.DEPLOYMENT, Permissions.READ, Permissions.CREATE),
                any(
                        Role.PROCESS_OWNER,
                        Resources.PROCESS_DEFINITION,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.READ_HISTORY,
                        ProcessDefinitionPermissions.RETRY_JOB,
                        ProcessDefinitionPermissions.TASK_WORK,
                        ProcessDefinitionPermissions.TASK_ASSIGN),
                any(Role.PROCESS_OWNER, Resources.DECISION_DEFINITION, Permissions.READ, Permissions.READ_HISTORY),
                any(Role.PROCESS_OWNER, Resources.DECISION_REQUIREMENTS_DEFINITION, Permissions.READ),
                any(Role.PROCESS_OWNER, Resources.BATCH, BatchPermissions.READ, BatchPermissions.READ_HISTORY),
                any(Role.PROCESS_OWNER, Resources.OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ));
    }

    private static List<Grant> compliance() {
        return List.of(
                app(Role.COMPLIANCE, "cockpit"),
                any(Role.COMPLIANCE, Resources.TASK, Permissions.READ),
                any(Role.COMPLIANCE, Resources.DEPLOYMENT, Permissions.READ),
                any(
                        Role.COMPLIANCE,
                        Resources.PROCESS_DEFINITION,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.READ_HISTORY),
                any(Role.COMPLIANCE, Resources.DECISION_DEFINITION, Permissions.READ, Permissions.READ_HISTORY),
                any(Role.COMPLIANCE, Resources.DECISION_REQUIREMENTS_DEFINITION, Permissions.READ),
                any(Role.COMPLIANCE, Resources.BATCH, BatchPermissions.READ, BatchPermissions.READ_HISTORY),
                any(Role.COMPLIANCE, Resources.OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ));
    }

    private static List<Grant> admins() {
        return Arrays.stream(Resources.values())
                .map(resource -> any(Role.ADMIN, resource, Permissions.ALL))
                .toList();
    }

    private static Grant app(Role role, String name) {
        return new Grant(role, Resources.APPLICATION, name, List.of(Permissions.ACCESS));
    }

    private static Grant any(Role role, Resource resource, Permission... permissions) {
        return new Grant(role, resource, ANY, List.of(permissions));
    }
}
