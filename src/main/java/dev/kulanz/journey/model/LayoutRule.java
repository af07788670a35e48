package dev.kulanz.journey.model;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A diagram is read from left to right, and nothing covers anything. */
final class LayoutRule implements ModelRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        Map<String, Rectangle2D> places = new HashMap<>();
        Map<String, Rectangle2D> labels = new HashMap<>();
        for (BpmnShape shape : model.all(BpmnShape.class)) {
            String element = String.valueOf(shape.getAttributeValue("bpmnElement"));
            place(shape.getBounds()).ifPresent(place -> places.put(element, place));
            if (shape.getBpmnLabel() != null) {
                place(shape.getBpmnLabel().getBounds()).ifPresent(place -> labels.put(element, place));
            }
        }
        checkDirection(model, places, report);
        List<FlowNode> nodes = new ArrayList<>(model.nodes());
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = 0; j < nodes.size(); j++) {
                checkFree(nodes.get(i), nodes.get(j), places, labels, j > i, report);
            }
        }
    }

    /** A way may lead to the left only where it leads back. */
    private static void checkDirection(ProcessModel model, Map<String, Rectangle2D> places, Report report) {
        Ways ways = Ways.of(model);
        Set<FlowNode> reached = ways.from(List.copyOf(model.all(StartEvent.class)));
        for (SequenceFlow flow : model.all(SequenceFlow.class)) {
            Rectangle2D from = places.get(flow.getSource().getId());
            Rectangle2D to = places.get(flow.getTarget().getId());
            if (from != null
                    && to != null
                    && to.getMaxX() <= from.getMinX()
                    && reached.contains(flow.getSource())
                    && !ways.from(List.of(flow.getTarget())).contains(flow.getSource())) {
                report.add(
                        flow.getTarget(),
                        "It stands left of “%s”, which comes before it. Move it: a diagram is read from left to right."
                                .formatted(flow.getSource().getName()));
            }
        }
    }

    private static void checkFree(
            FlowNode node,
            FlowNode other,
            Map<String, Rectangle2D> places,
            Map<String, Rectangle2D> labels,
            boolean isLater,
            Report report) {
        Rectangle2D place = places.get(other.getId());
        if (node.equals(other) || place == null || belongTogether(node, other)) {
            return;
        }
        if (isLater && covers(places.get(node.getId()), place)) {
            report.add(other, "It lies on “%s”. Move one of them.".formatted(node.getName()));
        } else if (covers(labels.get(node.getId()), place)) {
            report.add(node, "Its name lies on “%s”. Move the name or one of them.".formatted(other.getName()));
        }
    }

    private static boolean covers(@Nullable Rectangle2D one, Rectangle2D other) {
        return one != null && one.intersects(other);
    }

    /** What lies in a subprocess or at a task's border lies rightly on it. */
    private static boolean belongTogether(FlowNode one, FlowNode other) {
        return isWithin(one, other) || isWithin(other, one) || isAt(one, other) || isAt(other, one);
    }

    private static boolean isWithin(FlowNode inner, FlowNode outer) {
        return outer.equals(inner.getParentElement());
    }

    private static boolean isAt(ModelElementInstance event, FlowNode host) {
        return event instanceof BoundaryEvent border && host.equals(border.getAttachedTo());
    }

    private static Optional<Rectangle2D> place(@Nullable Bounds bounds) {
        return bounds == null
                ? Optional.empty()
                : Optional.of(
                        new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight()));
    }
}
