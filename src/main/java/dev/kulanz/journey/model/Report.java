package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Takes the findings of one file and one weight down, each at the element that a person would click on. */
final class Report {

    private final String resource;
    private final Severity severity;
    private final List<Finding> findings = new ArrayList<>();

    Report(String resource, Severity severity) {
        this.resource = resource;
        this.severity = severity;
    }

    List<Finding> findings() {
        return findings;
    }

    void add(@Nullable String id, @Nullable String name, String sentence) {
        Finding finding =
                new Finding(resource, id, name == null || name.isBlank() ? null : name.strip(), severity, sentence);
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    void addForFile(String sentence) {
        add(null, null, sentence);
    }

    void add(ModelElementInstance at, String sentence) {
        ModelElementInstance place = at;
        while (!(place instanceof FlowElement || place instanceof Process || place instanceof Message)
                && place.getParentElement() != null) {
            place = place.getParentElement();
        }
        add(place.getAttributeValue("id"), place.getAttributeValue("name"), sentence);
    }

    void add(Element at, String sentence) {
        Element place = at;
        while (!isClickable(place) && place.getParentNode() instanceof Element parent) {
            place = parent;
        }
        add(SafeXml.attribute(place, "id"), SafeXml.attribute(place, "name"), sentence);
    }

    private static boolean isClickable(Element element) {
        return ProcessModel.BPMN.equals(element.getNamespaceURI())
                && element.hasAttribute("id")
                && !element.getLocalName().endsWith("EventDefinition")
                && !element.getLocalName().endsWith("Expression");
    }
}
