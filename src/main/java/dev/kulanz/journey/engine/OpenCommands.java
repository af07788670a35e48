package dev.kulanz.journey.engine;

import dev.kulanz.access.Role;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which commands of the engine are open, and to whom: this list, at all doors ({@link EnginePath}). The engine has five
 * times as many. What Tasklist, Cockpit, Admin and Camunda Modeler offer beyond the list is refused when it is clicked.
 *
 * <ul>
 *   <li><b>staff</b>: everybody who is logged in; <b>workers</b>: case workers, process owners, admins;
 *       <b>watchers</b>: process owners, compliance, admins; <b>overseers</b>: those of the watchers who see all creditors;
 *       <b>owners</b>: process owners, admins; <b>admins</b>
 *   <li>a POST without a verb at the end of its address is a query in a body
 *   <li>Cases go on by the product's own doors: nobody starts, moves, pauses, ends or migrates an instance, writes its
 *       variables, throws messages or errors into it or runs its jobs here. A pause is a block on the case.
 *   <li>A failed job may be tried again, and that is all.
 *   <li>Of users and groups everybody but admins finds himself and his own ({@link StaffQuery}, {@link RoleQuery}).
 *   <li>There are no attachments: nothing in the product needs them. Comments are written and read, never changed.
 *   <li>Reports that count over all creditors are for who sees all of them.
 * </ul>
 */
final class OpenCommands {

    private static final String OVERSEERS = "overseers";

    private static final Map<String, Set<Role>> WHO = Map.of(
            "staff",
            Set.of(Role.values()),
            "workers",
            Role.workingOnTasks(),
            "watchers",
            Set.of(Role.PROCESS_OWNER, Role.COMPLIANCE, Role.ADMIN),
            OVERSEERS,
            Set.of(Role.PROCESS_OWNER, Role.COMPLIANCE, Role.ADMIN),
            "owners",
            Set.of(Role.PROCESS_OWNER, Role.ADMIN),
            "admins",
            Set.of(Role.ADMIN));

