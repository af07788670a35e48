package dev.kulanz.journey.model;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The id that an element's type and name ask for: {@code Task_SendMessage}. */
final class ElementId {

    private static final Map<Class<? extends ModelElementInstance>, String> PREFIXES = Map.of(
            Task.class, "Task_",
            CallActivity.class, "Activity_",
            SubProcess.class, "Activity_",
            Event.class, "Event_",
            Gateway.class, "Gateway_",
            SequenceFlow.class, "Flow_",
            Message.class, "Message_");
    private static final Pattern SUFFIX = Pattern.compile("(_[A-Za-z0-9]+)*");
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("ä", "ae"),
            Map.entry("ö", "oe"),
            Map.entry("ü", "ue"),
            Map.entry("Ä", "Ae"),
            Map.entry("Ö", "Oe"),
            Map.entry("Ü", "Ue"),
            Map.entry("ß", "ss"),
            Map.entry("ı", "i"),
            Map.entry("ł", "l"),
            Map.entry("Ł", "L"),
            Map.entry("'", ""),
            Map.entry("’", ""));

    private final String prefix;
    private final String words;

    private ElementId(String prefix, String words) {
        this.prefix = prefix;
        this.words = words;
    }

    /** Empty for elements whose ids nobody reads. A flow is called after what it leads from, so its name says nothing. */
    static Optional<ElementId> of(ModelElementInstance element) {
        String name = element instanceof SequenceFlow ? null : element.getAttributeValue("name");
        return PREFIXES.entrySet().stream()
                .filter(type -> type.getKey().isInstance(element))
                .map(type -> new ElementId(type.getValue(), name == null ? "" : pascalCase(name)))
                .findFirst();
    }

    boolean fits(String id) {
        String wanted = proposal();
        if (words.isEmpty()) {
            return id.startsWith(prefix) && id.length() > prefix.length();
        }
        return id.startsWith(wanted)
                && SUFFIX.matcher(id.substring(wanted.length())).matches();
    }

    /** For a name that has no words, only the prefix. */
    String proposal() {
        return prefix + words;
    }

    boolean hasWords() {
        return !words.isEmpty();
    }

    static String pascalCase(String name) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFC);
        for (Map.Entry<String, String> spelling : SPELLINGS.entrySet()) {
            ascii = ascii.replace(spelling.getKey(), spelling.getValue());
        }
        ascii = Normalizer.normalize(ascii, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        StringBuilder words = new StringBuilder();
        for (String word : ascii.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                words.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return words.toString();
    }
}
