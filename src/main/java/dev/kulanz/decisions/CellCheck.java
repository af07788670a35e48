package dev.kulanz.decisions;

import java.util.BitSet;
import java.util.HashMap;
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
import org.kie.dmn.feel.codegen.feel11.ProcessedUnaryTest;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.runtime.UnaryTest;

/**
 * Reads each cell of one table once as FEEL, apart from its table, and refuses what {@link PermittedFeel} does not permit.
 * KIE's own compile names only the row of an error, and takes a name that it doesn't know in a comparison for null: the
 * rule would then silently never fire.
 */
final class CellCheck {

    /** The value of the column's own fact. */
    private static final String ASKED = "?";

    private final FEELImpl feel = (FEELImpl) FEELBuilder.builder()
            .withProfiles(List.of(new ExtendedDMNProfile()))
            .build();
    private final Map<String, Type> inputs;
    private final Moment moment;
    private final Map<Written, ReadCell> read = new HashMap<>();

    /** The same text says the same in every row of its column. */
    private record Written(String column, boolean condition, String cell) {}

    /** @param inputs what a cell may name: the table's inputs */
    CellCheck(Map<String, Fact.Type> inputs, Moment moment) {
        this.inputs = inputs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> type(entry.getValue())));
        this.moment = moment;
    }

    private static Type type(Fact.Type type) {
        return switch (type) {
            case STRING -> BuiltInType.STRING;
            case NUMBER -> BuiltInType.NUMBER;
            case BOOLEAN -> BuiltInType.BOOLEAN;
            case DATE -> BuiltInType.DATE;
        };
    }

    /** A condition on this input. */
    ReadCell condition(String cell, String input) {
        return read.computeIfAbsent(new Written(input, true, cell), this::read);
    }

    ReadCell conclusion(String cell) {
        return read.computeIfAbsent(new Written("", false, cell), this::read);
    }

    private ReadCell read(Written written) {
        Optional<String> tangled = CellText.refusal(written.cell(), moment);
        if (tangled.isPresent()) {
            return ReadCell.refused(Set.of(tangled.get()));
        }
        Set<String> errors = new LinkedHashSet<>();
        CompilerContext context = feel.newCompilerContext(List.of(event -> {
            if (event.getSeverity() == FEELEvent.Severity.ERROR) {
                errors.add("FEEL says: " + event.getMessage());
            }
        }));
        inputs.forEach(context::addInputVariableType);
        try {
            ReadCell cell = written.condition() ? condition(written, context) : conclusion(written, context);
            cell.node()
                    .ifPresent(node -> errors.addAll(PermittedFeel.refusals(node, names(written.condition()), moment)));
            return errors.isEmpty() ? cell : ReadCell.refused(errors);
        } catch (RuntimeException e) {
            // how KIE's reader ends on what it did not expect, as after a syntax error that it has reported
            return ReadCell.refused(errors.isEmpty() ? Set.of("this is not FEEL") : errors);
        }
    }

    private ReadCell condition(Written written, CompilerContext context) {
        context.addInputVariableType(ASKED, inputs.getOrDefault(written.column(), BuiltInType.UNKNOWN));
        ProcessedUnaryTest tests = feel.processUnaryTests(written.cell(), context);
        return new ReadCell(Set.of(), Optional.ofNullable(tests.getInterpreted().getASTNode()), tests::apply);
    }

    private ReadCell conclusion(Written written, CompilerContext context) {
        return new ReadCell(
                Set.of(),
                Optional.ofNullable(feel.processExpression(written.cell(), context)
                        .getInterpreted()
                        .getASTNode()),
                any -> List.of());
    }

    /** The values with which a condition compares its fact; empty if it does anything else. */
    Optional<List<Object>> plainValues(String cell, String input) {
        return condition(cell, input).node().flatMap(node -> PlainCell.values(node, empty()));
    }

    /** For which of these values of its fact a plain condition holds; by their places in the list. */
    BitSet holdsFor(String cell, String input, List<@Nullable Object> values) {
        EvaluationContext context = empty();
        List<UnaryTest> tests = condition(cell, input).tests().in(context);
        BitSet holds = new BitSet();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            holds.set(i, tests.stream().anyMatch(test -> Boolean.TRUE.equals(test.apply(context, value))));
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
}
