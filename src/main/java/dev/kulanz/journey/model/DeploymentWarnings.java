package dev.kulanz.journey.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import org.camunda.bpm.engine.rest.dto.repository.DeploymentWithDefinitionsDto;
import org.springframework.stereotype.Component;

/** Tells who deploys by a program of his own the warnings too: in the answer, and their number in a header. */
@Component
public class DeploymentWarnings implements ContainerResponseFilter {

    private static final String HEADER = "Kulanz-Model-Warnings";

    private final ModelWarnings warnings;

    DeploymentWarnings(ModelWarnings warnings) {
        this.warnings = warnings;
    }

    /** The engine's answer, and besides it the warnings, as the findings of a refused one: see {@link ModelsRefused}. */
    record Answer(@JsonUnwrapped DeploymentWithDefinitionsDto deployment, List<Finding> warnings) {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof DeploymentWithDefinitionsDto deployment) {
            List<Finding> said = warnings.of(deployment.getId(), AskedFiles.ofThisRequest());
            response.getHeaders().putSingle(HEADER, said.size());
            response.setEntity(new Answer(deployment, said));
        }
    }
}
