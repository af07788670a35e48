package dev.kulanz.journey.model;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;

/** A deployment is refused: the message names all findings, one a line. The engine's REST answers it as 400. */
final class ModelsRefused extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    ModelsRefused(List<Finding> findings) {
        super(findings.stream()
                .map(finding -> "\n- " + finding.line())
                .collect(Collectors.joining(
                        "",
                        "Nothing was deployed. Put right and deploy again (findings: %d):".formatted(findings.size()),
                        "")));
    }
}
