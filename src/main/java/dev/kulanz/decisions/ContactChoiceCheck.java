package dev.kulanz.decisions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the table {@code contact-choice} must offer besides, because the contact module composes from its words. */
final class ContactChoiceCheck {

    private static final String DECISION = "contact-choice";
    private static final String RANK = "rank";
    private static final Map<String, Set<String>> WORDS = Map.of(
            "channel", Set.of("EMAIL", "SMS", "WHATSAPP", "LETTER", "VOICE"),
            "tone", Set.of("friendly", "neutral", "firm", "final"),
            "style", Set.of("standard", "plain", "after-promise", "after-block", "after-dispute"));
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    private ContactChoiceCheck() {}

    static void check(DecisionTable table, Findings findings) {
        if (!DECISION.equals(table.id())) {
            return;
        }
        List<String> outputs =
                table.outputs().stream().map(DecisionTable.Output::name).toList();
        for (String name : List.of("channel", "tone", "style", RANK)) {
            if (!outputs.contains(name)) {
                findings.add(table.place(), "the output '%s' is missing".formatted(name));
            }
        }
        if (!table.hitPolicy().yieldsSeveral()) {
            findings.add(table.place(), "use the hit policy RULE ORDER, so that every permitted choice is offered");
        }
        for (int row = 0; row < table.rules().size(); row++) {
            List<String> cells = table.rules().get(row).conclusions();
            for (int i = 0; i < Math.min(cells.size(), outputs.size()); i++) {
                checkCell(table.place(row, outputs.get(i)), outputs.get(i), cells.get(i), findings);
            }
        }
    }

    private static void checkCell(String place, String output, String cell, Findings findings) {
        if (!WORDS.containsKey(output) && !RANK.equals(output)) {
            return;
        }
        if (cell.isEmpty()) {
            findings.add(place, "the cell is blank; every choice needs a " + output);
        } else if (RANK.equals(output)
                && ColumnType.ofCell(cell).isPresent()
                && !WHOLE_NUMBER.matcher(cell).matches()) {
            findings.add(place, "%s is not a rank; write 1 for the best choice, 2 for the next".formatted(cell));
        } else if (WORDS.containsKey(output)) {
            checkWord(place, output, cell, findings);
        }
    }

    private static void checkWord(String place, String output, String cell, Findings findings) {
        var literal = LITERAL.matcher(cell);
        Set<String> allowed = WORDS.getOrDefault(output, Set.of());
        if (literal.matches() && !allowed.contains(literal.group(1))) {
            findings.add(
                    place,
                    "%s is not a known %s; use one of %s"
                            .formatted(
                                    cell,
                                    output,
                                    String.join(", ", allowed.stream().sorted().toList())));
        }
    }
}
