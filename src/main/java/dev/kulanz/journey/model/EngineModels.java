package dev.kulanz.journey.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;

/** The models in the engine's repository, read within a command and for the system's own work, whoever is logged in. */
final class EngineModels implements InForce {

    private final CommandContext context;

    EngineModels(CommandContext context) {
        this.context = context;
    }

    /**
     * The version in force of what a file defines.
     *
     * @param source who deployed it says so here; null if he said nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Version(@Nullable String source, byte[] content) {}

    /** Of the process, decision or form that a file of this name defines; empty if there is none yet. */
    Optional<Version> inForce(String file) {
        return context.runWithoutAuthorization(() -> definition(file).map(this::version));
    }

    /** The very file of the version in force of what a file of this name defines. */
    Optional<ResourceEntity> fileInForce(String file) {
        return context.runWithoutAuthorization(() -> definition(file).map(this::resource));
    }

    private Optional<ResourceDefinitionEntity<?>> definition(String file) {
        if (!ModelCheck.isModel(file)) {
            return Optional.empty();
        }
        String bare = ModelCheck.bare(file);
        return Optional.ofNullable(latest(bare, bare.substring(0, bare.lastIndexOf('.'))));
    }

    @Override
    public List<String> processes() {
        return context.runWithoutAuthorization(() -> context
                .getProcessEngineConfiguration()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .stream()
                .map(process -> new String(resource(process).getBytes(), StandardCharsets.UTF_8))
                .toList());
    }

    @Override
    public boolean hasDecision(String key) {
        return inForce(key + ".dmn").isPresent();
    }

    @Override
    public Optional<String> decision(String key) {
        return inForce(key + ".dmn").map(version -> new String(version.content(), StandardCharsets.UTF_8));
    }

    @Override
    public boolean hasForm(String id) {
        return inForce(id + ".form").isPresent();
    }

    @Override
    public long running(String processId) {
        return context.runWithoutAuthorization(() -> context.getProcessEngineConfiguration()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(processId)
                .count());
    }

    private @Nullable ResourceDefinitionEntity<?> latest(String file, String key) {
        if (file.endsWith(".bpmn")) {
            return context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key);
        }
        if (file.endsWith(".dmn")) {
            return context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key);
        }
        return context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key);
    }

    private Version version(ResourceDefinitionEntity<?> definition) {
        return new Version(
                context.getDeploymentManager()
                        .findDeploymentById(definition.getDeploymentId())
                        .getSource(),
                resource(definition).getBytes());
    }

    private ResourceEntity resource(ResourceDefinition definition) {
        return context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName());
    }

    static EngineModels ofThisCommand() {
        return new EngineModels(Context.getCommandContext());
    }
}
