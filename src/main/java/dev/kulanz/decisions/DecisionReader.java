package dev.kulanz.decisions;

import static dev.kulanz.decisions.DmnXml.attribute;
import static dev.kulanz.decisions.DmnXml.child;
import static dev.kulanz.decisions.DmnXml.children;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Finds the decision in a DMN file and refuses what is more, less or other than one decision table in FEEL. */
final class DecisionReader {

    private static final int LONGEST_ON_ARRIVAL = 1_000_000;
    private static final int LONGEST_FILE = 2_000_000;
    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/feel/20140401",
            "http://www.omg.org/spec/dmn/20180521/feel/",
            "https://www.omg.org/spec/dmn/20191111/feel/");

    private final Findings findings;
    private final Moment moment;

    DecisionReader(Findings findings, Moment moment) {
        this.findings = findings;
        this.moment = moment;
    }

    /** @return a decision with an id and a decision table, or null */
    @Nullable Element read(String resourceName, String content) {
        Document document = parse(resourceName, content);
        if (document == null) {
            return null;
        }
        Element definitions = document.getDocumentElement();
        if (!DmnXml.NAMESPACE.equals(definitions.getNamespaceURI())
                || !"definitions".equals(definitions.getLocalName())) {
            findings.add(
                    Place.file(resourceName),
                    "is not a DMN 1.3 file; save the table with Camunda Modeler as a Camunda 7 diagram");
            return null;
        }
        checkIds(resourceName, document);
        checkLanguages(resourceName, document);
        if (moment == Moment.ARRIVAL) { // what has no place is not evaluated, but hardly means nothing
            new DmnShape(resourceName, findings).check(definitions);
        }
        Element decision = onlyDecision(resourceName, definitions);
        return decision != null && isTable(resourceName, decision) ? decision : null;
    }

    private @Nullable Document parse(String resourceName, String content) {
        int longest = moment == Moment.ARRIVAL ? LONGEST_ON_ARRIVAL : LONGEST_FILE;
        if (content.length() > longest) {
            findings.add(Place.file(resourceName), "is longer than %d characters".formatted(longest));
            return null;
        }
        try {
            Document document = DmnXml.parse(content);
            String encoding = document.getXmlEncoding();
            if (encoding == null || encoding.equalsIgnoreCase("UTF-8")) {
                return document;
            }
            findings.add(Place.file(resourceName), "is written in %s; save it as UTF-8".formatted(encoding));
        } catch (SAXParseException e) {
            findings.add(
                    Place.file(resourceName),
                    "is not readable XML (line %d: %s)".formatted(e.getLineNumber(), e.getMessage()));
        } catch (SAXException e) {
            findings.add(Place.file(resourceName), "is not readable XML (%s)".formatted(e.getMessage()));
        }
        return null;
    }

    private void checkIds(String resourceName, Document document) {
        Set<String> seen = new HashSet<>();
        NodeList all = document.getElementsByTagNameNS(DmnXml.NAMESPACE, "*");
        for (int i = 0; i < all.getLength(); i++) {
            String id = attribute((Element) all.item(i), "id");
            if (id != null && !seen.add(id)) {
                findings.add(
                        Place.file(resourceName),
                        "the id '%s' is there twice; each id may stand once in a file".formatted(id));
            }
        }
    }

    private void checkLanguages(String resourceName, Document document) {
        NodeList all = document.getElementsByTagNameNS(DmnXml.NAMESPACE, "*");
        for (int i = 0; i < all.getLength(); i++) {
            String language = attribute((Element) all.item(i), "expressionLanguage");
            if (language != null && !FEEL.contains(language.toLowerCase(Locale.ROOT))) {
                findings.add(
                        Place.file(resourceName),
                        "an expression is written in '%s'; only FEEL is supported".formatted(language));
            }
        }
    }

    private @Nullable Element onlyDecision(String resourceName, Element definitions) {
        for (String kind : List.of("businessKnowledgeModel", "decisionService", "import")) {
            if (!children(definitions, kind).isEmpty()) {
                findings.add(
                        Place.file(resourceName),
                        "holds a %s; only a single decision table is supported".formatted(kind));
            }
        }
        List<Element> decisions = children(definitions, "decision");
        if (decisions.size() == 1) {
            return decisions.get(0);
        }
        String found = decisions.isEmpty()
                ? "no decision"
                : "several decisions ("
                        + decisions.stream()
                                .map(each -> each.getAttribute("id"))
                                .collect(Collectors.joining(", "))
                        + ")";
        findings.add(Place.file(resourceName), "holds %s; each file holds exactly one decision table".formatted(found));
        return null;
    }

    private boolean isTable(String resourceName, Element decision) {
        String id = attribute(decision, "id");
        if (id == null) {
            findings.add(Place.file(resourceName), "the decision has no id");
        }
        Place place = Place.decision(Objects.requireNonNullElse(id, ""));
        for (Element requirement : children(decision, "informationRequirement")) {
            if (child(requirement, "requiredDecision") != null) {
                findings.add(place, "it requires another decision; chains of decisions are not supported");
            }
        }
        if (!children(decision, "knowledgeRequirement").isEmpty()) {
            findings.add(place, "it requires a knowledge model; only a single decision table is supported");
        }
        boolean table = child(decision, "decisionTable") != null;
        if (!table) {
            findings.add(place, "it is not a decision table; literal expressions and the like are not supported");
        }
        return id != null && table;
    }
}
