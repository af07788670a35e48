package dev.kulanz.journey.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What is handed over: which step it is and how many days to pay it gives, in plain words and each once. All else the
 * application finds out itself, and what it has found nobody puts anything else in the place of.
 */
final class MappingRule implements ModelRule {

    static final Pattern BUSINESS_KEY = Pattern.compile("[$#]\\{\\s*execution\\.processBusinessKey\\s*}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*([A-Za-z_]\\w*)\\s*}");

    /** What a diagram tells who does the work; only its drawer knows. */
    private static final Set<String> TOLD = Set.of("payDays", "step");

    /** The task that does what it is told, whatever step the case is at. */
    private static final String SERVICE_MESSAGE = "${sendServiceMessage}";

    private final KnownNames known;

    MappingRule(KnownNames known) {
        this.known = known;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        for (Element element : SafeXml.walk(model.xml())) {
            if (isOurs(element, "in")) {
                checkHandedOver(element, report);
            } else if (isOurs(element, "out")) {
                checkHandedOut(element, report);
            } else if (isOurs(element, "inputParameter") || isOurs(element, "outputParameter")) {
                checkParameter(element, report);
            } else if ("extensionElements".equals(element.getLocalName())) {
                checkOnce(element, report);
            }
        }
        model.all(ServiceTask.class).stream()
                .filter(task -> SERVICE_MESSAGE.equals(ProcessModel.camunda(task, "delegateExpression")))
                .forEach(task -> checkServiceMessage(task, report));
    }

    private static boolean isOurs(Element element, String name) {
        return ProcessModel.CAMUNDA.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    /** Of two lines with one name the engine takes the last, a reader the first. */
    private static void checkOnce(Element extensions, Report report) {
        Set<String> said = new HashSet<>();
        for (Element line : SafeXml.walk(extensions)) {
            String name = isOurs(line, "in") || isOurs(line, "out")
                    ? SafeXml.attribute(line, "target")
                    : isOurs(line, "inputParameter") || isOurs(line, "outputParameter")
                            ? SafeXml.attribute(line, "name")
                            : null;
            if (name != null && !said.add(line.getLocalName() + " " + name)) {
                report.add(line, "“%s” is handed over twice. Keep one of the lines.".formatted(name));
            }
            if (line.hasAttribute("businessKey") && !said.add("businessKey")) {
                report.add(line, "The business key is handed over twice. Keep one of the lines.");
            }
        }
    }

    private void checkHandedOver(Element line, Report report) {
        if (line.hasAttribute("variables")) {
            report.add(line, "Don't hand over all variables: name each one that is needed.");
            return;
        }
        String businessKey = SafeXml.attribute(line, "businessKey");
        if (businessKey != null) {
            if (!BUSINESS_KEY.matcher(businessKey.strip()).matches()) {
                report.add(
                        line,
                        "The business key is the case number: pass on #{execution.processBusinessKey}, not “%s”."
                                .formatted(businessKey));
            }
            return;
        }
        String expression = SafeXml.attribute(line, "sourceExpression");
        String source = SafeXml.attribute(line, "source");
        String target = SafeXml.attribute(line, "target");
        if (isKnown(line, source, report)
                && isKnown(line, target, report)
                && (expression == null || isPlain(line, expression.strip(), report))) {
            if (target == null || (expression == null) == (source == null)) {
                report.add(
                        line,
                        "Say in one line what is handed over (the source, or a value) and under which name (the target).");
            } else if (!TOLD.contains(target)) {
                report.add(
                        line,
                        "“%s” can't be handed over: the application finds it out itself. Remove the line; what a called process is told is %s"
                                .formatted(target, Words.list(TOLD)));
            } else if (!target.equals(handedOn(source, expression, target))) {
                report.add(line, "Only “%s” itself can be handed on as “%s”.".formatted(target, target));
            }
        }
    }

    /** The variable that is handed on; a value counts as what it is handed over as. */
    private static String handedOn(@Nullable String source, @Nullable String expression, String target) {
        if (expression == null) {
            return source == null ? target : source;
        }
        Matcher variable = VARIABLE.matcher(expression.strip());
        return variable.matches() ? variable.group(1) : target;
    }

    private void checkHandedOut(Element line, Report report) {
        if (line.hasAttribute("variables")) {
            report.add(line, "Don't hand over all variables: name each one that is needed.");
        } else if (isKnown(line, SafeXml.attribute(line, "source"), report)
                && isKnown(line, SafeXml.attribute(line, "target"), report)) {
            report.add(
                    line,
                    "Nothing is handed out of a called process: what it found may be missing or old here. Remove the line, and ask in the called process.");
        }
    }

    private void checkParameter(Element parameter, Report report) {
        String name = SafeXml.attribute(parameter, "name");
        String value = SafeXml.ownText(parameter);
        if (!isPlain(parameter, value, report) || !isKnown(parameter, name, report)) {
            return;
        }
        if (isOurs(parameter, "outputParameter")) {
            report.add(
                    parameter,
                    "Nothing is set by an output mapping: “%s” would no longer be what the application found. Remove it."
                            .formatted(name));
        } else if (!"step".equals(name) || !SERVICE_MESSAGE.equals(delegate(parameter))) {
            report.add(
                    parameter,
                    "Nothing is told to this element by an input mapping: it works with what the case stands at. Remove “%s”; only a task with the template “Send service message” is told which."
                            .formatted(name));
        }
    }

    private void checkServiceMessage(ServiceTask task, Report report) {
        List<String> told = VariableUse.toldSteps(task);
        String step = told.size() == 1 ? told.get(0) : "";
        if (told.size() < 2 && !known.notices().contains(step)) {
            report.add(
                    task,
                    "“%s” is not a service message. Choose one of %s".formatted(step, Words.list(known.notices())));
        }
    }

    /** At the element around it. */
    private static @Nullable String delegate(Element parameter) {
        for (Node node = parameter; node instanceof Element around; node = node.getParentNode()) {
            if (ProcessModel.BPMN.equals(around.getNamespaceURI())
                    && !"extensionElements".equals(around.getLocalName())) {
                return "serviceTask".equals(around.getLocalName())
                        ? around.getAttributeNS(ProcessModel.CAMUNDA, "delegateExpression")
                                .strip()
                        : null;
            }
        }
        return null;
    }

    private boolean isKnown(Element at, @Nullable String name, Report report) {
        if (name == null || known.isVariable(name)) {
            return true;
        }
        report.add(
                at,
                "“%s” is not a process variable. Use one of %s"
                        .formatted(name, Words.list(known.variables().keySet())));
        return false;
    }

    private boolean isPlain(Element at, String value, Report report) {
        if (!value.contains("${") && !value.contains("#{")) {
            return true;
        }
        Matcher variable = VARIABLE.matcher(value);
        if (variable.matches()) {
            return isKnown(at, variable.group(1), report);
        }
        report.add(
                at,
                "“%s” is more than a value. Hand over a plain value or one variable like ${step}; what is more belongs into a decision table."
                        .formatted(value));
        return false;
    }
}
