package dev.kulanz.decisions;

import dev.kulanz.decisions.DecisionTable.Input;
import dev.kulanz.decisions.DecisionTable.Output;
import dev.kulanz.decisions.DecisionTable.Rule;
import dev.kulanz.shared.Nearest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares a table with the fact vocabulary and with itself: columns, types, cells. */
final class TableCheck {

    private static final Pattern OUTPUT_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_ -]{0,59}");

    private final FactVocabulary vocabulary;

    TableCheck(FactVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What keeps the table from being used. */
    void check(DecisionTable table, CellCheck cells, Findings findings) {
        table.inputs().forEach(input -> checkInput(table, input, findings));
        checkOutputs(table, findings);
        for (int row = 0; row < table.rules().size(); row++) {
            checkRow(table, row, cells, findings);
        }
    }

    /** What is never evaluated: names, and what the Modeler offers for a column, which is FEEL all the same. */
    static void checkWriting(DecisionTable table, CellCheck cells, Findings findings) {
        for (Output output : table.outputs()) {
            if (!output.name().isEmpty() && !OUTPUT_NAME.matcher(output.name()).matches()) {
                findings.add(
                        table.place(),
                        "the name of the output '%s' is not made of up to 60 letters, digits, spaces, - and _"
                                .formatted(output.name()));
            }
        }
        for (Input input : table.inputs()) {
            if (!input.values().isEmpty()) {
                cells.condition(input.values(), input.fact())
                        .errors()
                        .forEach(error -> findings.add(table.place(), valuesOf(input.fact(), error)));
            }
        }
        for (Output output : table.outputs()) {
            if (!output.values().isEmpty()) {
                cells.condition(output.values(), output.name())
                        .errors()
                        .forEach(error -> findings.add(table.place(), valuesOf(output.name(), error)));
            }
        }
    }

    private static String valuesOf(String column, String error) {
        return "the values offered for '%s': %s".formatted(column, error);
    }

    private void checkInput(DecisionTable table, Input input, Findings findings) {
        Optional<Fact> fact = vocabulary.find(input.fact());
        if (fact.isEmpty()) {
            findings.add(
                    table.place(),
                    "the input '%s' is not a name of the fact vocabulary%s; known are %s"
                            .formatted(
                                    input.fact(),
                                    Nearest.of(
                                                    input.fact(),
                                                    vocabulary.all().stream()
                                                            .map(Fact::name)
                                                            .toList())
                                            .map(near -> " (did you mean '%s'?)".formatted(near))
                                            .orElse(""),
                                    String.join(
                                            ", ",
                                            vocabulary.all().stream()
                                                    .map(Fact::name)
                                                    .toList())));
        } else if (input.type() != null
                && ColumnType.of(input.type()).filter(fact.get().type()::equals).isEmpty()) {
            findings.add(
                    table.place(),
                    "the input '%s' has the type %s, but the fact is a %s"
                            .formatted(
                                    input.fact(),
                                    input.type(),
                                    ColumnType.inFeel(fact.get().type())));
        }
    }

    private static void checkOutputs(DecisionTable table, Findings findings) {
        if (table.outputs().isEmpty()) {
            findings.add(table.place(), "it has no output");
        }
        if (table.hitPolicy() == DecisionTable.HitPolicy.COUNT
                && table.outputs().size() > 1) {
            findings.add(
                    table.place(), "it counts its rows and has several outputs; keep one that names what is counted");
        }
        Set<String> names = new HashSet<>();
        for (Output output : table.outputs()) {
            if (output.name().isEmpty()) {
                findings.add(table.place(), "an output has no name");
            } else if (!names.add(output.name())) {
                findings.add(table.place(), "the output '%s' is there twice".formatted(output.name()));
            }
            if (output.type() != null && ColumnType.of(output.type()).isEmpty()) {
                findings.add(
                        table.place(),
                        "the output '%s' has the unknown type %s; use string, boolean, number or date"
                                .formatted(output.name(), output.type()));
            }
        }
    }

    private void checkRow(DecisionTable table, int row, CellCheck cells, Findings findings) {
        Rule rule = table.rules().get(row);
        if (rule.conditions().size() != table.inputs().size()
                || rule.conclusions().size() != table.outputs().size()) {
            findings.add(
                    table.place(row),
                    "it has %d inputs and %d outputs, the table has %d and %d"
                            .formatted(
                                    rule.conditions().size(),
                                    rule.conclusions().size(),
                                    table.inputs().size(),
                                    table.outputs().size()));
            return;
        }
        for (int i = 0; i < table.inputs().size(); i++) {
            String input = table.inputs().get(i).fact();
            String cell = rule.conditions().get(i);
            Place place = table.place(row, input);
            checkType(place, vocabulary.find(input).map(Fact::type), cell, findings);
            if (!cell.isEmpty()) {
                cells.condition(cell, input).errors().forEach(error -> findings.add(place, error));
            }
        }
        for (int i = 0; i < table.outputs().size(); i++) {
            Output output = table.outputs().get(i);
            String cell = rule.conclusions().get(i);
            Place place = table.place(row, output.name());
            checkType(place, ColumnType.of(output.type()), cell, findings);
            if (!cell.isEmpty()) {
                cells.conclusion(cell).errors().forEach(error -> findings.add(place, error));
            }
        }
    }

    private static void checkType(Place place, Optional<Fact.Type> column, String cell, Findings findings) {
        Optional<Fact.Type> spoken = ColumnType.ofCell(cell);
        if (column.isPresent() && spoken.isPresent() && !column.equals(spoken)) {
            findings.add(
                    place,
                    "%s is a %s, but the column is a %s"
                            .formatted(cell, ColumnType.inFeel(spoken.get()), ColumnType.inFeel(column.get())));
        }
    }
}