    private static final String LIST = """
            staff     GET       version
            staff     GET       engine
            staff     GET       authorization/check
            staff     GET       user
            staff     GET       user/count
            staff     GET       user/{User}/profile
            staff     GET,POST  group
            staff     GET,POST  group/count
            staff     GET       identity/groups
            staff     GET       identity/password-policy

            staff     GET,POST  task
            staff     GET,POST  task/count
            staff     GET       task/{Task}
            staff     GET       task/{Task}/form
            staff     GET       task/{Task}/deployed-form
            staff     GET       task/{Task}/form-variables
            staff     GET       task/{Task}/variables
            staff     GET       task/{Task}/localVariables
            staff     GET       task/{Task}/identity-links
            staff     GET       task/{Task}/comment
            workers   POST      task/{Task}/claim
            workers   POST      task/{Task}/unclaim
            workers   POST      task/{Task}/complete
            workers   POST      task/{Task}/submit-form
            workers   POST      task/{Task}/comment/create

            workers   GET,OPTIONS         filter
            workers   GET                 filter/count
            workers   GET,OPTIONS         filter/{Filter}
            workers   GET,POST            filter/{Filter}/list
            workers   GET,POST            filter/{Filter}/count
            workers   GET,POST            filter/{Filter}/singleResult
            admins    POST                filter/create
            admins    PUT,DELETE          filter/{Filter}

            staff     GET,POST  process-instance
            staff     GET,POST  process-instance/count
            staff     GET       process-instance/{Instance}
            staff     GET       process-instance/{Instance}/activity-instances
            watchers  GET       process-instance/{Instance}/variables
            watchers  GET,POST  variable-instance
            watchers  GET,POST  variable-instance/count
            watchers  GET       variable-instance/{Variable}
            watchers  GET       variable-instance/{Variable}/data
            watchers  GET       incident
            watchers  GET       incident/count
            watchers  GET       incident/{Incident}
            watchers  GET,POST  external-task
            watchers  GET,POST  external-task/count
            watchers  GET,POST  job
            watchers  GET,POST  job/count
            watchers  GET       job/{Job}
            watchers  GET       job/{Job}/stacktrace
            owners    PUT       job/{Job}/retries
            watchers  GET,POST  job-definition
            watchers  GET,POST  job-definition/count
            watchers  GET       job-definition/{JobDefinition}
            owners    PUT       job-definition/{JobDefinition}/retries
            watchers  GET       batch
            watchers  GET       batch/count
            watchers  GET       batch/statistics
            watchers  GET       batch/statistics/count

            staff     GET       process-definition
            staff     GET       process-definition/count
            staff     GET       process-definition/{Process}
            staff     GET       process-definition/{Process}/xml
            staff     GET       process-definition/key/{ProcessKey}
            staff     GET       process-definition/key/{ProcessKey}/xml
            watchers  GET       process-definition/statistics
            watchers  GET       process-definition/{Process}/statistics
            watchers  GET       process-definition/{Process}/static-called-process-definitions
            watchers  GET       decision-definition
            watchers  GET       decision-definition/count
            watchers  GET       decision-definition/{Decision}
            watchers  GET       decision-definition/{Decision}/xml
            watchers  GET       decision-definition/key/{DecisionKey}
            watchers  GET       decision-definition/key/{DecisionKey}/xml
            watchers  GET       decision-requirements-definition
            watchers  GET       decision-requirements-definition/count
            watchers  GET       decision-requirements-definition/{Drd}
            watchers  GET       decision-requirements-definition/{Drd}/xml
            watchers  GET       case-definition
            watchers  GET       case-definition/count
            watchers  GET       deployment
            watchers  GET       deployment/count
            watchers  GET       deployment/{Deployment}
            watchers  GET       deployment/{Deployment}/resources
            watchers  GET       deployment/{Deployment}/resources/{Part}
            watchers  GET       deployment/{Deployment}/resources/{Part}/data
            owners    POST      deployment/create
            admins    DELETE    deployment/{Deployment}

            staff     GET,POST  history/process-instance
            staff     GET,POST  history/process-instance/count
            staff     GET       history/process-instance/{PastInstance}
            staff     GET,POST  history/task
            staff     GET,POST  history/task/count
            staff     GET,POST  history/activity-instance
            staff     GET,POST  history/activity-instance/count
            watchers  GET       history/activity-instance/{PastActivity}
            staff     GET       history/user-operation
            staff     GET       history/user-operation/count
            watchers  GET       history/incident
            watchers  GET       history/incident/count
            watchers  GET,POST  history/variable-instance
            watchers  GET,POST  history/variable-instance/count
            watchers  GET       history/variable-instance/{PastVariable}
            watchers  GET       history/variable-instance/{PastVariable}/data
            watchers  GET       history/decision-instance
            watchers  GET       history/decision-instance/count
            watchers  GET       history/decision-instance/{PastDecision}
            watchers  GET,POST  history/job-log
            watchers  GET,POST  history/job-log/count
            watchers  GET       history/job-log/{JobLog}
            watchers  GET       history/job-log/{JobLog}/stacktrace
            watchers  GET       history/batch
            watchers  GET       history/batch/count
            watchers  GET       history/process-definition/{Process}/statistics
            watchers  GET       history/decision-requirements-definition/{Drd}/statistics

            overseers GET       history/process-instance/report
            overseers GET       history/task/report
            admins    GET       history/cleanup/configuration
            admins    GET       history/cleanup/jobs
            overseers GET       history/process-definition/cleanable-process-instance-report
            overseers GET       history/process-definition/cleanable-process-instance-report/count
            overseers GET       history/decision-definition/cleanable-decision-instance-report
            overseers GET       history/decision-definition/cleanable-decision-instance-report/count
            overseers GET       history/batch/cleanable-batch-report
            overseers GET       history/batch/cleanable-batch-report/count
            overseers GET       task/report/candidate-group-count
            admins    GET       metrics
            admins    GET       metrics/{Part}/sum
            admins    GET       telemetry/data
            admins    GET,OPTIONS  authorization
            admins    GET       authorization/count
            admins    OPTIONS   user
            admins    OPTIONS   user/{User}
            admins    OPTIONS   group
            admins    GET       tenant
            admins    GET       tenant/count

            staff     GET       camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js
            staff     GET       camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.css
            staff     GET       camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js
            staff     GET       camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.css
            staff     GET       camunda/api/admin/plugin/adminPlugins/static/app/plugin.js
            staff     GET       camunda/api/admin/plugin/adminPlugins/static/app/plugin.css
            staff     GET       camunda/api/welcome/plugin/welcomePlugins/static/app/plugin.js
            staff     GET       camunda/api/welcome/plugin/welcomePlugins/static/app/plugin.css
            staff     GET       camunda/api/engine/engine
            staff     GET       camunda/api/admin/auth/user/default
            staff     POST      camunda/api/admin/auth/user/default/logout
            watchers  GET,POST  camunda/api/cockpit/plugin/base/default/incident
            watchers  GET,POST  camunda/api/cockpit/plugin/base/default/incident/count
            watchers  GET,POST  camunda/api/cockpit/plugin/base/default/process-instance
            watchers  GET,POST  camunda/api/cockpit/plugin/base/default/process-instance/count
            watchers  GET,POST  camunda/api/cockpit/plugin/base/default/process-instance/{Instance}/called-process-instances
            watchers  GET       camunda/api/cockpit/plugin/base/default/process-definition/statistics
            watchers  GET       camunda/api/cockpit/plugin/base/default/process-definition/statistics-count
            watchers  GET,POST  camunda/api/cockpit/plugin/base/default/process-definition/{Process}/called-process-definitions
            admins    GET       camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated
            """;

    private static final List<OpenCommand> ALL =
            LIST.lines().filter(line -> !line.isBlank()).map(OpenCommands::read).toList();

    private OpenCommands() {}

    static List<OpenCommand> all() {
        return ALL;
    }

    /** The command that a request gives, by its own word rather than as an id; empty if it is not open to anybody. */
    static Optional<OpenCommand> find(String method, List<String> parts) {
        return ALL.stream()
                .filter(command -> command.fits(method, parts))
                .min(Comparator.comparing(command -> command.mentions(parts).size()));
    }

    private static OpenCommand read(String line) {
        String[] columns = line.strip().split(" +", -1);
        return new OpenCommand(
                Set.of(columns[1].split(",", -1)),
                Arrays.asList(columns[2].split("/", -1)),
                WHO.getOrDefault(columns[0], Set.of()),
                columns[0].equals(OVERSEERS));
    }
}
