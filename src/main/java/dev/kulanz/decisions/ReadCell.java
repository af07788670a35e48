package dev.kulanz.decisions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode.UnaryOperator;
import org.kie.dmn.feel.runtime.UnaryTest;

/**
 * A cell as it was read, once for all who look at it or ask it; safe for several threads at once.
 *
 * @param errors what is wrong with it, in sentences
 * @param node what stands in it; empty if it can't be used
 * @param tests the same as FEEL tries it; of conditions only
 */
record ReadCell(Set<String> errors, Optional<ASTNode> node, Tests tests) {

    /** A condition, ready to be tried. */
    interface Tests {
        List<UnaryTest> in(EvaluationContext context);
    }

    static ReadCell refused(Set<String> errors) {
        return new ReadCell(errors, Optional.empty(), context -> List.of());
    }

    /**
     * Whether a condition comes to true for a value of its fact. What is not known equals a written {@code null}, but not
     * whatever else comes to nothing.
     *
     * @param value null: not known
     */
    boolean holds(EvaluationContext context, @Nullable Object value) {
        List<UnaryTest> all = tests.in(context);
        for (int i = 0; i < all.size(); i++) {
            if ((value != null || !comparesWithAnything(i, all.size())) && holds(all.get(i), context, value)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the tests compares with something else than {@code null}. */
    private boolean comparesWithAnything(int test, int of) {
        return node.filter(UnaryTestListNode.class::isInstance)
                .map(UnaryTestListNode.class::cast)
                .filter(list -> list.getState() == UnaryTestListNode.State.Positive)
                .map(UnaryTestListNode::getElements)
                .filter(elements -> elements.size() == of)
                .map(elements -> elements.get(test))
                .filter(element -> element instanceof UnaryTestNode compared
                        && compared.getOperator() == UnaryOperator.EQ
                        && !(compared.getValue() instanceof NullNode))
                .isPresent();
    }

    /** KIE throws where a value can't be compared with the ends of a range. */
    private static boolean holds(UnaryTest test, EvaluationContext context, @Nullable Object value) {
        try {
            return Boolean.TRUE.equals(test.apply(context, value));
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** What a conclusion comes to. */
    @Nullable Object value(EvaluationContext context) {
        return node.orElseThrow().evaluate(context);
    }
}
