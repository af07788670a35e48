package dev.kulanz.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision table as its process owner wrote it; cells are FEEL, blank where nothing was written. */
record DecisionTable(String id, HitPolicy hitPolicy, List<Input> inputs, List<Output> outputs, List<Rule> rules) {

    /** The hit policies that can be decided and explained rule by rule. */
    enum HitPolicy {
        UNIQUE,
        FIRST,
        RULE_ORDER,
        COLLECT,
        /** COLLECT with the aggregation COUNT: how many rows hit; the rows themselves say which. */
        COUNT;

        String inDmn() {
            return this == COUNT ? COLLECT.name() : name().replace('_', ' ');
        }

        /** One row at most answers. */
        boolean yieldsOne() {
            return !yieldsSeveral();
        }

        boolean yieldsSeveral() {
            return this == RULE_ORDER || this == COLLECT || this == COUNT;
        }
    }

    /**
     * A column that asks for a fact.
     *
     * @param values what the Modeler offers for its cells, FEEL as a cell; blank if nothing was written
     */
    record Input(String fact, @Nullable String type, String values) {}

    /**
     * A column that says something.
     *
     * @param values what the Modeler offers for its cells, FEEL as a condition; blank if nothing was written
     */
    record Output(String name, @Nullable String type, String values) {}

    /** A row. */
    record Rule(String id, List<String> conditions, List<String> conclusions) {}

    Place place() {
        return Place.decision(id);
    }

    Place place(int row) {
        return place(row, null);
    }

    Place place(int row, @Nullable String column) {
        return new Place(place().whole(), row(row), column);
    }

    Place.Row row(int row) {
        return new Place.Row(rules.get(row).id(), row + 1);
    }

    /** The facts asked for, each once, in the order of the columns. */
    List<String> facts() {
        return inputs.stream().map(Input::fact).distinct().toList();
    }
}
