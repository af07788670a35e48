package dev.kulanz.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;

/** A table that KIE can run; safe for several threads at once. */
final class CompiledTable {

    private final DecisionTable table;
    private final String fileHash;
    private final DMNRuntime runtime;
    private final DMNModel model;

    CompiledTable(DecisionTable table, String fileHash, DMNRuntime runtime, DMNModel model) {
        this.table = table;
        this.fileHash = fileHash;
        this.runtime = runtime;
        this.model = model;
        runtime.addListener(new FiredRules.Listener());
    }

    String decisionKey() {
        return table.id();
    }

    /** The facts that the table asks for, in the order of its columns. */
    List<String> facts() {
        return table.facts();
    }

    /** @param inputs a FEEL value or null for each of {@link #facts()} */
    Verdict evaluate(Map<String, Object> inputs) {
        DMNContext context = runtime.newContext();
        inputs.forEach(context::set);
        FiredRules fired = FiredRules.watch(context);
        DMNResult result = runtime.evaluateByName(model, context, KieDocument.DECISION);
        if (result.hasErrors()) {
            throw new DecisionFailed(table.id(), errors(result) + "; facts asked: " + String.join(", ", facts()));
        }
        List<Integer> rules = fired.indices();
        List<String> ids =
                rules.stream().map(index -> table.rules().get(index).id()).toList();
        Object value = result.getDecisionResultByName(KieDocument.DECISION).getResult();
        return new Verdict(table.id(), fileHash, inputs, rows(value, rules.size()), ids);
    }

    private static String errors(DMNResult result) {
        return result.getMessages(DMNMessage.Severity.ERROR).stream()
                .map(Message::getText)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private List<Map<String, Object>> rows(@Nullable Object value, int hits) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int hit = 0; hit < hits; hit++) {
            boolean several = table.hitPolicy().yieldsSeveral();
            rows.add(row(several && value instanceof List<?> list ? list.get(hit) : value));
        }
        return rows;
    }

    /** KIE gives the bare value where a table has one output, and a map without order where it has several. */
    private Map<String, Object> row(@Nullable Object value) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (DecisionTable.Output output : table.outputs()) {
            row.put(
                    output.name(),
                    table.outputs().size() > 1 && value instanceof Map<?, ?> map ? map.get(output.name()) : value);
        }
        return row;
    }
}
