package dev.kulanz.journey.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What is handed in and out of tasks and called processes: plain values and listed variables, no logic. */
final class MappingRule implements ModelRule {

    static final Pattern BUSINESS_KEY = Pattern.compile("[$#]\\{\\s*execution\\.processBusinessKey\\s*}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*([A-Za-z_]\\w*)\\s*}");

    private final KnownNames known;

    MappingRule(KnownNames known) {
        this.known = known;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        for (Element element : SafeXml.walk(model.xml())) {
            if (!ProcessModel.CAMUNDA.equals(element.getNamespaceURI())) {
                continue;
            }
            switch (element.getLocalName()) {
                case "in", "out" -> checkHandedOver(element, report);
                case "inputParameter", "outputParameter" -> {
                    checkVariable(element, SafeXml.attribute(element, "name"), report);
                    checkValue(element, SafeXml.ownText(element), report);
                }
                default -> {
                    // other extensions map nothing
                }
            }
        }
    }

    private void checkHandedOver(Element element, Report report) {
        if (element.hasAttribute("variables")) {
            report.add(element, "Don't hand over all variables: name each one that is needed.");
        }
        checkVariable(element, SafeXml.attribute(element, "source"), report);
        checkVariable(element, SafeXml.attribute(element, "target"), report);
        String expression = SafeXml.attribute(element, "sourceExpression");
        if (expression != null) {
            checkValue(element, expression.strip(), report);
        }
        String businessKey = SafeXml.attribute(element, "businessKey");
        if (businessKey != null && !BUSINESS_KEY.matcher(businessKey.strip()).matches()) {
            report.add(
                    element,
                    "The business key is the case number: pass on #{execution.processBusinessKey}, not “%s”."
                            .formatted(businessKey));
        }
    }

    private void checkVariable(Element at, @Nullable String name, Report report) {
        if (name != null && !known.isVariable(name)) {
            report.add(
                    at,
                    "“%s” is not a process variable. Use one of %s"
                            .formatted(name, Words.list(known.variables().keySet())));
        }
    }

    private void checkValue(Element at, String value, Report report) {
        if (!value.contains("${") && !value.contains("#{")) {
            return;
        }
        Matcher variable = VARIABLE.matcher(value);
        if (variable.matches()) {
            checkVariable(at, variable.group(1), report);
        } else {
            report.add(
                    at,
                    "“%s” is more than a value. Hand over a plain value or one variable like ${step}; what is more belongs into a decision table."
                            .formatted(value));
        }
    }
}
