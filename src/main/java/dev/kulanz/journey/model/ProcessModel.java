package dev.kulanz.journey.model;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.instance.Incoming;
import org.camunda.bpm.model.bpmn.impl.instance.Outgoing;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.xml.ModelException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One BPMN file, readable and with exactly one process. Nobody changes it once it has been read, so what was looked up in
 * it is kept: each look goes through the whole file, and the rules look for the same few types again and again.
 *
 * @param file bare name of the file
 * @param found the elements of a type, of those types that somebody asked for
 */
record ProcessModel(String file, BpmnModelInstance bpmn, Element xml, Map<Class<?>, Collection<?>> found) {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String SUFFIX = ".bpmn";

    static ProcessModel read(String file, String text) throws Unreadable {
        Document document = SafeXml.read(text);
        if (SafeXml.walk(document.getDocumentElement()).stream().anyMatch(ProcessModel::pointsElsewhere)) {
            throw new Unreadable(
                    "The file points to schemas elsewhere. Remove xsi:schemaLocation, nothing is fetched.");
        }
        BpmnModelInstance bpmn;
        try {
            bpmn = Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (ModelException e) {
            throw new Unreadable("The file is not valid BPMN 2.0: " + root(e));
        }
        int processes = bpmn.getModelElementsByType(Process.class).size();
        if (processes != 1) {
            throw new Unreadable(
                    "The file holds %d processes; draw exactly one process in a file.".formatted(processes));
        }
        List<SequenceFlow> flows = List.copyOf(bpmn.getModelElementsByType(SequenceFlow.class));
        bpmn.getModelElementsByType(FlowNode.class).forEach(node -> listFlows(node, flows));
        return new ProcessModel(file, bpmn, document.getDocumentElement(), new ConcurrentHashMap<>());
    }

    /** The engine goes by the ends of the flows; what a node lists may be missing or old. */
    private static void listFlows(FlowNode node, List<SequenceFlow> flows) {
        List<SequenceFlow> out =
                flows.stream().filter(flow -> node.equals(flow.getSource())).toList();
        List<SequenceFlow> in =
                flows.stream().filter(flow -> node.equals(flow.getTarget())).toList();
        if (!lists(node.getChildElementsByType(Outgoing.class), out)) {
            node.getChildElementsByType(Outgoing.class).forEach(node::removeChildElement);
            node.getOutgoing().addAll(out);
        }
        if (!lists(node.getChildElementsByType(Incoming.class), in)) {
            node.getChildElementsByType(Incoming.class).forEach(node::removeChildElement);
            node.getIncoming().addAll(in);
        }
    }

    private static boolean lists(Collection<? extends BpmnModelElementInstance> listed, List<SequenceFlow> flows) {
        return listed.stream()
                .map(flow -> flow.getTextContent().strip())
                .toList()
                .equals(flows.stream().map(SequenceFlow::getId).toList());
    }

    private static boolean pointsElsewhere(Element element) {
        return element.hasAttributeNS(SCHEMA_INSTANCE, "schemaLocation")
                || element.hasAttributeNS(SCHEMA_INSTANCE, "noNamespaceSchemaLocation");
    }

    private static String root(Throwable e) {
        return e.getCause() == null ? plain(String.valueOf(e.getMessage())) : root(e.getCause());
    }

    /** A schema error without its noise: {@code Line=46: …}. */
    private static String plain(String message) {
        String plain = message.replace("Error: URI=null ", "").replaceAll("\\{\"[^\"]*\":(\\w+)}", "$1");
        int hints = plain.indexOf(" One of '");
        return hints < 0 ? plain.strip() : plain.substring(0, hints);
    }

    Process process() {
        return all(Process.class).iterator().next();
    }

    /** The id that the file's name asks for. */
    String expectedId() {
        return file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
    }

    boolean isLadder() {
        return process().getId().endsWith("-journey");
    }

    /** Whether it begins when something is told, beside what else the case does. */
    boolean beginsByMessage() {
        return all(StartEvent.class).stream()
                .anyMatch(start -> start.getParentElement() instanceof Process
                        && !start.getChildElementsByType(MessageEventDefinition.class)
                                .isEmpty());
    }

    @SuppressWarnings("unchecked") // of each type, its own elements are kept
    <T extends BpmnModelElementInstance> Collection<T> all(Class<T> type) {
        return (Collection<T>) found.computeIfAbsent(type, any -> List.copyOf(bpmn.getModelElementsByType(type)));
    }

    Collection<FlowNode> nodes() {
        return all(FlowNode.class);
    }

    /** What stands in an element's extensions. */
    static <T extends BpmnModelElementInstance> List<T> extensions(BaseElement element, Class<T> type) {
        ExtensionElements extensions = element.getExtensionElements();
        return extensions == null
                ? List.of()
                : extensions.getElementsQuery().filterByType(type).list();
    }

    static String camunda(BaseElement element, String attribute) {
        return Optional.ofNullable(element.getAttributeValueNs(CAMUNDA, attribute))
                .orElse("")
                .strip();
    }

    /** Ids of the processes that this one calls. */
    List<String> calls() {
        return all(CallActivity.class).stream()
                .map(CallActivity::getCalledElement)
                .filter(called -> called != null)
                .toList();
    }

    /** Whether it waits anywhere for a message of this name. */
    boolean waitsFor(String message) {
        return all(MessageEventDefinition.class).stream()
                .anyMatch(event -> event.getMessage() != null
                        && message.equals(event.getMessage().getName()));
    }
}
