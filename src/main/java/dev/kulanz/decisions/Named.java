package dev.kulanz.decisions;

import java.util.HashSet;
import java.util.Set;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;

/** What an expression names. */
final class Named {

    /** The value of the column's own fact. */
    static final String ASKED = "?";

    private Named() {}

    /** Facts, functions and {@link #ASKED}, wherever they stand in it. */
    static Set<String> in(ASTNode expression) {
        Set<String> names = new HashSet<>();
        collect(expression, names);
        return names;
    }

    private static void collect(ASTNode node, Set<String> names) {
        if (node instanceof NameRefNode) {
            names.add(of(node));
        }
        for (ASTNode child : node.getChildrenNode()) {
            collect(child, names);
        }
    }

    /** The name that stands here, however it is spaced. */
    static String of(ASTNode name) {
        return name.getText().strip().replaceAll("\\s+", " ");
    }

    static boolean isCall(ASTNode node, String function) {
        return node instanceof FunctionInvocationNode call && of(call.getName()).equals(function);
    }
}
