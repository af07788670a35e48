package dev.kulanz.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.QuantifiedExpressionNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;

/**
 * Whether what stands in a cell asks something of its column's fact. FEEL takes what asks with {@code ?} for a question,
 * and compares whatever else stands there with the fact: {@code openAmount > 50} as a condition on the days overdue is
 * true or false, which no number of days is; {@code "a" or "b"} is nothing at all.
 */
final class QuestionCheck {

    private static final Set<String> YES_OR_NO =
            Set.of("contains", "starts with", "ends with", "list contains", "all", "any", "even", "odd", "not");

    private final FactVocabulary vocabulary;
    private final Fact fact;
    private final EvaluationContext context;
    private final List<String> mistakes = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();

    private QuestionCheck(FactVocabulary vocabulary, Fact fact, EvaluationContext context) {
        this.vocabulary = vocabulary;
        this.fact = fact;
        this.context = context;
    }

    /**
     * Tells what asks nothing of the fact.
     *
     * @param condition permitted FEEL of the column that asks for this fact
     * @param context in which no fact is known
     * @return whether there is any
     */
    static boolean finds(
            ASTNode condition,
            Fact fact,
            FactVocabulary vocabulary,
            EvaluationContext context,
            Place place,
            Findings findings) {
        QuestionCheck check = new QuestionCheck(vocabulary, fact, context);
        check.checkJoined(condition);
        if (check.mistakes.isEmpty()) {
            check.visit(condition);
        }
        check.mistakes.forEach(sentence -> findings.add(place, sentence));
        check.doubts.forEach(sentence -> findings.warn(place, sentence));
        return !check.mistakes.isEmpty();
    }

    /** Beside {@code and} and {@code or} only what is true or false can stand. */
    private void checkJoined(ASTNode node) {
        if (node instanceof InfixOpNode infix
                && (infix.getOperator() == InfixOperator.AND || infix.getOperator() == InfixOperator.OR)) {
            Stream.of(infix.getLeft(), infix.getRight())
                    .filter(side -> !isYesOrNo(side))
                    .findFirst()
                    .ifPresent(side -> mistakes.add(
                            "%s is neither true nor false, so it can't stand beside '%s'; write several values with commas, as \"a\", \"b\", and questions with ?, as ? > 5 or ? < 2"
                                    .formatted(
                                            side.getText(), infix.getOperator().getSymbol())));
        }
        for (ASTNode child : node.getChildrenNode()) {
            checkJoined(child);
        }
    }

    private void visit(ASTNode node) {
        if (node instanceof UnaryTestListNode tests) {
            tests.getElements().forEach(this::visit);
        } else if (node instanceof UnaryTestNode test) {
            visit(test.getValue());
        } else if (node instanceof ListNode list) {
            list.getElements().forEach(this::visit);
        } else if (node instanceof RangeNode range) {
            Stream.of(range.getStart(), range.getEnd())
                    .filter(NameRefNode.class::isInstance)
                    .forEach(this::judgeNamed);
        } else if (Named.isCall(node, "not") && node instanceof FunctionInvocationNode not) {
            not.getParams().getElements().forEach(this::visit);
        } else if (!Named.in(node).contains(Named.ASKED)) {
            if (isQuestion(node)) {
                judge(node);
            } else if (node instanceof NameRefNode) {
                judgeNamed(node);
            } else if (isReckoned(node)
                    && Named.in(node).stream()
                            .allMatch(name -> vocabulary.find(name).isEmpty())) {
                judgeWritten(node);
            }
        }
    }

    private void judgeNamed(ASTNode name) {
        vocabulary
                .find(name.getText())
                .filter(named -> named.type() != fact.type())
                .ifPresent(named -> mistakes.add("'%s' is a %s, but '%s' is a %s"
                        .formatted(
                                named.name(),
                                ColumnType.inFeel(named.type()),
                                fact.name(),
                                ColumnType.inFeel(fact.type()))));
    }

    private static boolean isReckoned(ASTNode node) {
        return node instanceof InfixOpNode
                || node instanceof FunctionInvocationNode
                || node instanceof IfExpressionNode;
    }

    /** What is always the same. */
    private void judgeWritten(ASTNode node) {
        Object value = value(node);
        if (value == null || !ColumnType.isOf(value, fact.type())) {
            mistakes.add("%s comes to %s, but '%s' is a %s"
                    .formatted(
                            node.getText(),
                            value == null ? "nothing" : value,
                            fact.name(),
                            ColumnType.inFeel(fact.type())));
        } else if (node instanceof InfixOpNode infix && infix.getOperator() == InfixOperator.SUB) {
            doubts.add("%s is a subtraction and comes to %s; write [%s..%s] if you mean all from one to the other"
                    .formatted(
                            node.getText(),
                            value,
                            infix.getLeft().getText(),
                            infix.getRight().getText()));
        }
    }

    private @Nullable Object value(ASTNode node) {
        try {
            return node.evaluate(context);
        } catch (RuntimeException e) {
            return null; // FEEL can't do it, as a number divided by a text
        }
    }

    private void judge(ASTNode question) {
        if (fact.type() != Fact.Type.BOOLEAN || Named.in(question).contains(fact.name())) {
            mistakes.add(
                    "%s asks nothing of '%s': a cell is compared with its column, and this is true or false by itself; ask with ?, as %s, or give what it asks about a column of its own"
                            .formatted(question.getText(), fact.name(), meant(question)));
        } else {
            doubts.add(
                    "%s is compared with '%s', so the condition holds where both are true and where both are false; give what it asks about a column of its own if it is to be true as well"
                            .formatted(question.getText(), fact.name()));
        }
    }

    private String meant(ASTNode question) {
        if (Named.in(question).contains(fact.name())) {
            return question.getText().replaceAll("\\b%s\\b".formatted(fact.name()), "?");
        }
        return switch (fact.type()) {
            case NUMBER -> "? > 5";
            case STRING -> "? = \"a\"";
            case BOOLEAN -> "? = true";
            case DATE -> "? > date(\"2026-01-31\")";
        };
    }

    /** Whether it comes to yes or no. */
    private static boolean isQuestion(ASTNode node) {
        if (node instanceof IfExpressionNode choice) {
            return isQuestion(choice.getThenExpression()) || isQuestion(choice.getElseExpression());
        }
        return (node instanceof InfixOpNode infix && infix.isBoolean())
                || node instanceof BetweenNode
                || node instanceof InNode
                || node instanceof QuantifiedExpressionNode
                || (node instanceof FunctionInvocationNode call && YES_OR_NO.contains(Named.of(call.getName())));
    }

    private boolean isYesOrNo(ASTNode node) {
        if (Named.isCall(node, "not") && node instanceof FunctionInvocationNode not) {
            return not.getParams().getElements().stream().allMatch(this::isYesOrNo);
        }
        return isQuestion(node)
                || node instanceof BooleanNode
                || node instanceof NullNode
                || (node instanceof NameRefNode
                        && (node.getText().equals(Named.ASKED) ? Optional.of(fact) : vocabulary.find(node.getText()))
                                .filter(named -> named.type() == Fact.Type.BOOLEAN)
                                .isPresent());
    }
}
