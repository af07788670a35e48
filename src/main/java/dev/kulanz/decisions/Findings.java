package dev.kulanz.decisions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a rule file, as sentences for a process owner. */
final class Findings {

    private final List<String> sentences = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    void add(String place, String sentence) {
        sentences.add(place + ": " + sentence);
    }

    /** The table can be used all the same. */
    void warn(String place, String sentence) {
        warnings.add(place + ": " + sentence);
    }

    boolean none() {
        return sentences.isEmpty();
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    RuleFindings told() {
        return new RuleFindings(sentences, List.copyOf(warnings));
    }
}
