package dev.kulanz.journey.model;

import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The engine evaluates expressions in many places, even in names and descriptions: they may stand only where they are looked at. */
final class ExpressionRule implements ModelRule {

    /** Places that have a rule of their own. */
    private static final Set<String> TEXTS =
            Set.of("conditionExpression", "timeDuration", "timeDate", "inputParameter", "outputParameter");

    private static final Set<String> ATTRIBUTES = Set.of("delegateExpression", "sourceExpression", "businessKey");

    @Override
    public void check(ProcessModel model, Report report) {
        for (Element element : SafeXml.walk(model.xml())) {
            String text = SafeXml.ownText(element);
            if (isExpression(text) && !TEXTS.contains(element.getLocalName())) {
                refuse(element, text, report);
            }
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                if (element.getAttributes().item(i) instanceof Attr attribute
                        && isExpression(attribute.getValue())
                        && !ATTRIBUTES.contains(attribute.getLocalName())) {
                    refuse(element, attribute.getValue(), report);
                }
            }
        }
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private static void refuse(Element element, String text, Report report) {
        report.add(
                element,
                "The expression “%s” can't stand here. Write plain text, or let a delegate or a decision table work it out."
                        .formatted(text));
    }
}
