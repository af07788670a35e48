package dev.kulanz.decisions;

import static dev.kulanz.decisions.DmnXml.attribute;
import static dev.kulanz.decisions.DmnXml.child;
import static dev.kulanz.decisions.DmnXml.children;
import static dev.kulanz.decisions.DmnXml.text;

import dev.kulanz.decisions.DecisionTable.HitPolicy;
import dev.kulanz.decisions.DecisionTable.Input;
import dev.kulanz.decisions.DecisionTable.Output;
import dev.kulanz.decisions.DecisionTable.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads the one decision table of a DMN file, as Camunda Modeler writes it; what it can't read becomes a finding. */
final class TableReader {

    /** Of a table that a person can still read. */
    private static final int MOST_RULES = 1_000;

    private static final int MOST_COLUMNS = 50;

    /** Each is read when the table arrives and when it is first asked, while a case waits: about a millisecond each. */
    private static final int MOST_CELLS = 5_000;

    private static final int MOST_CHARACTERS = 200_000;

    private final Findings findings;
    private final Moment moment;

    TableReader(Findings findings, Moment moment) {
        this.findings = findings;
        this.moment = moment;
    }

    /** @return null if something was found that makes the table unreadable */
    @Nullable DecisionTable read(String resourceName, String content) {
        Element decision = new DecisionReader(findings, moment).read(resourceName, content);
        if (decision == null) {
            return null;
        }
        String id = Objects.requireNonNull(attribute(decision, "id"));
        Element table = Objects.requireNonNull(child(decision, "decisionTable"));
        if (moment == Moment.ARRIVAL && isTooLarge(id, table)) {
            return null;
        }
        HitPolicy hitPolicy = hitPolicy(id, table);
        List<Rule> rules = rules(id, table);
        if (hitPolicy == null || rules.isEmpty()) {
            return null;
        }
        return new DecisionTable(id, hitPolicy, inputs(table), outputs(id, table), rules);
    }

    private boolean isTooLarge(String id, Element table) {
        int rules = children(table, "rule").size();
        int columns =
                children(table, "input").size() + children(table, "output").size();
        int characters = children(table, "rule").stream()
                .flatMap(rule -> children(rule).stream())
                .filter(cell -> !"description".equals(cell.getLocalName()))
                .mapToInt(cell -> text(cell).length())
                .sum();
        boolean large = rules > MOST_RULES
                || columns > MOST_COLUMNS
                || rules * columns > MOST_CELLS
                || characters > MOST_CHARACTERS;
        if (large) {
            findings.add(
                    Place.decision(id),
                    "it has %d rules, %d columns, %d cells and %d characters in them; use at most %d, %d, %d and %d"
                            .formatted(
                                    rules,
                                    columns,
                                    rules * columns,
                                    characters,
                                    MOST_RULES,
                                    MOST_COLUMNS,
                                    MOST_CELLS,
                                    MOST_CHARACTERS));
        }
        return large;
    }

    private @Nullable HitPolicy hitPolicy(String id, Element table) {
        String written = Objects.requireNonNullElse(attribute(table, "hitPolicy"), "UNIQUE");
        String aggregation = attribute(table, "aggregation");
        if ("COUNT".equals(aggregation) && HitPolicy.COLLECT.inDmn().equals(written)) {
            return HitPolicy.COUNT;
        }
        if (aggregation == null) {
            for (HitPolicy policy : HitPolicy.values()) {
                if (policy.inDmn().equals(written)) {
                    return policy;
                }
            }
        } else {
            written += " with aggregation";
        }
        findings.add(
                Place.decision(id),
                "the hit policy %s is not supported; use UNIQUE, FIRST, RULE ORDER or COLLECT, without aggregation or with COUNT"
                        .formatted(written));
        return null;
    }

    private static List<Input> inputs(Element table) {
        List<Input> inputs = new ArrayList<>();
        for (Element column : children(table, "input")) {
            Element expression = child(column, "inputExpression");
            inputs.add(new Input(
                    text(expression),
                    expression == null ? null : attribute(expression, "typeRef"),
                    text(child(column, "inputValues"))));
        }
        return inputs;
    }

    private List<Output> outputs(String id, Element table) {
        List<Output> outputs = new ArrayList<>();
        for (Element column : children(table, "output")) {
            outputs.add(new Output(
                    column.getAttribute("name").strip(),
                    attribute(column, "typeRef"),
                    text(child(column, "outputValues"))));
            if (child(column, "defaultOutputEntry") != null) {
                findings.add(
                        Place.decision(id),
                        "the output '%s' has a default; write a last rule with blank conditions instead"
                                .formatted(column.getAttribute("name")));
            }
        }
        return outputs;
    }

    private List<Rule> rules(String id, Element table) {
        List<Element> rows = children(table, "rule");
        if (rows.isEmpty()) {
            findings.add(Place.decision(id), "the table is empty; write at least one rule");
        }
        List<Rule> rules = new ArrayList<>();
        for (Element row : rows) {
            String ruleId = attribute(row, "id");
            if (ruleId == null) {
                findings.add(
                        Place.decision(id),
                        "the rule in row %d has no id; the journal needs one to say which rule fired"
                                .formatted(rules.size() + 1));
            }
            rules.add(new Rule(
                    Objects.requireNonNullElse(ruleId, ""), cells(row, "inputEntry"), cells(row, "outputEntry")));
        }
        return rules;
    }

    private static List<String> cells(Element row, String kind) {
        return children(row, kind).stream().map(DmnXml::text).toList();
    }
}
