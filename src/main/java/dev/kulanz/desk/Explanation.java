package dev.kulanz.desk;

import dev.kulanz.decisions.RuleNotes;
import dev.kulanz.desk.TimelineEntry.Detail;
import dev.kulanz.desk.TimelineEntry.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a decision fell as it did: the rule in its author's words, what else was permitted, the facts, and for who checks
 * the version of the rules. What was decided says the sentence above.
 */
final class Explanation {

    private static final int SHORT_HASH = 8;

    private final Map<String, Object> entry;
    private final FactWords facts;
    private final Map<String, String> notes;
    private final Words words;

    Explanation(Map<String, Object> entry, FactWords facts, RuleNotes notes, Words words) {
        this.entry = entry;
        this.facts = facts;
        this.words = words;
        Object decision = entry.get("decision");
        Object hash = entry.get("ruleFileHash");
        this.notes = decision == null || hash == null ? Map.of() : notes.of(decision.toString(), hash.toString());
    }

    /** @param sentence what it has a gap for is not told again */
    List<Detail> told(String sentence) {
        List<Detail> told = new ArrayList<>();
        rules(told);
        entry.keySet().stream()
                .filter(name -> name.startsWith("fact.") && !sentence.contains("{" + name + "}"))
                .filter(name -> !name.equals("fact.step") || !sentence.contains("{step}"))
                .map(name -> Detail.of(label(name), String.valueOf(facts.of(name))))
                .sorted(Comparator.comparing(Detail::name, String.CASE_INSENSITIVE_ORDER))
                .forEach(told::add);
        if (entry.get("unknownFacts") instanceof Collection<?> unknown) {
            told.add(Detail.of(
                    facts.label("unknownFacts"),
                    String.join(
                            ", ",
                            unknown.stream()
                                    .map(name -> facts.label(name.toString()))
                                    .toList())));
        }
        if (entry.get("probability") instanceof Number chance && chance.doubleValue() != 1) {
            told.add(Detail.of(facts.label("probability"), String.valueOf(facts.of("probability"))));
        }
        version(told);
        return told;
    }

    /** The rule behind what was chosen first, then the permitted ones that were not chosen. */
    private void rules(List<Detail> told) {
        RuleAnswers answers = RuleAnswers.of(entry);
        String chosen = String.valueOf(entry.get("chosen"));
        List<Value> reasons = new ArrayList<>();
        List<Value> others = new ArrayList<>();
        for (int i = 0; i < answers.ruleIds().size(); i++) {
            String way =
                    i < answers.rows().size() ? RuleAnswers.way(answers.rows().get(i)) : null;
            if (way == null || chosen.startsWith(way + " (")) {
                reasons.add(reason(answers.ruleIds().get(i)));
            } else {
                others.add(permitted(way, answers.ruleIds().get(i)));
            }
        }
        if (!reasons.isEmpty()) {
            told.add(new Detail(facts.label("firedRules"), reasons));
        }
        if (!others.isEmpty()) {
            told.add(new Detail(facts.label("notChosen"), others));
        }
    }

    private Value reason(String ruleId) {
        String note = note(ruleId);
        return note == null ? Value.of(ruleId) : new Value(note, null, ruleId, null);
    }

    private Value permitted(String way, String ruleId) {
        return new Value(facts.choice(way), note(ruleId), ruleId, null);
    }

    private @Nullable String note(String ruleId) {
        String note = notes.get(ruleId);
        return note == null ? null : words.ofSentences("rule", note);
    }

    private void version(List<Detail> told) {
        if (entry.get("ruleFileHash") instanceof String hash) {
            String shown = hash.substring(0, Math.min(SHORT_HASH, hash.length()));
            told.add(new Detail(facts.label("ruleFileHash"), List.of(new Value(shown, null, null, hash))));
        }
    }

    private String label(String fact) {
        return facts.label(fact.substring("fact.".length()));
    }
}
