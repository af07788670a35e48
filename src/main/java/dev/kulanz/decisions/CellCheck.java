package dev.kulanz.decisions;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.api.feel.runtime.events.FEELEventListener;
import org.kie.dmn.core.compiler.profiles.ExtendedDMNProfile;
import org.kie.dmn.feel.codegen.feel11.ProcessedUnaryTest;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.feel.lang.types.BuiltInType;

/** Reads each cell of one table once as FEEL, and refuses what {@link PermittedFeel} does not permit. */
final class CellCheck {

    private final FEELImpl feel = feel();
    private final Map<String, Fact.Type> inputs;
    private final Moment moment;
    private final Map<Written, ReadCell> read = new HashMap<>();
    private final Map<Written, Boolean> answered = new HashMap<>();

    /** The same text says the same in every row of its column. */
    private record Written(String column, boolean condition, String cell) {}

    /** @param inputs what a cell may name: the table's inputs */
    CellCheck(Map<String, Fact.Type> inputs, Moment moment) {
        this.inputs = Map.copyOf(inputs);
        this.moment = moment;
    }

    /** FEEL as tables have it, which finds no class to call. */
    static FEELImpl feel() {
        return (FEELImpl) FEELBuilder.builder()
                .withClassloader(new NoClasses())
                .withProfiles(List.of(new ExtendedDMNProfile()))
                .build();
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
        if (!written.condition() && written.cell().equals("-")) {
            return ReadCell.refused(Set.of("a dash says nothing here; leave the cell blank"));
        }
        Optional<String> tangled = CellText.refusal(written.cell(), moment);
        if (tangled.isPresent()) {
            return ReadCell.refused(Set.of(tangled.get()));
        }
        Set<String> errors = new LinkedHashSet<>();
        CompilerContext context = feel.newCompilerContext(List.of(noting(errors)));
        inputs.forEach((name, type) -> context.addInputVariableType(name, type(type)));
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

    /** What FEEL says of an error, without all that could stand in the place of what stands there. */
    private static FEELEventListener noting(Collection<String> errors) {
        return event -> {
            if (event.getSeverity() == FEELEvent.Severity.ERROR) {
                errors.add("FEEL says: " + event.getMessage().replaceAll("(?s) expecting \\{.*", ""));
            }
        };
    }

    private ReadCell condition(Written written, CompilerContext context) {
        context.addInputVariableType(
                Named.ASKED,
                Optional.ofNullable(inputs.get(written.column()))
                        .map(CellCheck::type)
                        .orElse(BuiltInType.UNKNOWN));
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

    /**
     * The values at which what a condition says of its fact can change; empty if that can't be told.
     *
     * @param countable all values of the fact are known, so that whatever is asked of this fact alone can be tried with each
     */
    Optional<List<Object>> ends(String cell, String input, boolean countable) {
        return condition(cell, input)
                .node()
                .flatMap(node ->
                        countable && !asksOthers(node) ? Optional.of(List.of()) : PlainCell.values(node, empty()));
    }

    /**
     * Whether each test of a condition comes to yes or no for some values of the facts that it asks: of a number
     * {@code contains(?, "x")} never does, nor does {@code ? + 5}.
     */
    boolean canBeAnswered(String cell, String input) {
        return answered.computeIfAbsent(
                new Written(input, true, cell), written -> isAnswered(condition(cell, input), input));
    }

    private boolean isAnswered(ReadCell condition, String input) {
        return probes(condition, input).areAnswered((facts, errors) -> {
            EvaluationContext context = knowing(facts, errors);
            return condition.tests().in(context).stream()
                    .<Probes.Question>map(test -> () -> test.apply(context, facts.get(input)))
                    .toList();
        });
    }

    /** Whether a conclusion comes to something for some values of the facts that it asks. */
    boolean canBeConcluded(String cell) {
        return answered.computeIfAbsent(new Written("", false, cell), written -> isConcluded(conclusion(cell)));
    }

    private boolean isConcluded(ReadCell conclusion) {
        return probes(conclusion, "").areAnswered((facts, errors) -> {
            EvaluationContext context = knowing(facts, errors);
            return List.of(() -> conclusion.value(context));
        });
    }

    private Probes probes(ReadCell cell, String input) {
        Map<String, Fact.Type> asked = new TreeMap<>(inputs);
        Set<String> named = cell.node().map(Named::in).orElse(Set.of());
        asked.keySet().removeIf(name -> !name.equals(input) && !named.contains(name));
        return new Probes(asked);
    }

    /** A name of the column's own fact counts as another: where its cell is tried by itself only {@code ?} is known. */
    private boolean asksOthers(ASTNode node) {
        return Named.in(node).stream().anyMatch(inputs::containsKey);
    }

    /** For which of these values of its fact a condition holds that asks no other; by their places in the list. */
    BitSet holdsFor(String cell, String input, List<@Nullable Object> values) {
        EvaluationContext context = empty();
        ReadCell condition = condition(cell, input);
        BitSet holds = new BitSet();
        for (int i = 0; i < values.size(); i++) {
            holds.set(i, condition.holds(context, values.get(i)));
        }
        return holds;
    }

    EvaluationContext empty() {
        return knowing(Map.of());
    }

    /** In which a cell can be asked about a case; for one thread. */
    EvaluationContext knowing(Map<String, Object> facts) {
        return feel.newEvaluationContext(List.of(), facts);
    }

    /** @param errors gets what FEEL has to say of the answers */
    EvaluationContext knowing(Map<String, Object> facts, List<String> errors) {
        return feel.newEvaluationContext(List.of(noting(errors)), facts);
    }

    private Set<String> names(boolean condition) {
        Set<String> names = new HashSet<>(inputs.keySet());
        if (condition) {
            names.add(Named.ASKED);
        }
        return names;
    }
}
