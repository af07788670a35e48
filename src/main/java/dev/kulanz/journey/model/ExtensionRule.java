package dev.kulanz.journey.model;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Of what the engine could do, only what a reader of the diagram sees: no scripts, listeners, classes or connectors. */
final class ExtensionRule implements ModelRule {

    private static final String SCRIPT = "Scripts are not run here. Use a service task with a delegate instead.";
    private static final String LISTENER =
            "A listener works where nobody who reads the diagram sees it. Draw a task of its own instead.";
    private static final String DELEGATE =
            "Work is done by delegates only: choose a template, or a service task with a delegate expression.";
    private static final String CONNECTOR = "Connectors are not used here. Use a service task with a delegate instead.";

    /** Names from which the engine still takes everything as if they were its own. */
    private static final String OLD_NAMES = "http://activiti.org/bpmn";

    private static final String OLD = "Settings of the namespace “activiti.org” are not used here. Remove “%s”.";

    private static final Set<String> ELEMENTS =
            Set.of("in", "out", "inputOutput", "inputParameter", "outputParameter", "properties", "property");
    private static final Map<String, String> FORBIDDEN_ELEMENTS = Map.of(
            "script", SCRIPT,
            "executionListener", LISTENER,
            "taskListener", LISTENER,
            "connector", CONNECTOR,
            "formData", "Fields stand in a form file. Set the form type to “Camunda Forms”.",
            "failedJobRetryTimeCycle",
                    "How often is tried again is set for all models in one place. Remove the retries.");

    /** Attribute → the kind of element it may stand at; "" is any. */
    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry("asyncBefore", ""),
            Map.entry("asyncAfter", ""),
            Map.entry("exclusive", ""),
            Map.entry("modelerTemplate", ""),
            Map.entry("modelerTemplateVersion", ""),
            Map.entry("modelerTemplateIcon", ""),
            Map.entry("diagramRelationId", "definitions"),
            Map.entry("delegateExpression", "serviceTask"),
            Map.entry("decisionRef", "businessRuleTask"),
            Map.entry("decisionRefBinding", "businessRuleTask"),
            Map.entry("mapDecisionResult", "businessRuleTask"),
            Map.entry("resultVariable", "businessRuleTask"),
            Map.entry("calledElementBinding", "callActivity"),
            Map.entry("formRef", "userTask"),
            Map.entry("formRefBinding", "userTask"),
            Map.entry("candidateGroups", "userTask"),
            Map.entry("historyTimeToLive", "process"),
            Map.entry("isStartableInTasklist", "process"),
            Map.entry("versionTag", "process"));

    private static final Map<String, String> FORBIDDEN_ATTRIBUTES = Map.of(
            "class", DELEGATE,
            "expression", DELEGATE,
            "delegateExpression", DELEGATE,
            "type", DELEGATE,
            "topic", DELEGATE,
            "resource", SCRIPT,
            "formKey", "Set the form type to “Camunda Forms”.",
            "dueDate", "When a task is due is decided by the application. Remove the due date.",
            "priority", "How urgent a task is is decided by the application. Remove the priority.");

    @Override
    public void check(ProcessModel model, Report report) {
        for (Element element : SafeXml.walk(model.xml())) {
            if (ProcessModel.CAMUNDA.equals(element.getNamespaceURI())) {
                String name = element.getLocalName();
                if (!ELEMENTS.contains(name)) {
                    report.add(element, FORBIDDEN_ELEMENTS.getOrDefault(name, unused(name)));
                }
            }
            if (OLD_NAMES.equals(element.getNamespaceURI())) {
                report.add(element, OLD.formatted(element.getLocalName()));
            }
            checkAttributes(element, report);
        }
    }

    private static void checkAttributes(Element element, Report report) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            if (element.getAttributes().item(i) instanceof Attr attribute) {
                String name = attribute.getLocalName();
                if (OLD_NAMES.equals(attribute.getNamespaceURI())) {
                    report.add(element, OLD.formatted(name));
                } else if (ProcessModel.CAMUNDA.equals(attribute.getNamespaceURI())
                        && !mayStandAt(ATTRIBUTES.get(name), element)) {
                    report.add(element, FORBIDDEN_ATTRIBUTES.getOrDefault(name, unused(name)));
                }
            }
        }
    }

    private static boolean mayStandAt(@Nullable String kind, Element element) {
        return kind != null && (kind.isEmpty() || kind.equals(element.getLocalName()));
    }

    private static String unused(String name) {
        return "The setting “%s” is not used here. Remove it.".formatted(name);
    }
}
