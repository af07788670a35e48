package dev.kulanz.decisions;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a rule file, as sentences for a process owner. */
final class Findings {

    private final List<String> sentences = new ArrayList<>();

    void add(String place, String sentence) {
        sentences.add(place + ": " + sentence);
    }

    boolean none() {
        return sentences.isEmpty();
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
