package dev.kulanz.journey.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/** Looks at each new deployment within the engine's command, before the engine itself does and before anything is written. */
final class Gatekeeper implements Deployer {

    private final Supplier<ModelCheck> check;
    private final Supplier<ModelWarnings> warnings;

    Gatekeeper(Supplier<ModelCheck> check, Supplier<ModelWarnings> warnings) {
        this.check = check;
        this.warnings = warnings;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<Finding> findings = new ArrayList<>();
        if (deployment.getTenantId() != null) {
            findings.add(Finding.refusal(
                    deployment.getName(),
                    null,
                    null,
                    "Models are the same for all creditors. Leave the tenant ID empty."));
        }
        Map<String, String> texts = texts(deployment, findings);
        findings.addAll(check.get().check(texts, EngineModels.ofThisCommand()));
        addWhatTheEngineFinds(texts, findings);
        if (findings.stream().anyMatch(Finding::refuses)) {
            throw new ModelsRefused(findings);
        }
        warnings.get().keep(deployment.getId(), findings);
    }

    private static Map<String, String> texts(DeploymentEntity deployment, List<Finding> findings) {
        Map<String, String> texts = new TreeMap<>();
        for (ResourceEntity resource : deployment.getResources().values()) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(resource.getBytes()))
                        .toString();
                texts.put(resource.getName(), text.startsWith("\uFEFF") ? text.substring(1) : text);
            } catch (CharacterCodingException e) {
                findings.add(Finding.refusal(
                        resource.getName(),
                        null,
                        null,
                        ModelCheck.isModel(resource.getName())
                                ? "The file is not written in UTF-8. Save it with Camunda Modeler."
                                : ModelCheck.unknownType(resource.getName())));
            }
        }
        return texts;
    }

    /**
     * The engine's own words, only where we have none for that element: it often means the same. It gets no file of which
     * we could not read anything.
     */
    private static void addWhatTheEngineFinds(Map<String, String> texts, List<Finding> findings) {
        Set<String> said = new HashSet<>();
        findings.stream()
                .filter(Finding::refuses)
                .forEach(finding -> said.add(finding.resource() + " " + finding.elementId()));
        texts.forEach((file, text) -> {
            if (!said.contains(file + " null")) {
                boolean isRefused = said.stream().anyMatch(place -> place.startsWith(file + " "));
                EngineReading.findings(file, text).stream()
                        .filter(finding -> finding.elementId() == null
                                ? !isRefused
                                : !said.contains(file + " " + finding.elementId()))
                        .forEach(findings::add);
            }
        });
    }
}
