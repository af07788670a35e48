package dev.kulanz.journey.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
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
        String key = file.substring(0, file.lastIndexOf('.'));
        return context.runWithoutAuthorization(
                () -> Optional.ofNullable(latest(file, key)).map(this::version));
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
                .map(process -> text(process.getDeploymentId(), process.getResourceName()))
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
                bytes(definition.getDeploymentId(), definition.getResourceName()));
    }

    private String text(String deploymentId, String resource) {
        return new String(bytes(deploymentId, resource), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String deploymentId, String resource) {
        return context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(deploymentId, resource)
                .getBytes();
    }

    static EngineModels ofThisCommand() {
        return new EngineModels(Context.getCommandContext());
    }
}
