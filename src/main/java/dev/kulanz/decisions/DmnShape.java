package dev.kulanz.decisions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What may stand where in a DMN file: one decision table with its inputs as Camunda Modeler draws them. FEEL stands in
 * {@code text} only, and each {@code text} that there is gets read; whatever else could hold FEEL (knowledge models,
 * services, item definitions, literal expressions, contexts, imports, other versions of DMN) has no place.
 */
final class DmnShape {

    private static final String DMNDI = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
    private static final String EXTENSION_ELEMENTS = "extensionElements";

    private static final Map<String, Set<String>> CHILDREN = Map.ofEntries(
            Map.entry(
                    "definitions",
                    Set.of(
                            "description",
                            "inputData",
                            "decision",
                            "knowledgeSource",
                            "textAnnotation",
                            "association",
                            EXTENSION_ELEMENTS)),
            Map.entry("inputData", Set.of("description", "variable", EXTENSION_ELEMENTS)),
            Map.entry("variable", Set.of("description")),
            Map.entry("knowledgeSource", Set.of("description", "authorityRequirement", EXTENSION_ELEMENTS)),
            Map.entry("authorityRequirement", Set.of("requiredDecision", "requiredInput", "requiredAuthority")),
            Map.entry("textAnnotation", Set.of("description", "text")),
            Map.entry("association", Set.of("description", "sourceRef", "targetRef")),
            Map.entry(
                    "decision",
                    Set.of(
                            "description",
                            "question",
                            "allowedAnswers",
                            "variable",
                            "informationRequirement",
                            "authorityRequirement",
                            "decisionTable",
                            EXTENSION_ELEMENTS)),
            Map.entry("informationRequirement", Set.of("description", "requiredInput")),
            Map.entry("decisionTable", Set.of("description", "input", "output", "annotation", "rule")),
            Map.entry("input", Set.of("description", "inputExpression", "inputValues", EXTENSION_ELEMENTS)),
            Map.entry("inputExpression", Set.of("description", "text")),
            Map.entry("inputValues", Set.of("description", "text")),
            Map.entry("output", Set.of("description", "outputValues", "defaultOutputEntry", EXTENSION_ELEMENTS)),
            Map.entry("outputValues", Set.of("description", "text")),
            Map.entry("defaultOutputEntry", Set.of("description", "text")),
            Map.entry(
                    "rule", Set.of("description", "inputEntry", "outputEntry", "annotationEntry", EXTENSION_ELEMENTS)),
            Map.entry("inputEntry", Set.of("description", "text", EXTENSION_ELEMENTS)),
            Map.entry("outputEntry", Set.of("description", "text", EXTENSION_ELEMENTS)),
            Map.entry("annotationEntry", Set.of("text")));

    /** These may stand several times in their parent; every other one once, so that nobody reads another of two. */
    private static final Set<String> SEVERAL = Set.of(
            "inputData",
            "decision",
            "knowledgeSource",
            "textAnnotation",
            "association",
            "authorityRequirement",
            "informationRequirement",
            "input",
            "output",
            "annotation",
            "rule",
            "inputEntry",
            "outputEntry",
            "annotationEntry");

    /** Said elsewhere in the words of the thing. */
    private static final Set<String> SAID = Set.of("businessKnowledgeModel", "decisionService", "import");

    private final Place place;
    private final Findings findings;

    DmnShape(String resourceName, Findings findings) {
        this.place = Place.file(resourceName);
        this.findings = findings;
    }

    void check(Element parent) {
        Set<String> permitted = CHILDREN.getOrDefault(parent.getLocalName(), Set.of());
        Map<String, Integer> counts = new HashMap<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                checkChild(parent, child, permitted, counts);
            }
        }
    }

    private void checkChild(Element parent, Element child, Set<String> permitted, Map<String, Integer> counts) {
        String name = child.getLocalName();
        if (!DmnXml.NAMESPACE.equals(child.getNamespaceURI())) {
            if (!DMNDI.equals(child.getNamespaceURI()) || !"definitions".equals(parent.getLocalName())) {
                findings.add(place, "the element '%s' has no place in %s".formatted(child.getNodeName(), at(parent)));
            }
        } else if (!permitted.contains(name)) {
            if (!SAID.contains(name) && !isSaidOfDecision(parent, name)) {
                findings.add(place, "the element '%s' has no place in %s".formatted(name, at(parent)));
            }
        } else if (counts.merge(name, 1, Integer::sum) > 1 && !SEVERAL.contains(name)) {
            findings.add(place, "the element '%s' is there twice in %s".formatted(name, at(parent)));
        } else if (!EXTENSION_ELEMENTS.equals(name)) {
            check(child);
        }
    }

    private static boolean isSaidOfDecision(Element parent, String name) {
        return switch (parent.getLocalName()) {
            case "decision" ->
                List.of("literalExpression", "knowledgeRequirement").contains(name);
            case "informationRequirement" -> "requiredDecision".equals(name);
            default -> false;
        };
    }

    private static String at(Element parent) {
        String id = parent.getAttribute("id");
        return id.isEmpty() ? parent.getLocalName() : "%s '%s'".formatted(parent.getLocalName(), id);
    }
}
