package dev.kulanz.decisions;

import static dev.kulanz.decisions.DmnXml.child;
import static dev.kulanz.decisions.DmnXml.children;

import dev.kulanz.decisions.RuleSource.RuleFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What the author of a table wrote beside its rules, in the version that decided: why the rule is there. */
@Component
public class RuleNotes {

    private static final int MOST_KEPT = 64;

    private final RuleSource rules;
    private final Map<String, Map<String, String>> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, String>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    RuleNotes(RuleSource rules) {
        this.rules = rules;
    }

    /**
     * The notes of one version.
     *
     * @param ruleFileHash as in {@link Verdict}
     * @return rule id → note; without the rules that have none, empty if this version is not there any more
     */
    public Map<String, String> of(String decisionKey, String ruleFileHash) {
        synchronized (known) {
            Map<String, String> kept = known.get(ruleFileHash);
            if (kept != null) {
                return kept;
            }
        }
        Map<String, String> read = rules.versions(decisionKey)
                .filter(file -> TableCompiler.hash(file.content()).equals(ruleFileHash))
                .findFirst()
                .map(RuleNotes::read)
                .orElse(Map.of());
        synchronized (known) {
            known.put(ruleFileHash, read);
        }
        return read;
    }

    private static Map<String, String> read(RuleFile file) {
        Map<String, String> notes = new HashMap<>();
        try {
            Element definitions = DmnXml.parse(file.content()).getDocumentElement();
            for (Element decision : children(definitions, "decision")) {
                for (Element table : children(decision, "decisionTable")) {
                    children(table, "rule").forEach(rule -> note(rule, notes));
                }
            }
        } catch (SAXException e) {
            throw new IllegalStateException("%s was readable when it decided".formatted(file.resourceName()), e);
        }
        return Map.copyOf(notes);
    }

    private static void note(Element rule, Map<String, String> notes) {
        Element description = child(rule, "description");
        if (description != null && !description.getTextContent().isBlank()) {
            notes.put(rule.getAttribute("id"), description.getTextContent().strip());
        }
    }
}
