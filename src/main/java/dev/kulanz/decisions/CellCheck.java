package dev.kulanz.decisions;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.core.compiler.profiles.ExtendedDMNProfile;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.runtime.UnaryTest;

/**
 * Reads one cell as FEEL, apart from its table, and refuses what {@link PermittedFeel} does not permit. KIE's own compile names only the row of an error, and takes a name
 * that it doesn't know in a comparison for null: the rule would then silently never fire.
 */
final class CellCheck {

    /** The value of the column's own fact. */
    private static final String ASKED = "?";

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
        return errors(cell, true, context -> {
            context.addInputVariableType(ASKED, inputs.getOrDefault(input, BuiltInType.UNKNOWN));
            return feel.processUnaryTests(cell, context).getInterpreted().getASTNode();
        });
    }

    /** What is wrong with a conclusion. */
    Set<String> ofConclusion(String cell) {
        return errors(cell, false, context -> feel.processExpression(cell, context)
                .getInterpreted()
                .getASTNode());
    }

    private Set<String> errors(String cell, boolean condition, Reading reading) {
        Set<String> errors = new LinkedHashSet<>();
        CellText.refusal(cell).ifPresent(errors::add);
        if (!errors.isEmpty()) {
            return errors;
        }
        CompilerContext context = feel.newCompilerContext(List.of(event -> {
            if (event.getSeverity() == FEELEvent.Severity.ERROR) {
                errors.add("FEEL says: " + event.getMessage());
            }
        }));
        inputs.forEach(context::addInputVariableType);
        try {
            errors.addAll(PermittedFeel.refusals(reading.read(context), names(condition)));
        } catch (RuntimeException e) {
            // how KIE's reader ends on what it did not expect, as after a syntax error that it has reported
            if (errors.isEmpty()) {
                errors.add("this is not FEEL");
            }
        }
        return errors;
    }

    /** A condition that can be used, as it was read. */
    Optional<ASTNode> condition(String cell, String input) {
        return read(context -> {
            context.addInputVariableType(ASKED, inputs.getOrDefault(input, BuiltInType.UNKNOWN));
            return feel.processUnaryTests(cell, context).getInterpreted().getASTNode();
        });
    }

    /** A conclusion that can be used, as it was read. */
    Optional<ASTNode> conclusion(String cell) {
        return ofConclusion(cell).isEmpty()
                ? read(context ->
                        feel.processExpression(cell, context).getInterpreted().getASTNode())
                : Optional.empty();
    }

    private Optional<ASTNode> read(Reading reading) {
        CompilerContext context = feel.newCompilerContext();
        inputs.forEach(context::addInputVariableType);
        return Optional.ofNullable(reading.read(context));
    }

    /** The values with which a condition compares its fact; empty if it does anything else. */
    Optional<List<Object>> plainValues(String cell, String input) {
        return condition(cell, input).flatMap(node -> PlainCell.values(node, empty()));
    }

    /** For which of these values of its fact a plain condition holds. */
    BitSet holdsFor(String cell, String input, List<@Nullable Object> samples) {
        CompilerContext context = feel.newCompilerContext();
        context.addInputVariableType(ASKED, inputs.getOrDefault(input, BuiltInType.UNKNOWN));
        List<UnaryTest> tests = feel.processUnaryTests(cell, context).apply(empty());
        BitSet holds = new BitSet();
        for (int i = 0; i < samples.size(); i++) {
            Object sample = samples.get(i);
            holds.set(i, tests.stream().anyMatch(test -> Boolean.TRUE.equals(test.apply(empty(), sample))));
        }
        return holds;
    }

    EvaluationContext empty() {
        return feel.newEvaluationContext(List.of(), Map.of());
    }

    private Set<String> names(boolean condition) {
        Set<String> names = new HashSet<>(inputs.keySet());
        if (condition) {
            names.add(ASKED);
        }
        return names;
    }

    /** One of the two ways to read a cell. */
    private interface Reading {
        ASTNode read(CompilerContext context);
    }
}
