package dev.kulanz.journey.engine;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Nobody deletes models on which cases stand, nor the last version of a process: what calls it would be stuck. Binds people
 * who are logged in, by whichever door; not the application itself.
 */
final class KeptModels extends CommandInterceptor {

    private final ProcessEngineConfigurationImpl engine;

    KeptModels(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (engine.getIdentityService().getCurrentAuthentication() != null) {
            refuseIfNeeded(deletedBy(command));
        }
        return next.execute(command);
    }

    private List<ProcessDefinition> deletedBy(Command<?> command) {
        if (command instanceof DeleteDeploymentCmd) {
            return definitions()
                    .deploymentId((String) field(command, "deploymentId"))
                    .list();
        }
        if (command instanceof DeleteProcessDefinitionsByIdsCmd) {
            Set<?> ids = (Set<?>) field(command, "processDefinitionIds");
            return definitions()
                    .processDefinitionIdIn(ids.stream().map(String::valueOf).toArray(String[]::new))
                    .list();
        }
        if (command instanceof DeleteProcessDefinitionsByKeyCmd) {
            return definitions()
                    .processDefinitionKey((String) field(command, "processDefinitionKey"))
                    .list();
        }
        return List.of();
    }

    /** The engine keeps to itself what its commands delete. */
    private static Object field(Command<?> command, String name) {
        return Objects.requireNonNull(new DirectFieldAccessor(command).getPropertyValue(name), name);
    }

    private void refuseIfNeeded(Collection<ProcessDefinition> deleted) {
        for (ProcessDefinition version : deleted) {
            long cases = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processDefinitionId(version.getId())
                    .count();
            if (cases > 0) {
                throw new BadUserRequestException(
                        "Nothing was deleted: %d cases stand in version %d of “%s” and would be left without a next action. Deploy a newer version instead; they finish in theirs."
                                .formatted(cases, version.getVersion(), version.getKey()));
            }
            long others = definitions().processDefinitionKey(version.getKey()).list().stream()
                    .filter(other ->
                            deleted.stream().noneMatch(gone -> gone.getId().equals(other.getId())))
                    .count();
            if (others == 0) {
                throw new BadUserRequestException(
                        "Nothing was deleted: there is no other version of “%s”, and cases that need it would be stuck. Deploy a newer version instead."
                                .formatted(version.getKey()));
            }
        }
    }

    private ProcessDefinitionQuery definitions() {
        return engine.getRepositoryService().createProcessDefinitionQuery();
    }
}
