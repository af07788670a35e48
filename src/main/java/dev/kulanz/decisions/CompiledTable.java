package dev.kulanz.decisions;

import dev.kulanz.decisions.DecisionTable.HitPolicy;
import dev.kulanz.decisions.DecisionTable.Output;
import dev.kulanz.decisions.DecisionTable.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.EvaluationContext;

/**
 * A table that can be asked; safe for several threads at once. FEEL says of each cell what it comes to, and the rows that
 * hold are told as DMN's hit policies want it.
 *
 * <p>A condition holds if it comes to true, and does not if it comes to anything else: in DMN a rule matches where all
 * its input entries are true. KIE's own runtime for tables fails instead where {@code ? > 5} is asked of a fact that is not known, and with it
 * failed the journey of the case.
 */
final class CompiledTable {

    private final DecisionTable table;
    private final String fileHash;
    private final CellCheck cells;
    private final List<Row> rows;

    /** Each cell as it was read; blank ones are left out. */
    private record Row(Map<Integer, ReadCell> conditions, Map<Integer, ReadCell> conclusions) {}

    /** @param cells has read this table without errors */
    CompiledTable(DecisionTable table, String fileHash, CellCheck cells) {
        this.table = table;
        this.fileHash = fileHash;
        this.cells = cells;
        this.rows = table.rules().stream().map(this::read).toList();
    }

    private Row read(Rule rule) {
        Map<Integer, ReadCell> conditions = new LinkedHashMap<>();
        for (int i = 0; i < table.inputs().size(); i++) {
            String cell = rule.conditions().get(i);
            if (!ColumnSamples.isAny(cell)) {
                conditions.put(i, cells.condition(cell, table.inputs().get(i).fact()));
            }
        }
        Map<Integer, ReadCell> conclusions = new LinkedHashMap<>();
        for (int i = 0; i < table.outputs().size(); i++) {
            if (!rule.conclusions().get(i).isEmpty()) {
                conclusions.put(i, cells.conclusion(rule.conclusions().get(i)));
            }
        }
        return new Row(conditions, conclusions);
    }

    String decisionKey() {
        return table.id();
    }

    /** The facts that the table asks for, in the order of its columns. */
    List<String> facts() {
        return table.facts();
    }

    /**
     * What the table says of a case.
     *
     * @param inputs a FEEL value or null for each of {@link #facts()}
     * @throws DecisionFailed if two rows of a UNIQUE table hold, or what a row says can't be worked out or is none of its
     *     column's type
     */
    Verdict evaluate(Map<String, Object> inputs) {
        EvaluationContext context = cells.knowing(inputs);
        List<Integer> hits = new ArrayList<>();
        for (int row = 0; row < rows.size() && (hits.isEmpty() || table.hitPolicy() != HitPolicy.FIRST); row++) {
            if (holds(rows.get(row), inputs, context)) {
                hits.add(row);
            }
        }
        if (table.hitPolicy() == HitPolicy.UNIQUE && hits.size() > 1) {
            throw failed("with the hit policy UNIQUE one rule at most may hold, but %s do"
                    .formatted(hits.stream().map(table::row).toList()));
        }
        return new Verdict(
                table.id(),
                fileHash,
                inputs,
                hits.stream().map(row -> conclude(row, inputs)).toList(),
                hits.stream().map(row -> table.rules().get(row).id()).toList());
    }

    private boolean holds(Row row, Map<String, Object> inputs, EvaluationContext context) {
        return row.conditions().entrySet().stream().allMatch(cell -> cell.getValue()
                .holds(context, inputs.get(table.inputs().get(cell.getKey()).fact())));
    }

    private Map<String, Object> conclude(int row, Map<String, Object> inputs) {
        Map<String, Object> said = new LinkedHashMap<>();
        for (int i = 0; i < table.outputs().size(); i++) {
            ReadCell cell = rows.get(row).conclusions().get(i);
            said.put(table.outputs().get(i).name(), cell == null ? null : conclude(cell, row, i, inputs));
        }
        return said;
    }

    /** What is said of a failure says nothing of the case. */
    private @Nullable Object conclude(ReadCell cell, int row, int column, Map<String, Object> inputs) {
        Output output = table.outputs().get(column);
        Place place = table.place(row, output.name());
        List<String> errors = new ArrayList<>();
        Object value = cell.value(cells.knowing(inputs, errors));
        if (value == null && !errors.isEmpty()) {
            throw failed("%s: it comes to nothing".formatted(place));
        }
        Optional<Fact.Type> type = ColumnType.of(output.type());
        if (value != null && type.isPresent() && !ColumnType.isOf(value, type.get())) {
            throw failed("%s: it comes to a value of another type, but the column is a %s"
                    .formatted(place, ColumnType.inFeel(type.get())));
        }
        return value;
    }

    private DecisionFailed failed(String why) {
        return new DecisionFailed(table.id(), why + "; facts asked: " + String.join(", ", facts()));
    }
}
