package dev.kulanz.journey.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;

/**
 * A deployment is refused: the message names all findings, one a line, refusals before warnings. The engine's REST answers
 * it as 400, with {@code details} by file that keep {@code errors} and {@code warnings} apart.
 */
final class ModelsRefused extends ParseException {

    private static final long serialVersionUID = 1L;

    ModelsRefused(List<Finding> findings) {
        super(message(findings), "", List.of(), List.of());
        Map<String, List<Finding>> files = findings.stream()
                .collect(Collectors.groupingBy(Finding::resource, LinkedHashMap::new, Collectors.toList()));
        this.resorceReports = files.entrySet().stream()
                .<ResourceReport>map(file -> new ResourceReportImpl(
                        file.getKey(), problems(file.getValue(), true), problems(file.getValue(), false)))
                .toList();
    }

    private static String message(List<Finding> findings) {
        List<Finding> refusals = findings.stream().filter(Finding::refuses).toList();
        List<Finding> warnings =
                findings.stream().filter(finding -> !finding.refuses()).toList();
        String message = "Nothing was deployed. Put right and deploy again (findings: %d):%s"
                .formatted(refusals.size(), lines(refusals));
        return warnings.isEmpty()
                ? message
                : message
                        + "\nBesides, what alone would not keep it from being deployed (warnings: %d):%s"
                                .formatted(warnings.size(), lines(warnings));
    }

    private static String lines(List<Finding> findings) {
        return findings.stream().map(finding -> "\n- " + finding.line()).collect(Collectors.joining());
    }

    private static List<Problem> problems(List<Finding> findings, boolean refusing) {
        return findings.stream()
                .filter(finding -> finding.refuses() == refusing)
                .<Problem>map(FoundProblem::new)
                .toList();
    }
}
