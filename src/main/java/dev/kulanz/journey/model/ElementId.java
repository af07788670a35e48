package dev.kulanz.journey.model;

import dev.kulanz.shared.Unseen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The id of an element: {@code Task_SendMessage} says what it is and what it means. Its name need not say the same. */
final class ElementId {

    /** By kind; the first is proposed. The Modeler calls every task an activity, and a task may become a call. */
    private static final Map<Class<? extends ModelElementInstance>, List<String>> PREFIXES = Map.of(
            Task.class, List.of("Task_", "Activity_"),
            CallActivity.class, List.of("Activity_", "Task_"),
            SubProcess.class, List.of("Activity_"),
            Event.class, List.of("Event_"),
            Gateway.class, List.of("Gateway_"),
            SequenceFlow.class, List.of("Flow_"),
            Message.class, List.of("Message_"));

    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9]+(_[A-Za-z0-9]+)*");

    /** {@code Activity_0x1abc2}, and {@code StartEvent_1} of a new diagram. */
    private static final Pattern MADE_UP = Pattern.compile("[A-Za-z]+_(\\d[0-9a-z]{6}|\\d+)");

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

    private final String id;
    private final List<String> prefixes;
    private final String words;

    private ElementId(String id, List<String> prefixes, String words) {
        this.id = id;
        this.prefixes = prefixes;
        this.words = words;
    }

    /** Empty for elements whose ids nobody reads. A flow is called after what it leads from, so its name says nothing. */
    static Optional<ElementId> of(BaseElement element) {
        String name = element instanceof SequenceFlow ? null : element.getAttributeValue("name");
        return PREFIXES.entrySet().stream()
                .filter(type -> type.getKey().isInstance(element))
                .map(type -> new ElementId(element.getId(), type.getValue(), name == null ? "" : pascalCase(name)))
                .findFirst();
    }

    /** Whether it says of which kind the element is, and goes on in words. */
    boolean isWellFormed() {
        return prefixes.stream()
                .anyMatch(prefix -> id.startsWith(prefix)
                        && WORDS.matcher(id.substring(prefix.length())).matches());
    }

    boolean isMadeUp() {
        return MADE_UP.matcher(id).matches();
    }

    /** What it could be; for an element without a name only how it begins. */
    String proposal() {
        return prefixes.get(0) + words;
    }

    boolean hasWords() {
        return !words.isEmpty();
    }

    static String pascalCase(String name) {
        String ascii = Unseen.composed(name);
        for (Map.Entry<String, String> spelling : SPELLINGS.entrySet()) {
            ascii = ascii.replace(spelling.getKey(), spelling.getValue());
        }
        ascii = Unseen.decomposed(ascii).replaceAll("\\p{M}", "");
        StringBuilder words = new StringBuilder();
        for (String word : ascii.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                words.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return words.toString();
    }
}
