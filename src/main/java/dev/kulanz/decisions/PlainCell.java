package dev.kulanz.decisions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.AtLiteralNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.BooleanNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.InNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.InfixOperator;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.NumberNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;
import org.kie.dmn.feel.lang.ast.StringNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;

/**
 * A condition that compares its fact with written values only. What such a cell says changes nowhere but at these values,
 * so trying them and something between them tells everything about it.
 */
final class PlainCell {

    private final EvaluationContext context;
    private final List<Object> values = new ArrayList<>();

    private PlainCell(EvaluationContext context) {
        this.context = context;
    }

    /** The values that it compares with; empty if it is not plain. */
    static Optional<List<Object>> values(ASTNode condition, EvaluationContext context) {
        PlainCell cell = new PlainCell(context);
        return condition instanceof UnaryTestListNode tests
                        && tests.getElements().stream().allMatch(cell::isPlain)
                ? Optional.of(cell.values)
                : Optional.empty();
    }

    private boolean isPlain(@Nullable BaseNode node) {
        if (node instanceof UnaryTestNode test) {
            return isPlain(test.getValue());
        }
        if (node instanceof RangeNode range) {
            return isValue(range.getStart()) && isValue(range.getEnd());
        }
        if (node instanceof ListNode list) {
            return list.getElements().stream().allMatch(this::isPlain);
        }
        return node instanceof DashNode || isValue(node) || isComparison(node);
    }

    private boolean isComparison(@Nullable BaseNode node) {
        if (node instanceof InfixOpNode infix) {
            boolean joins = infix.getOperator() == InfixOperator.AND || infix.getOperator() == InfixOperator.OR;
            return joins
                    ? isComparison(infix.getLeft()) && isComparison(infix.getRight())
                    : infix.isBoolean() && isOfValues(infix.getLeft(), infix.getRight());
        }
        if (node instanceof BetweenNode between) {
            return isAsked(between.getValue()) && isValue(between.getStart()) && isValue(between.getEnd());
        }
        if (node instanceof InNode in) {
            return isAsked(in.getValue()) && isPlain(in.getExprs());
        }
        return node instanceof FunctionInvocationNode call
                && call.getName().getText().equals("not")
                && call.getParams().getElements().size() == 1
                && isComparison(call.getParams().getElements().get(0));
    }

    /** In whichever order; of two written values it is always the same. */
    private boolean isOfValues(BaseNode left, BaseNode right) {
        return (isAsked(left) || isValue(left)) && (isAsked(right) || isValue(right));
    }

    private static boolean isAsked(BaseNode node) {
        return node instanceof NameRefNode && Named.ASKED.equals(node.getText());
    }

    private boolean isValue(@Nullable BaseNode node) {
        if (node instanceof UndefinedValueNode || node instanceof NullNode) {
            return true;
        }
        boolean literal = node instanceof NumberNode
                || node instanceof StringNode
                || node instanceof BooleanNode
                || node instanceof AtLiteralNode
                || (node instanceof SignedUnaryNode signed && signed.getExpression() instanceof NumberNode)
                || (node instanceof FunctionInvocationNode call && call.getTcFolded() != null);
        if (!literal || node == null) {
            return false;
        }
        Object value = node.evaluate(context);
        if (value instanceof BigDecimal || value instanceof String || value instanceof LocalDate) {
            values.add(value);
            return true;
        }
        return value instanceof Boolean;
    }
}
