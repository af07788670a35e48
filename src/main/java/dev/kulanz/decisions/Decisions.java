package dev.kulanz.decisions;

import dev.kulanz.decisions.RuleSource.RuleFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks decision tables. Only the facts that a table's inputs name are looked up. A fact that is not known is
 * {@code null} in FEEL: it fulfils a dash, {@code null} and any {@code not(…)} around values, and no comparison; what comes
 * to nothing by it does not hold.
 *
 * <p>Nothing is journalled here: who acts on a verdict records it together with what was chosen
 * ({@link Verdict#asFacts()}).
 */
@Component
public class Decisions {

    private final FactVocabulary vocabulary;
    private final CompiledTables tables;
    private final RuleSource rules;

    Decisions(FactVocabulary vocabulary, CompiledTables tables, RuleSource rules) {
        this.vocabulary = vocabulary;
        this.tables = tables;
        this.rules = rules;
    }

    /**
     * Asks the version in force about a case.
     *
     * @param context context facts by name ({@code step}); those that the table does not ask for are ignored
     * @throws IllegalArgumentException if there is no such decision, or the context holds what is no context fact
     * @throws DecisionFailed if the table is broken or a fact does not fit
     */
    public Verdict decide(String decisionKey, String caseNumber, Map<String, Object> context) {
        return decide(rules.inForce(decisionKey), caseNumber, context);
    }

    /** The same with one version of the table. */
    public Verdict decide(RuleFile file, String caseNumber, Map<String, Object> context) {
        for (String name : context.keySet()) {
            if (!vocabulary.isContext(name)) {
                throw new IllegalArgumentException("'%s' is not a context fact".formatted(name));
            }
        }
        CompiledTable table = tables.of(file);
        Map<String, Object> known = vocabulary.lookUp(caseNumber, table.facts());
        known.putAll(context);
        return evaluate(table, known);
    }

    /**
     * Asks about no case: every fact comes from the caller, one that he leaves out is not known.
     *
     * @param given facts by name; what the table does not ask for is ignored
     * @throws DecisionFailed if the table is broken or a fact does not fit
     */
    public Verdict evaluate(RuleFile file, Map<String, Object> given) {
        return evaluate(tables.of(file), given);
    }

    /** The same with the version in force. */
    public Verdict evaluate(String decisionKey, Map<String, Object> given) {
        return evaluate(rules.inForce(decisionKey), given);
    }

    /** The names of the facts that this table asks for, in the order of its columns. */
    public List<String> factsAsked(RuleFile file) {
        return tables.of(file).facts();
    }

    private Verdict evaluate(CompiledTable table, Map<String, Object> known) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (String name : table.facts()) {
            Fact fact = vocabulary.find(name).orElseThrow();
            inputs.put(name, FeelValue.of(fact, known.get(name), table.decisionKey()));
        }
        return table.evaluate(inputs);
    }
}
