package dev.kulanz.decisions;

import dev.kulanz.decisions.DecisionTable.HitPolicy;
import dev.kulanz.decisions.DecisionTable.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares the rows of a table with each other: two that may not hold at once, and rows that no case ever reaches. */
final class RowCheck {

    /** What is wrong with more rows is wrong in the same way, and each look at a row is a look at all before it. */
    private static final int MOST_SAID = 20;

    private static final int MOST_NAMED = 3;

    private final DecisionTable table;
    private final List<ColumnSamples> columns;
    private final Findings findings;
    private int said;

    private RowCheck(DecisionTable table, List<ColumnSamples> columns, Findings findings) {
        this.table = table;
        this.columns = columns;
        this.findings = findings;
    }

    /** @param table without other findings */
    static void check(DecisionTable table, FactVocabulary vocabulary, CellCheck cells, Findings findings) {
        new RowCheck(table, columns(table, vocabulary, cells), findings).check();
    }

    /**
     * Whether each case finds a row.
     *
     * @param table without other findings
     */
    static boolean answersEveryCase(DecisionTable table, FactVocabulary vocabulary, CellCheck cells) {
        return EveryCase.isAnswered(table, columns(table, vocabulary, cells));
    }

    private static List<ColumnSamples> columns(DecisionTable table, FactVocabulary vocabulary, CellCheck cells) {
        List<ColumnSamples> columns = new ArrayList<>();
        for (int i = 0; i < table.inputs().size(); i++) {
            int column = i;
            columns.add(ColumnSamples.of(
                    vocabulary.find(table.inputs().get(i).fact()).orElseThrow(),
                    table.rules().stream()
                            .map(rule -> rule.conditions().get(column))
                            .toList(),
                    cells));
        }
        return columns;
    }

    private void check() {
        if (table.hitPolicy() == HitPolicy.UNIQUE && columns.stream().anyMatch(ColumnSamples::isTooMany)) {
            findings.add(
                    table.place(),
                    "it has too many rows and values to prove that no two rules hold together; use the hit policy FIRST");
            return;
        }
        for (int row = 0; row < table.rules().size() && said < MOST_SAID; row++) {
            if (holdsNever(row)) {
                continue;
            }
            if (table.hitPolicy() == HitPolicy.UNIQUE) {
                checkOverlaps(row);
            } else if (table.hitPolicy() == HitPolicy.FIRST) {
                checkReached(row);
            } else {
                checkRepeated(row);
            }
        }
    }

    private List<String> conditions(int row) {
        return table.rules().get(row).conditions();
    }

    private boolean holdsNever(int row) {
        boolean never = false;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).holdsNever(conditions(row).get(i))) {
                String fact = table.inputs().get(i).fact();
                add(
                        table.place(row, fact),
                        "%s holds for no value of '%s', so the rule never fires"
                                .formatted(conditions(row).get(i), fact));
                never = true;
            }
        }
        return never;
    }

    private void add(Place place, String sentence) {
        findings.add(place, sentence);
        said++;
    }

    private void warn(Place place, String sentence) {
        findings.warn(place, sentence);
        said++;
    }

    private void checkOverlaps(int row) {
        for (int other = 0; other < row && said < MOST_SAID; other++) {
            Optional<String> both = both(other, row);
            if (both.isPresent()) {
                add(
                        table.place(row),
                        "it %s together with %s (%s), but with the hit policy UNIQUE one rule at most may hold; use FIRST, or tell the rules apart"
                                .formatted(
                                        isKnown(other) && isKnown(row) ? "holds" : "may hold",
                                        named(other),
                                        both.get()));
            }
        }
    }

    /** Whether all of its conditions are understood. */
    private boolean isKnown(int row) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).held(conditions(row).get(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private String named(int row) {
        return table.row(row).toString();
    }

    /** A case for which both rows hold, in words; empty if there surely is none. */
    private Optional<String> both(int one, int other) {
        List<String> example = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Optional<String> common = columns.get(i)
                    .both(conditions(one).get(i), conditions(other).get(i));
            if (common.isEmpty()) {
                return Optional.empty();
            }
            if (!ColumnSamples.isAny(conditions(one).get(i))
                    || !ColumnSamples.isAny(conditions(other).get(i))) {
                example.add("%s: %s".formatted(table.inputs().get(i).fact(), common.get()));
            }
        }
        return Optional.of(example.isEmpty() ? "for every case" : String.join(", ", example));
    }

    /** An earlier row covers this one, or several do that differ from it in one and the same column only. */
    private void checkReached(int row) {
        Map<Integer, List<Integer>> differing = new TreeMap<>();
        for (int earlier = 0; earlier < row; earlier++) {
            List<Integer> uncovered = uncovered(earlier, row);
            if (uncovered.isEmpty()) {
                warnOfUnreached(row, List.of(earlier));
                return;
            }
            if (uncovered.size() == 1) {
                differing
                        .computeIfAbsent(uncovered.get(0), column -> new ArrayList<>())
                        .add(earlier);
            }
        }
        differing.entrySet().stream()
                .filter(rows -> coverTogether(rows.getValue(), row, rows.getKey()))
                .findFirst()
                .ifPresent(rows -> warnOfUnreached(row, rows.getValue()));
    }

    private boolean coverTogether(List<Integer> earlier, int row, int column) {
        return columns.get(column)
                .cover(
                        earlier.stream()
                                .map(each -> conditions(each).get(column))
                                .toList(),
                        conditions(row).get(column));
    }

    private void warnOfUnreached(int row, List<Integer> because) {
        List<String> named = new ArrayList<>(
                because.stream().limit(MOST_NAMED).map(this::named).toList());
        if (because.size() > MOST_NAMED) {
            named.add("one of %d more".formatted(because.size() - MOST_NAMED));
        }
        warn(
                table.place(row),
                "it is never reached, because %s hold%s wherever it does; move it up or take it out"
                        .formatted(String.join(" or ", named), because.size() == 1 ? "s" : ""));
    }

    /** The columns in which the earlier row does not surely hold wherever this one does; no more than two. */
    private List<Integer> uncovered(int earlier, int row) {
        List<Integer> uncovered = new ArrayList<>();
        for (int i = 0; i < columns.size() && uncovered.size() < 2; i++) {
            if (!columns.get(i)
                    .cover(List.of(conditions(earlier).get(i)), conditions(row).get(i))) {
                uncovered.add(i);
            }
        }
        return uncovered;
    }

    private void checkRepeated(int row) {
        Rule rule = table.rules().get(row);
        for (int other = 0; other < row; other++) {
            Rule earlier = table.rules().get(other);
            if (earlier.conditions().equals(rule.conditions())
                    && earlier.conclusions().equals(rule.conclusions())) {
                warn(table.place(row), "it says the same as %s; take one out".formatted(named(other)));
                return;
            }
        }
    }
}
