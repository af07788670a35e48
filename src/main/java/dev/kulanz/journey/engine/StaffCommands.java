package dev.kulanz.journey.engine;

import dev.kulanz.access.Role;
import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.shared.Legible;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;

/**
 * What the {@link OpenCommands} that change something may carry, whoever of the staff gives them and by whichever door:
 *
 * <ul>
 *   <li>One claims tasks for oneself, and gives back one's own; process owners and admins release those of others.
 *   <li>Who completes a task brings answers for its form and nothing else, and not while a colleague has claimed it.
 *   <li>A comment belongs to its task.
 *   <li>A job that has failed for good is tried again, at once: its due moment stays.
 *   <li>Who sees all creditors deploys models and rules, as they hold for all. A model is in force as soon as it is
 *       deployed: until a later day no case could start.
 * </ul>
 */
final class StaffCommands extends CommandInterceptor {

    private static final int MOST_RETRIES = 10;

    private final ProcessEngineConfigurationImpl engine;

    StaffCommands(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Authentication who = engine.getIdentityService().getCurrentAuthentication();
        if (who == null || Context.getCommandContext() != null) {
            return next.execute(command);
        }
        check(command, who);
        if (!dependsOnWhoHasClaimed(command)) {
            return next.execute(command);
        }
        // looked up in the same transaction: who claims meanwhile has changed the row, and this one fails (409)
        try {
            return next.execute(context -> {
                checkInside(command, who);
                return command.execute(context);
            });
        } catch (RefusedInside e) {
            throw e.told;
        }
    }

    private void check(Command<?> command, Authentication who) {
        if (command instanceof ClaimTaskCmd) {
            claims((String) field(command, "userId"), who);
        } else if (command instanceof AddCommentCmd) {
            comments(command);
        } else if (command instanceof SetJobRetriesCmd) {
            triesAgain(command, who);
        } else if (command instanceof DeployCmd) {
            deploys((DeploymentBuilderImpl) Objects.requireNonNull(field(command, "deploymentBuilder")), who);
        }
    }

    private static boolean dependsOnWhoHasClaimed(Command<?> command) {
        return command instanceof AssignTaskCmd
                || command instanceof CompleteTaskCmd
                || command instanceof SubmitTaskFormCmd;
    }

    private void checkInside(Command<?> command, Authentication who) {
        try {
            if (command instanceof AssignTaskCmd) {
                task(command).ifPresent(task -> assigns(task, (String) field(command, "userId"), who));
            } else if (command instanceof CompleteTaskCmd) {
                completes(command, "variables", who);
            } else if (command instanceof SubmitTaskFormCmd) {
                completes(command, "properties", who);
            }
        } catch (BadUserRequestException | InvalidRequestException e) {
            throw new RefusedInside(e);
        }
    }

    private static void claims(@Nullable String forWhom, Authentication who) {
        if (forWhom == null) {
            throw new BadUserRequestException("Who claims a task says so: userId is missing.");
        }
        if (!forWhom.equals(who.getUserId())) {
            throw new InvalidRequestException(Status.FORBIDDEN, "One claims a task for oneself.");
        }
    }

    private static void assigns(Task task, @Nullable String toWhom, Authentication who) {
        if (toWhom != null) {
            throw new InvalidRequestException(Status.FORBIDDEN, "Nobody gives a task to somebody else.");
        }
        if (isOfAColleague(task, who) && !releases(who)) {
            throw new InvalidRequestException(
                    Status.FORBIDDEN,
                    "A colleague has claimed this task. He gives it back, or a process owner releases it.");
        }
    }

    private void completes(Command<?> command, String answers, Authentication who) {
        task(command).ifPresent(task -> {
            if (isOfAColleague(task, who)) {
                throw new InvalidRequestException(Status.CONFLICT, "Somebody else has claimed this task.");
            }
            FormAnswers.check(form(task), answers(command, answers));
        });
    }

    private void comments(Command<?> command) {
        String message = (String) field(command, "message");
        if (message == null || Legible.isBlank(message)) {
            throw new BadUserRequestException("A comment has a message.");
        }
        PlainText.check("A comment", message);
        Object instance = field(command, "processInstanceId");
        String own = task(command).map(Task::getProcessInstanceId).orElse(null);
        if (own == null || (instance != null && !instance.equals(own))) {
            throw new BadUserRequestException("A comment belongs to a task of the same instance.");
        }
    }

    private void triesAgain(Command<?> command, Authentication who) {
        int retries = (Integer) Objects.requireNonNull(field(command, "retries"));
        if (retries < 1 || retries > MOST_RETRIES) {
            throw new BadUserRequestException("A job is tried again once, or up to " + MOST_RETRIES + " times.");
        }
        if (Boolean.TRUE.equals(field(command, "isDueDateSet"))) {
            throw new BadUserRequestException("When a job is due is not changed here.");
        }
        if (field(command, "jobDefinitionId") != null && !EngineUser.seesAllCreditors(who)) {
            throw new InvalidRequestException(
                    Status.FORBIDDEN, "These jobs are of all creditors, and you see only some of them.");
        }
        Job job = field(command, "jobId") instanceof String id
                ? engine.getManagementService().createJobQuery().jobId(id).singleResult()
                : null; // of a definition the engine takes the failed ones only
        if (job != null && job.getRetries() > 0) {
            throw new BadUserRequestException("This job has not failed for good: it is tried by itself.");
        }
    }

    private static void deploys(DeploymentBuilderImpl files, Authentication who) {
        if (!EngineUser.seesAllCreditors(who)) {
            throw new InvalidRequestException(
                    Status.FORBIDDEN, "Models and rules are of all creditors, and you see only some of them.");
        }
        if (files.getProcessDefinitionsActivationDate() != null) {
            throw new BadUserRequestException(
                    "A diagram is in force as soon as it is deployed. Leave deployment-activation-time out, and deploy when it is to begin.");
        }
    }

    private static boolean isOfAColleague(Task task, Authentication who) {
        return task.getAssignee() != null && !task.getAssignee().equals(who.getUserId());
    }

    private static boolean releases(Authentication who) {
        return StaffQuery.isAdmin(who)
                || (who.getGroupIds() != null && who.getGroupIds().contains(Role.PROCESS_OWNER.group()));
    }

    /** As far as it is there for who asks; if not, the command says so itself. */
    private Optional<Task> task(Command<?> command) {
        return Optional.ofNullable(engine.getTaskService()
                .createTaskQuery()
                .taskId(String.valueOf(field(command, "taskId")))
                .initializeFormKeys()
                .singleResult());
    }

    private static @Nullable TaskForm form(Task task) {
        CamundaFormRef ref = task.getCamundaFormRef();
        return ref == null ? null : TaskForm.of(ref.getKey()).orElse(null);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> answers(Command<?> command, String name) {
        return (Map<String, Object>) field(command, name);
    }

    /** The engine keeps to itself what its commands carry. */
    private static @Nullable Object field(Command<?> command, String name) {
        return new DirectFieldAccessor(command).getPropertyValue(name);
    }

    /** Of a kind that the engine takes for the caller's mistake: others it logs with a trace. */
    private static final class RefusedInside extends BadUserRequestException {

        private static final long serialVersionUID = 1L;

        private final transient RuntimeException told;

        RefusedInside(RuntimeException told) {
            super(told.getMessage());
            this.told = told;
        }
    }
}
