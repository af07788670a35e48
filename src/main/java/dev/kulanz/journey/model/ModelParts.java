package dev.kulanz.journey.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A model in the parts that its owner knows: the elements of a diagram, the rows and columns of a table, the fields of a
 * form, each with all that is said of it. How it is drawn and how its file is written is no part of it.
 */
final class ModelParts {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What only repeats the flows, or wraps something. */
    private static final Set<String> SAYS_NOTHING = Set.of("incoming", "outgoing");

    private static final Set<String> WRAPS = Set.of("extensionElements", "inputOutput", "text");
    private static final Set<String> DRAWN = Set.of("BPMNDiagram", "DMNDI");
    private static final Set<String> OF_A_TABLE = Set.of("decision", "decisionTable", "input", "output", "rule");

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final List<String> columns = new ArrayList<>();

    private ModelParts() {}

    /**
     * One part.
     *
     * @param id the same in both versions
     * @param kind what it is, in the words of its standard: {@code userTask}, {@code rule}, {@code textfield}
     * @param name null if it has none
     * @param values what is said of it, by where it is said
     * @param isInARow its place among the others says something: a row of a table, a field of a form
     */
    record Part(String id, String kind, @Nullable String name, Map<String, String> values, boolean isInARow) {}

    /** In the order of the file. */
    static Map<String, Part> of(String file, String text) throws Unreadable {
        ModelParts model = new ModelParts();
        if (file.endsWith(".form")) {
            model.readForm(text);
        } else {
            Element root = SafeXml.read(text).getDocumentElement();
            model.columns.addAll(columns(root));
            model.readXml(root, file.endsWith(".dmn"));
        }
        return model.parts;
    }

    private void readXml(Element element, boolean isTable) {
        if (DRAWN.contains(element.getLocalName())) {
            return;
        }
        if (isPart(element, isTable)) {
            Map<String, String> values = new LinkedHashMap<>();
            collect(element, "", values, isTable);
            String kind = element.getLocalName();
            add(element.getAttribute("id"), kind, SafeXml.attribute(element, "name"), values, kind.equals("rule"));
        }
        children(element).forEach(child -> readXml(child, isTable));
    }

    private void collect(Element element, String path, Map<String, String> values, boolean isTable) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            String name = attribute.getName();
            if (!name.equals("id") && !name.startsWith("xmlns") && !name.equals("xsi:type")) {
                put(values, join(path, name), attribute.getValue());
            }
        }
        String text = SafeXml.ownText(element);
        if (!text.isEmpty()) {
            put(values, path.isEmpty() ? "text" : path, text);
        }
        int column = 0;
        for (Element child : children(element)) {
            String name = child.getLocalName();
            if (isPart(child, isTable) || SAYS_NOTHING.contains(name) || DRAWN.contains(name)) {
                continue;
            }
            if (child.hasAttribute("target")) { // what is handed to a called process, by the name that it has there
                String source = child.getAttribute("source") + child.getAttribute("sourceExpression");
                put(values, child.getAttribute("target"), source);
                continue;
            }
            boolean isCell = name.equals("inputEntry") || name.equals("outputEntry");
            String step = isCell && column < columns.size() ? columns.get(column) : WRAPS.contains(name) ? "" : name;
            column += isCell ? 1 : 0;
            collect(child, join(path, step), values, isTable);
        }
    }

    /** A condition or a timer with an id of its own is said of what it stands at. */
    private static boolean isPart(Element element, boolean isTable) {
        String name = element.getLocalName();
        if (!element.hasAttribute("id")) {
            return false;
        }
        return isTable
                ? OF_A_TABLE.contains(name)
                : !name.endsWith("Definition") && !name.endsWith("Expression") && !name.equals("definitions");
    }

    /** What the cells of a row are called, from left to right. */
    private static List<String> columns(Element root) {
        List<String> names = new ArrayList<>();
        for (Element element : SafeXml.walk(root)) {
            if (element.getLocalName().equals("input") || element.getLocalName().equals("output")) {
                String name = element.getAttribute("name").isEmpty()
                        ? inputExpression(element)
                        : element.getAttribute("name");
                names.add(name.isEmpty() ? element.getAttribute("label") : name);
            }
        }
        return names;
    }

    private static String inputExpression(Element input) {
        return SafeXml.walk(input).stream()
                .filter(one -> one.getLocalName().equals("text"))
                .map(SafeXml::ownText)
                .findFirst()
                .orElse("");
    }

    private void readForm(String text) throws Unreadable {
        try {
            JsonNode form = JSON.readTree(text);
            Map<String, String> whole = new LinkedHashMap<>();
            form.properties().forEach(field -> {
                if (!field.getKey().equals("components")) {
                    flatten(field.getKey(), field.getValue(), whole);
                }
            });
            add("", "form", null, whole, false);
            readFields(form.path("components"));
        } catch (JsonProcessingException e) {
            throw new Unreadable("The file is not readable JSON.");
        }
    }

    private void readFields(JsonNode components) {
        for (JsonNode one : components) {
            Map<String, String> values = new LinkedHashMap<>();
            one.properties().forEach(field -> {
                if (!Set.of("id", "components", "layout").contains(field.getKey())) {
                    flatten(field.getKey(), field.getValue(), values);
                }
            });
            String id = one.path("key").asText(one.path("id").asText());
            add(id, one.path("type").asText(), one.path("label").asText(null), values, true);
            readFields(one.path("components"));
        }
    }

    private static void flatten(String path, JsonNode value, Map<String, String> values) {
        if (value.isValueNode()) {
            put(values, path, value.asText());
            return;
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                flatten(path + " " + (i + 1), value.get(i), values);
            }
            return;
        }
        value.properties().forEach(field -> flatten(join(path, field.getKey()), field.getValue(), values));
    }

    private void add(String id, String kind, @Nullable String name, Map<String, String> values, boolean isInARow) {
        String unique = id;
        for (int i = 2; parts.containsKey(unique); i++) {
            unique = id + " " + i;
        }
        parts.put(unique, new Part(unique, kind, name, values, isInARow));
    }

    private static void put(Map<String, String> values, String path, String value) {
        String unique = path;
        for (int i = 2; values.containsKey(unique); i++) {
            unique = path + " " + i;
        }
        values.put(unique, value);
    }

    private static String join(String path, String step) {
        return path.isEmpty() ? step : step.isEmpty() ? path : path + " " + step;
    }

    private static List<Element> children(Element element) {
        List<Element> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                found.add(child);
            }
        }
        return found;
    }
}
