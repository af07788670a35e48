package dev.kulanz.journey.model;

import java.util.List;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/** The table that chooses a ladder names only ladders that there are. */
final class LaddersChosen {

    static final String DECISION = "journey-choice";

    private LaddersChosen() {}

    static void check(Element decision, Predicate<String> isProcess, Report report) {
        List<Element> outputs = named(decision, "output");
        int column = 0;
        while (column < outputs.size() && !"process".equals(outputs.get(column).getAttribute("name"))) {
            column++;
        }
        for (Element row : named(decision, "rule")) {
            List<Element> cells = named(row, "outputEntry");
            if (column < cells.size()) {
                String ladder = cells.get(column).getTextContent().strip().replace("\"", "");
                if (!ladder.endsWith("-journey") || !isProcess.test(ladder)) {
                    report.add(
                            decision.getAttribute("id"),
                            decision.getAttribute("name"),
                            "It sends cases to “%s”, but there is no such ladder. Correct the row, or deploy %s.bpmn before or together with this table."
                                    .formatted(ladder, ladder));
                }
            }
        }
    }

    private static List<Element> named(Element parent, String name) {
        return SafeXml.walk(parent).stream()
                .filter(element -> name.equals(element.getLocalName()))
                .toList();
    }
}
