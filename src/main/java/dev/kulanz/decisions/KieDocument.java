package dev.kulanz.decisions;

import dev.kulanz.decisions.DecisionTable.Input;
import dev.kulanz.decisions.DecisionTable.Output;
import dev.kulanz.decisions.DecisionTable.Rule;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a table in the full form that KIE needs and Camunda Modeler leaves out: a variable of the decision, an
 * input datum with its requirement for each fact, FEEL's own types, a dash for each blank condition. The same table
 * always gives the same text.
 */
final class KieDocument {

    static final String NAMESPACE = "https://kulanz.dev/rules";
    static final String MODEL = "rules";

    /** Has a space, so no fact can bear this name. */
    static final String DECISION = "table verdict";

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final Map<String, Fact.Type> facts;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private KieDocument(Map<String, Fact.Type> facts) throws XMLStreamException {
        this.facts = facts;
        this.xml = FACTORY.createXMLStreamWriter(text);
    }

    /** @param vocabulary knows every fact of the table */
    static String of(DecisionTable table, FactVocabulary vocabulary) {
        Map<String, Fact.Type> facts = table.facts().stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> vocabulary.find(name).orElseThrow().type()));
        try {
            KieDocument document = new KieDocument(facts);
            document.write(table);
            return document.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The table '%s' can't be written".formatted(table.id()), e);
        }
    }

    private void write(DecisionTable table) throws XMLStreamException {
        xml.writeStartDocument();
        start("definitions", "name", MODEL, "id", "definitions", "namespace", NAMESPACE);
        xml.writeDefaultNamespace(DmnXml.NAMESPACE);
        for (String fact : table.facts()) {
            start("inputData", "id", "input-" + fact, "name", fact);
            empty("variable", "name", fact, "typeRef", feelType(fact));
            xml.writeEndElement();
        }
        start("decision", "id", "decision", "name", DECISION);
        empty("variable", "name", DECISION);
        for (String fact : table.facts()) {
            start("informationRequirement");
            empty("requiredInput", "href", "#input-" + fact);
            xml.writeEndElement();
        }
        writeTable(table);
        xml.writeEndDocument();
        xml.flush();
    }

    private void writeTable(DecisionTable table) throws XMLStreamException {
        start("decisionTable", "id", "table", "hitPolicy", table.hitPolicy().inDmn());
        for (Input input : table.inputs()) {
            start("input");
            writeText(input.fact(), "inputExpression", "typeRef", feelType(input.fact()));
            xml.writeEndElement();
        }
        for (Output output : table.outputs()) {
            start("output", "name", output.name());
            var type = ColumnType.of(output.type());
            if (type.isPresent()) {
                xml.writeAttribute("typeRef", ColumnType.inFeel(type.get()));
            }
            xml.writeEndElement();
        }
        for (Rule rule : table.rules()) {
            writeRule(rule);
        }
        xml.writeEndElement();
    }

    private void writeRule(Rule rule) throws XMLStreamException {
        start("rule", "id", rule.id());
        for (String cell : rule.conditions()) {
            writeText(blankAs("-", cell), "inputEntry");
        }
        for (String cell : rule.conclusions()) {
            writeText(blankAs("null", cell), "outputEntry");
        }
        xml.writeEndElement();
    }

    private String feelType(String fact) {
        return ColumnType.inFeel(facts.getOrDefault(fact, Fact.Type.STRING));
    }

    private static String blankAs(String meaning, String cell) {
        return cell.isEmpty() ? meaning : cell;
    }

    private void start(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        writeAttributes(attributes);
    }

    private void empty(String element, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        writeAttributes(attributes);
    }

    private void writeText(String content, String element, String... attributes) throws XMLStreamException {
        start(element, attributes);
        xml.writeStartElement("text");
        xml.writeCharacters(content);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void writeAttributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }
}
