package dev.kulanz.decisions;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Everything a rule may ask about: the facts of all {@link FactSource}s, and the context facts that only the moment
 * of the decision knows. Refuses at start two facts of one name and names that rules can't write.
 */
@Component
public class FactVocabulary {

    /** What is known only where a decision is asked: the caller gives it, in a process the variable of that name. */
    private static final List<Fact> CONTEXT = List.of(new Fact(
            "step", Fact.Type.STRING, "", "The step of the ladder that is being prepared, e.g. friendly-reminder."));

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final Map<String, Fact> facts = new TreeMap<>();
    private final Map<String, FactSource> sources = new HashMap<>();

    public FactVocabulary(List<FactSource> sources) {
        CONTEXT.forEach(this::add);
        for (FactSource source : sources) {
            for (Fact fact : source.facts()) {
                add(fact);
                this.sources.put(fact.name(), source);
            }
        }
        for (FactSource source : sources) {
            source.contextWords()
                    .forEach((name, words) ->
                            this.facts.computeIfPresent(name, (any, fact) -> isContext(name) ? fact.of(words) : fact));
        }
    }

    private void add(Fact fact) {
        if (!NAME.matcher(fact.name()).matches()) {
            throw new IllegalStateException(
                    "The fact '%s' can't be written in a rule: a name is a lower-case letter, then letters and digits"
                            .formatted(fact.name()));
        }
        if (facts.putIfAbsent(fact.name(), fact) != null) {
            throw new IllegalStateException(
                    "The fact vocabulary has '%s' twice: each fact has one source".formatted(fact.name()));
        }
    }

    /** All facts, by name: for documentation and for the desk. */
    public Collection<Fact> all() {
        return Collections.unmodifiableCollection(facts.values());
    }

    public Optional<Fact> find(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /** The types of these facts, as far as they are known. */
    Map<String, Fact.Type> types(Collection<String> names) {
        Map<String, Fact.Type> types = new HashMap<>();
        names.forEach(name -> find(name).ifPresent(fact -> types.put(name, fact.type())));
        return types;
    }

    /** Whether this fact is given by who asks the decision, not looked up by the case. */
    public boolean isContext(String name) {
        return facts.containsKey(name) && !sources.containsKey(name);
    }

    /** Looks up these facts of a case, asking each source once; a fact that is not known is absent. */
    Map<String, Object> lookUp(String caseNumber, Collection<String> names) {
        Map<FactSource, Set<String>> asked = new HashMap<>();
        for (String name : names) {
            FactSource source = sources.get(name);
            if (source != null) {
                asked.computeIfAbsent(source, any -> new TreeSet<>()).add(name);
            }
        }
        Map<String, Object> found = new HashMap<>();
        asked.forEach((source, theirs) -> found.putAll(source.lookUp(caseNumber, theirs)));
        return found;
    }
}
