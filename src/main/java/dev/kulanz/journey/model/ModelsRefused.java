package dev.kulanz.journey.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;
import org.jspecify.annotations.Nullable;

/** A deployment is refused: the message names all findings. The engine's REST answers it as 400, with details by file. */
final class ModelsRefused extends ParseException {

    private static final long serialVersionUID = 1L;

    ModelsRefused(List<Finding> findings) {
        super(message(findings), "", List.of(), List.of());
        resorceReports.clear();
        Map<String, List<Problem>> byFile = findings.stream()
                .collect(Collectors.groupingBy(
                        Finding::resource,
                        LinkedHashMap::new,
                        Collectors.mapping(AtElement::new, Collectors.toList())));
        byFile.forEach((file, problems) -> resorceReports.add(new ResourceReportImpl(file, problems, List.of())));
    }

    private static String message(List<Finding> findings) {
        return findings.stream()
                .map(finding -> "\n- " + finding.line())
                .collect(Collectors.joining(
                        "",
                        "Nothing was deployed. Put right and deploy again (findings: %d):".formatted(findings.size()),
                        ""));
    }

    /** A finding in the engine's words; it has no lines, as nobody looks at a diagram's XML. */
    private record AtElement(Finding finding) implements Problem {

        @Override
        public String getMessage() {
            return finding.sentence();
        }

        @Override
        public int getLine() {
            return 0;
        }

        @Override
        public int getColumn() {
            return 0;
        }

        @Override
        public @Nullable String getMainElementId() {
            return finding.elementId();
        }

        @Override
        public List<String> getElementIds() {
            return finding.elementId() == null ? List.of() : List.of(finding.elementId());
        }
    }
}
