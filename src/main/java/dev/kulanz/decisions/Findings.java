package dev.kulanz.decisions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is wrong with a rule file, as sentences for a process owner. Who wrote a thousand rows makes a mistake a thousand
 * times: the first ones are told, cut if a whole cell stands in them, and how many more there are.
 */
final class Findings {

    private static final int MOST_TOLD = 50;
    private static final int LONGEST = 1_500;

    private final List<String> sentences = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    void add(String place, String sentence) {
        sentences.add(cut(place + ": " + sentence));
    }

    /** The table can be used all the same. */
    void warn(String place, String sentence) {
        warnings.add(cut(place + ": " + sentence));
    }

    boolean none() {
        return sentences.isEmpty();
    }

    private static String cut(String sentence) {
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…";
    }

    RuleFindings told() {
        return new RuleFindings(first(sentences), first(warnings));
    }

    private static List<String> first(Collection<String> all) {
        List<String> first = new ArrayList<>(all.stream().limit(MOST_TOLD).toList());
        if (all.size() > MOST_TOLD) {
            first.add("And %d more remarks; they come once these are mended".formatted(all.size() - MOST_TOLD));
        }
        return first;
    }
}
