package dev.kulanz.decisions;

import dev.kulanz.decisions.DecisionTable.HitPolicy;
import dev.kulanz.decisions.DecisionTable.Output;
import dev.kulanz.decisions.TableUse.Answer;
import dev.kulanz.decisions.TableUse.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.StringNode;

/**
 * Compares a table with how it is asked: the hit policy, the outputs, and what stands in their cells. Of each cell it must
 * be plain that it comes to what the asker takes it for, as nobody is there to ask back when a case gets its answer.
 */
final class UseCheck {

    private final DecisionTable table;
    private final CellCheck cells;
    private final Findings findings;

    UseCheck(DecisionTable table, CellCheck cells, Findings findings) {
        this.table = table;
        this.cells = cells;
        this.findings = findings;
    }

    void check(TableUse use) {
        rowsMistake(use.rows()).ifPresent(sentence -> findings.add(table.place(), sentence));
        use.answers().forEach(this::check);
    }

    private Optional<String> rowsMistake(Rows wanted) {
        HitPolicy policy = table.hitPolicy();
        return switch (wanted) {
            case ONE ->
                policy.yieldsOne()
                        ? Optional.empty()
                        : Optional.of(
                                "use the hit policy FIRST or UNIQUE: one answer is wanted here, and %s may give several"
                                        .formatted(policy.inDmn()));
            case SEVERAL ->
                policy.yieldsSeveral()
                        ? Optional.empty()
                        : Optional.of("use the hit policy RULE ORDER or COLLECT: every row that holds is wanted here");
            case COUNTED ->
                policy == HitPolicy.COUNT
                        ? Optional.empty()
                        : Optional.of(
                                "use the hit policy COLLECT with the aggregation COUNT: every row that holds is wanted here, and a process asks how many there are");
        };
    }

    void check(Answer answer) {
        Optional<Integer> column = column(answer);
        if (column.isEmpty()) {
            return;
        }
        Output output = table.outputs().get(column.get());
        if (ColumnType.of(output.type()).filter(type -> type != type(answer)).isPresent()) {
            findings.add(
                    table.place(),
                    "the output '%s' has the type %s, but a %s is wanted"
                            .formatted(output.name(), output.type(), ColumnType.inFeel(type(answer))));
            return;
        }
        for (int row = 0; row < table.rules().size(); row++) {
            List<String> conclusions = table.rules().get(row).conclusions();
            if (column.get() < conclusions.size()) {
                check(answer, table.place(row, output.name()), conclusions.get(column.get()));
            }
        }
    }

    /** Where several outputs stand instead of one it is said elsewhere. */
    private Optional<Integer> column(Answer answer) {
        if (answer.output().isEmpty()) {
            return table.outputs().size() == 1 ? Optional.of(0) : Optional.empty();
        }
        int column = table.outputs().stream().map(Output::name).toList().indexOf(answer.output());
        if (column < 0 && answer.needed()) {
            findings.add(table.place(), "the output '%s' is missing".formatted(answer.output()));
        }
        return column < 0 ? Optional.empty() : Optional.of(column);
    }

    private static Fact.Type type(Answer answer) {
        return switch (answer.kind()) {
            case WORD -> Fact.Type.STRING;
            case NUMBER -> Fact.Type.NUMBER;
            case YES_OR_NO -> Fact.Type.BOOLEAN;
        };
    }

    private void check(Answer answer, Place place, String cell) {
        if (cell.isEmpty() && answer.kind() != Answer.Kind.NUMBER) {
            findings.add(place, "the cell is blank; every choice needs a " + answer.noun());
            return;
        }
        List<ASTNode> said = new ArrayList<>();
        if (!cell.isEmpty()) {
            cells.conclusion(cell).node().ifPresent(node -> collect(node, said));
            if (said.isEmpty()) {
                return; // not FEEL, which is said already
            }
        }
        switch (answer.kind()) {
            case NUMBER -> checkNumber(answer, place, cell, said);
            case WORD -> said.forEach(node -> checkWord(answer, place, node));
            case YES_OR_NO -> said.forEach(node -> checkYesOrNo(answer, place, node));
        }
    }

    /** What a conclusion can come to. */
    private static void collect(ASTNode node, List<ASTNode> said) {
        if (node instanceof IfExpressionNode choice) {
            collect(choice.getThenExpression(), said);
            collect(choice.getElseExpression(), said);
        } else {
            said.add(node);
        }
    }

    private void checkNumber(Answer answer, Place place, String cell, List<ASTNode> said) {
        answer.numberFormat().ifPresent(number -> {
            boolean fits = !said.isEmpty()
                    && said.stream()
                            .allMatch(node ->
                                    number.pattern().matcher(node.getText()).matches());
            if (!fits) {
                findings.add(place, "'%s' is not a %s; %s".formatted(cell, answer.noun(), number.example()));
            }
        });
    }

    private void checkYesOrNo(Answer answer, Place place, ASTNode node) {
        if (!(node instanceof BooleanNode)) {
            findings.add(
                    place, "%s is no answer to '%s'; write true or false".formatted(node.getText(), answer.noun()));
        }
    }

    private void checkWord(Answer answer, Place place, ASTNode node) {
        if (!(node instanceof StringNode text)) {
            String instead = answer.words().isEmpty()
                    ? "a text in quotation marks"
                    : "one of "
                            + String.join(", ", answer.words().stream().sorted().toList());
            findings.add(place, "%s is no %s; write %s".formatted(node.getText(), answer.noun(), instead));
        } else if (!answer.words().isEmpty() && !answer.words().contains(text.getValue())) {
            findings.add(place, WordCheck.unknown(text.getValue(), answer.noun(), answer.words()));
        } else if (text.getValue().isBlank()) {
            findings.add(place, "the text is blank; every choice needs a " + answer.noun());
        } else if (answer.wanting().get().contains(text.getValue())) {
            findings.warn(place, "\"%s\": %s".formatted(text.getValue(), answer.why()));
        }
    }
}
