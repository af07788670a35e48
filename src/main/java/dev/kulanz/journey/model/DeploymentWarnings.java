package dev.kulanz.journey.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.rest.dto.repository.DeploymentWithDefinitionsDto;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells who deploys by a program of his own the warnings too: in the answer, and their number in a header. */
@Component
public class DeploymentWarnings implements ContainerResponseFilter {

    private static final String HEADER = "Kulanz-Model-Warnings";

    private final ModelWarnings warnings;

    DeploymentWarnings(ModelWarnings warnings) {
        this.warnings = warnings;
    }

    /** The engine's answer, and besides it the warnings. */
    record Answer(@JsonUnwrapped DeploymentWithDefinitionsDto deployment, List<Warning> warnings) {}

    /** As a finding of a refused deployment, see {@link ModelsRefused}. */
    record Warning(
            String resource,
            @Nullable String elementId,
            @Nullable String elementName,
            String severity,
            String message) {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof DeploymentWithDefinitionsDto deployment) {
            List<Warning> said = warnings.of(deployment.getId()).stream()
                    .map(DeploymentWarnings::warning)
                    .toList();
            response.getHeaders().putSingle(HEADER, said.size());
            response.setEntity(new Answer(deployment, said));
        }
    }

    private static Warning warning(Finding finding) {
        return new Warning(
                finding.resource(),
                finding.elementId(),
                finding.elementName(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.sentence());
    }
}
