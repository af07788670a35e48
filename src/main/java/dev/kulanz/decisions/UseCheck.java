package dev.kulanz.decisions;

import dev.kulanz.decisions.DecisionTable.HitPolicy;
import dev.kulanz.decisions.DecisionTable.Output;
import dev.kulanz.decisions.TableUse.Answer;
import dev.kulanz.decisions.TableUse.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.StringNode;

/** Compares a table with how it is asked: the hit policy, the outputs, and what stands in their cells. */
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
        boolean one = table.hitPolicy() == HitPolicy.FIRST || table.hitPolicy() == HitPolicy.UNIQUE;
        if (use.rows() == Rows.ONE && !one) {
            findings.add(
                    table.place(),
                    "use the hit policy FIRST or UNIQUE: one answer is wanted here, and %s may give several"
                            .formatted(table.hitPolicy().inDmn()));
        }
        if (use.rows() == Rows.SEVERAL && one) {
            findings.add(
                    table.place(), "use the hit policy RULE ORDER or COLLECT: every row that holds is wanted here");
        }
        use.answers().forEach(this::check);
    }

    private void check(Answer answer) {
        List<String> names = table.outputs().stream().map(Output::name).toList();
        int column = names.indexOf(answer.output());
        if (column < 0) {
            findings.add(table.place(), "the output '%s' is missing".formatted(answer.output()));
            return;
        }
        for (int row = 0; row < table.rules().size(); row++) {
            List<String> conclusions = table.rules().get(row).conclusions();
            if (column < conclusions.size()) {
                check(answer, table.place(row, answer.output()), conclusions.get(column));
            }
        }
    }

    private void check(Answer answer, String place, String cell) {
        if (cell.isEmpty() && answer.number() == null) {
            findings.add(place, "the cell is blank; every choice needs a " + answer.noun());
            return;
        }
        if (answer.isYesOrNo()) {
            if (cell.equals("null")) {
                findings.add(place, "null is neither true nor false");
            }
            return;
        }
        List<ASTNode> said = new ArrayList<>();
        if (!cell.isEmpty()) {
            cells.conclusion(cell).ifPresent(node -> collect(node, said));
            if (said.isEmpty()) {
                return; // not FEEL, which is said already
            }
        }
        if (answer.number() != null) {
            checkNumber(answer, place, cell, said);
        } else {
            said.forEach(node -> checkWord(answer, place, node));
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

    private void checkNumber(Answer answer, String place, String cell, List<ASTNode> said) {
        answer.numberFormat().ifPresent(number -> {
            boolean fits = !said.isEmpty()
                    && said.stream()
                            .allMatch(node ->
                                    number.pattern().matcher(node.getText()).matches());
            if (!fits) {
                findings.add(place, "%s is not a %s; %s".formatted(quoted(cell), answer.noun(), number.example()));
            }
        });
    }

    private static String quoted(String cell) {
        return "'" + cell + "'";
    }

    private void checkWord(Answer answer, String place, ASTNode node) {
        Set<String> words = answer.words();
        if (!(node instanceof StringNode text)) {
            findings.add(
                    place,
                    "%s is no %s; write %s"
                            .formatted(
                                    node.getText(),
                                    answer.noun(),
                                    words.isEmpty()
                                            ? "a text in quotation marks"
                                            : "one of "
                                                    + String.join(
                                                            ", ",
                                                            words.stream()
                                                                    .sorted()
                                                                    .toList())));
        } else if (!words.isEmpty() && !words.contains(text.getValue())) {
            findings.add(place, WordCheck.unknown(text.getValue(), answer.noun(), words));
        } else if (answer.wanting().get().contains(text.getValue())) {
            findings.warn(place, "\"%s\": %s".formatted(text.getValue(), answer.why()));
        }
    }
}
