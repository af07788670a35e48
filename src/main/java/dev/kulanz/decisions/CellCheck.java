package dev.kulanz.decisions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.core.compiler.profiles.ExtendedDMNProfile;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.NameDefNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NamedParameterNode;
import org.kie.dmn.feel.lang.ast.PathExpressionNode;
import org.kie.dmn.feel.lang.ast.QualifiedNameNode;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.feel.lang.types.BuiltInType;

/**
 * Reads one cell as FEEL, apart from its table. KIE's own compile names only the row of an error, and takes a name
 * that it doesn't know in a comparison for null: the rule would then silently never fire.
 */
final class CellCheck {

    private final FEELImpl feel = (FEELImpl) FEELBuilder.builder()
            .withProfiles(List.of(new ExtendedDMNProfile()))
            .build();
    private final Map<String, Type> inputs;

    /** @param inputs what a cell may name: the table's inputs */
    CellCheck(Map<String, Fact.Type> inputs) {
        this.inputs = inputs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> type(entry.getValue())));
    }

    private static Type type(Fact.Type type) {
        return switch (type) {
            case STRING -> BuiltInType.STRING;
            case NUMBER -> BuiltInType.NUMBER;
            case BOOLEAN -> BuiltInType.BOOLEAN;
            case DATE -> BuiltInType.DATE;
        };
    }

    /** What is wrong with a condition on this input; empty if it can be used. */
    Set<String> ofCondition(String cell, String input) {
        return errors(context -> {
            context.addInputVariableType("?", inputs.getOrDefault(input, BuiltInType.UNKNOWN));
            var tests = feel.processUnaryTests(cell, context).getInterpreted();
            return tests.getASTNode();
        });
    }

    /** What is wrong with a conclusion. */
    Set<String> ofConclusion(String cell) {
        return errors(context ->
                feel.processExpression(cell, context).getInterpreted().getASTNode());
    }

    private Set<String> errors(Reading reading) {
        Set<String> errors = new LinkedHashSet<>();
        CompilerContext context = feel.newCompilerContext(List.of(event -> {
            if (event.getSeverity() == FEELEvent.Severity.ERROR) {
                errors.add("FEEL says: " + event.getMessage());
            }
        }));
        inputs.forEach(context::addInputVariableType);
        try {
            ASTNode root = reading.read(context);
            Names names = new Names(root);
            if (names.askTheMachinesClock()) {
                errors.add("today() and now() follow the clock of the machine, not the business day; use a fact");
            }
            for (String name : names.unknown()) {
                errors.add(
                        "'%s' is neither an input of this table nor FEEL; put text in quotation marks".formatted(name));
            }
        } catch (NullPointerException | UnsupportedOperationException e) {
            // how KIE's reader ends after a syntax error that it has reported
            if (errors.isEmpty()) {
                errors.add("this is not FEEL");
            }
        }
        return errors;
    }

    /** One of the two ways to read a cell. */
    private interface Reading {
        ASTNode read(CompilerContext context);
    }

    /** Collects names that nobody defines. */
    private final class Names {
        private final List<String> used = new ArrayList<>();
        private final Set<String> defined = new HashSet<>(Set.of("?", "item", "partial"));

        Names(ASTNode root) {
            visit(root);
        }

        boolean askTheMachinesClock() {
            return used.contains("today") || used.contains("now");
        }

        Set<String> unknown() {
            Set<String> unknown = new LinkedHashSet<>(used);
            unknown.removeIf(name -> defined.contains(name)
                    || inputs.containsKey(name)
                    || feel.newEvaluationContext(List.of(), Map.of()).isDefined(name));
            return unknown;
        }

        private void visit(ASTNode node) {
            if (node instanceof NameRefNode) {
                used.add(node.getText());
            } else if (node instanceof NameDefNode) {
                defined.add(node.getText());
            } else if (node instanceof QualifiedNameNode qualified) {
                visit(qualified.getParts().get(0));
            } else if (node instanceof PathExpressionNode path) {
                visit(path.getExpression());
            } else if (node instanceof NamedParameterNode parameter) {
                visit(parameter.getExpression());
            } else {
                for (ASTNode child : node.getChildrenNode()) {
                    visit(child);
                }
            }
        }
    }
}
