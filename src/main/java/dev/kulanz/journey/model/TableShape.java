package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A table is built as the engine reads one: each cell a text, one hit policy, nothing beside the table. */
final class TableShape {

    private static final Set<String> HIT_POLICIES =
            Set.of("UNIQUE", "FIRST", "PRIORITY", "ANY", "COLLECT", "RULE ORDER", "OUTPUT ORDER");

    /** Of a decision, besides its table. */
    private static final Set<String> BESIDES = Set.of(
            "description",
            "extensionElements",
            "question",
            "allowedAnswers",
            "variable",
            "informationRequirement",
            "knowledgeRequirement",
            "authorityRequirement",
            "decisionTable");

    private static final Set<String> CELLS = Set.of("inputEntry", "outputEntry", "inputExpression");
    private static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final Element decision;
    private final Report report;

    private TableShape(Element decision, Report report) {
        this.decision = decision;
        this.report = report;
    }

    static void check(Element decision, Report report) {
        TableShape shape = new TableShape(decision, report);
        for (Element child : children(decision)) {
            if (!BESIDES.contains(child.getLocalName())) {
                shape.say("Beside its table it holds “%s”. Keep the table only.".formatted(child.getLocalName()));
            }
        }
        SafeXml.walk(decision).forEach(shape::checkElement);
    }

    private void checkElement(Element element) {
        String name = String.valueOf(element.getLocalName());
        String id = element.getAttribute("id");
        if (element.hasAttribute("id") && !ID.matcher(id).matches()) {
            say("“%s” is no id. Write it of letters, digits and _.".formatted(id));
        }
        if (element.hasAttributeNS(SCHEMA_INSTANCE, "type")) {
            say("“%s” (%s) says of itself that it is something else. Remove xsi:type.".formatted(name, id));
        }
        if (name.equals("decisionTable")
                && element.hasAttribute("hitPolicy")
                && !HIT_POLICIES.contains(element.getAttribute("hitPolicy"))) {
            say("There is no hit policy “%s”. Choose FIRST or UNIQUE.".formatted(element.getAttribute("hitPolicy")));
        }
        if (CELLS.contains(name)
                && children(element).stream()
                                .filter(child -> "text".equals(child.getLocalName()))
                                .count()
                        != 1) {
            say("The cell %s holds no text, or several. Write one: “-” for whatever it is.".formatted(id));
        }
    }

    private void say(String sentence) {
        report.add(decision.getAttribute("id"), decision.getAttribute("name"), sentence);
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
