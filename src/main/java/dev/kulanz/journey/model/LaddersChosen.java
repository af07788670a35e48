package dev.kulanz.journey.model;

import java.util.List;
import java.util.Optional;
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
                checkRow(decision, cells.get(column).getTextContent().strip(), isProcess, report);
            }
        }
    }

    private static void checkRow(Element decision, String says, Predicate<String> isProcess, Report report) {
        Optional<List<String>> ladders = WordsOfCell.in(says);
        if (ladders.isEmpty()) {
            say(
                    decision,
                    "It can't be seen to which ladder “%s” sends cases. Write its name in quotes, or an if whose answers are such names.",
                    says,
                    report);
        }
        ladders.orElse(List.of()).stream()
                .filter(ladder -> !ladder.endsWith("-journey") || !isProcess.test(ladder))
                .forEach(ladder -> say(
                        decision,
                        "It sends cases to “%1$s”, but there is no such ladder. Correct the row, or deploy %1$s.bpmn before or together with this table.",
                        ladder,
                        report));
    }

    private static void say(Element decision, String sentence, String about, Report report) {
        report.add(decision.getAttribute("id"), decision.getAttribute("name"), sentence.formatted(about));
    }

    private static List<Element> named(Element parent, String name) {
        return SafeXml.walk(parent).stream()
                .filter(element -> name.equals(element.getLocalName()))
                .toList();
    }
}
