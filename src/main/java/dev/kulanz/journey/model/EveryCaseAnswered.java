package dev.kulanz.journey.model;

import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** A table that a process asks has an answer for every case: without one the case would be stuck at the task. */
final class EveryCaseAnswered {

    /** With these one row answers; the others add rows up. */
    private static final Set<String> ONE_ROW = Set.of("", "FIRST", "UNIQUE", "ANY", "PRIORITY");

    private EveryCaseAnswered() {}

    static void check(Element decision, Report report) {
        for (Element table : SafeXml.walk(decision)) {
            if ("decisionTable".equals(table.getLocalName())
                    && ONE_ROW.contains(table.getAttribute("hitPolicy"))
                    && rows(table).stream().noneMatch(EveryCaseAnswered::holdsAlways)
                    && !answersByDefault(table)) {
                report.add(
                        decision.getAttribute("id"),
                        decision.getAttribute("name"),
                        "A case for which no row holds would be stuck where the process asks. Add a last row with “-” in every input.");
            }
        }
    }

    private static List<Element> rows(Element table) {
        return SafeXml.walk(table).stream()
                .filter(element -> "rule".equals(element.getLocalName()))
                .toList();
    }

    private static boolean holdsAlways(Element row) {
        return SafeXml.walk(row).stream()
                .filter(element -> "inputEntry".equals(element.getLocalName()))
                .map(cell -> cell.getTextContent().strip())
                .allMatch(cell -> cell.isEmpty() || cell.equals("-"));
    }

    private static boolean answersByDefault(Element table) {
        return SafeXml.walk(table).stream().anyMatch(element -> "defaultOutputEntry".equals(element.getLocalName()));
    }
}
