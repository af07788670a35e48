package dev.kulanz.decisions;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Checks a decision table when it arrives, before it is in force: by itself, and against how it is asked. What is in
 * force already must go on: of it only that is refused where it is asked what can't be evaluated, would run code or would
 * compute for ever ({@link Moment#USE}), not what is too large, oddly written or hardly meant.
 */
@Component
public class RuleCheck {

    private final TableCompiler compiler;
    private final FactVocabulary vocabulary;
    private final Supplier<List<TableUse>> uses;

    @Autowired
    RuleCheck(TableCompiler compiler, FactVocabulary vocabulary, ObjectProvider<TableUse> uses) {
        this(compiler, vocabulary, () -> uses.orderedStream().toList());
    }

    RuleCheck(TableCompiler compiler, FactVocabulary vocabulary, Supplier<List<TableUse>> uses) {
        this.compiler = compiler;
        this.vocabulary = vocabulary;
        this.uses = uses;
    }

    /**
     * Everything that is to be said of a table.
     *
     * @param resourceName name of the file, e.g. {@code contact-choice.dmn}
     * @param content the file's text
     * @return what keeps it from being used, and what it can be used with but hardly means
     */
    public RuleFindings check(String resourceName, String content) {
        Findings findings = new Findings();
        DecisionTable table = new TableReader(findings, Moment.ARRIVAL).read(resourceName, content);
        if (table == null) {
            return findings.told();
        }
        CellCheck cells = compiler.cells(table, Moment.ARRIVAL);
        checkWriting(table, findings);
        TableCheck.checkWriting(table, cells, findings);
        compiler.compile(table, cells, TableCompiler.hash(content), findings);
        uses.get().stream()
                .filter(use -> use.decision().equals(table.id()))
                .forEach(use -> new UseCheck(table, cells, findings).check(use));
        if (findings.none()) {
            checkMeaning(table, cells, findings);
        }
        if (findings.none()) {
            RowCheck.check(table, vocabulary, cells, findings);
        }
        return findings.told();
    }

    /**
     * Why somebody can't use this table's answers, as a task of a diagram that arrives with it or later.
     *
     * @param content the text of a file; of one that can't be read nothing is said
     * @param answer what is wanted
     */
    public List<String> misfits(String resourceName, String content, TableUse.Answer answer) {
        Findings findings = new Findings();
        DecisionTable table = new TableReader(new Findings(), Moment.USE).read(resourceName, content);
        if (table != null) {
            new UseCheck(table, compiler.cells(table, Moment.USE), findings).check(answer);
        }
        return findings.told().findings();
    }

    /**
     * Whether a table of which one row answers has one for every case.
     *
     * @param content the text of a file; of one that can't be used nothing can be said but yes
     */
    public boolean answersEveryCase(String resourceName, String content) {
        Findings findings = new Findings();
        DecisionTable table = new TableReader(findings, Moment.ARRIVAL).read(resourceName, content);
        if (table == null) {
            return true;
        }
        CellCheck cells = compiler.cells(table, Moment.ARRIVAL);
        new TableCheck(vocabulary).check(table, cells, findings);
        return !findings.none() || RowCheck.answersEveryCase(table, vocabulary, cells);
    }

    private void checkWriting(DecisionTable table, Findings findings) {
        for (int row = 0; row < table.rules().size(); row++) {
            DecisionTable.Rule rule = table.rules().get(row);
            for (int i = 0;
                    i < Math.min(rule.conditions().size(), table.inputs().size());
                    i++) {
                String fact = table.inputs().get(i).fact();
                checkWriting(
                        table.place(row, fact),
                        rule.conditions().get(i),
                        vocabulary.find(fact).map(Fact::type),
                        findings);
            }
            for (int i = 0;
                    i < Math.min(rule.conclusions().size(), table.outputs().size());
                    i++) {
                DecisionTable.Output output = table.outputs().get(i);
                checkWriting(
                        table.place(row, output.name()),
                        rule.conclusions().get(i),
                        ColumnType.of(output.type()),
                        findings);
            }
        }
    }

    private static void checkWriting(Place place, String cell, Optional<Fact.Type> type, Findings findings) {
        if (type.filter(Fact.Type.STRING::equals).isEmpty() && cell.length() <= CellText.LONGEST) {
            NumbersWritten.mistake(cell).ifPresent(sentence -> findings.add(place, sentence));
            NumbersWritten.doubt(cell).ifPresent(sentence -> findings.warn(place, sentence));
        }
    }

    private void checkMeaning(DecisionTable table, CellCheck cells, Findings findings) {
        for (int row = 0; row < table.rules().size(); row++) {
            DecisionTable.Rule rule = table.rules().get(row);
            for (int i = 0; i < table.inputs().size(); i++) {
                Fact fact = vocabulary.find(table.inputs().get(i).fact()).orElseThrow();
                checkCondition(rule.conditions().get(i), fact, table.place(row, fact.name()), cells, findings);
            }
            for (int i = 0; i < table.outputs().size(); i++) {
                Place place = table.place(row, table.outputs().get(i).name());
                checkConclusion(rule.conclusions().get(i), place, cells, findings);
            }
        }
    }

    private void checkCondition(String cell, Fact fact, Place place, CellCheck cells, Findings findings) {
        Optional<ASTNode> read = ColumnSamples.isAny(cell)
                ? Optional.empty()
                : cells.condition(cell, fact.name()).node();
        read.ifPresent(node -> {
            WordCheck.mistakes(node, fact.name(), vocabulary).forEach(said -> findings.add(place, said));
            WordCheck.noDays(node, cells.empty()).forEach(said -> findings.add(place, said));
            if (!QuestionCheck.finds(node, fact, vocabulary, cells.empty(), place, findings)
                    && !cells.canBeAnswered(cell, fact.name())) {
                findings.add(place, neither(cell, "says neither yes nor no"));
            }
        });
    }

    private static void checkConclusion(String cell, Place place, CellCheck cells, Findings findings) {
        Optional<ASTNode> read =
                cell.isEmpty() ? Optional.empty() : cells.conclusion(cell).node();
        read.ifPresent(node -> {
            WordCheck.noDays(node, cells.empty()).forEach(said -> findings.add(place, said));
            if (!cells.canBeConcluded(cell)) {
                findings.add(place, neither(cell, "comes to nothing"));
            }
        });
    }

    private static String neither(String cell, String what) {
        return "%s %s, whatever the facts are; compare and reckon with values of the fact's own type"
                .formatted(cell, what);
    }
}
