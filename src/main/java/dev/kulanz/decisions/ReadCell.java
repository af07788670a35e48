package dev.kulanz.decisions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.runtime.UnaryTest;

/**
 * A cell as it was read, once for all who look at it.
 *
 * @param errors what is wrong with it, in sentences
 * @param node what stands in it; empty if it can't be used
 * @param tests the same as KIE tries it; of conditions only
 */
record ReadCell(Set<String> errors, Optional<ASTNode> node, Tests tests) {

    /** A condition, ready to be tried. */
    interface Tests {
        List<UnaryTest> in(EvaluationContext context);
    }

    static ReadCell refused(Set<String> errors) {
        return new ReadCell(errors, Optional.empty(), context -> List.of());
    }
}
