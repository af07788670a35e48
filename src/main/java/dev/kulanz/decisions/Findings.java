package dev.kulanz.decisions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wrong with a rule file, as sentences for a process owner. Who wrote a thousand rows makes a mistake a thousand
 * times: the same mistake in several rows is one sentence; the first ones are told, cut if a whole cell stands in them, and
 * how many more there are.
 */
final class Findings {

    private static final int MOST_TOLD = 50;
    private static final int MOST_ROWS = 20;
    private static final int LONGEST = 1_500;

    private final Map<Mistake, Set<Place.Row>> mistakes = new LinkedHashMap<>();
    private final Map<Mistake, Set<Place.Row>> doubts = new LinkedHashMap<>();

    /** The same may be wrong in several rows. */
    private record Mistake(Place place, String sentence) {}

    void add(Place place, String sentence) {
        note(place, sentence, mistakes);
    }

    /** The table can be used all the same. */
    void warn(Place place, String sentence) {
        note(place, sentence, doubts);
    }

    private static void note(Place place, String sentence, Map<Mistake, Set<Place.Row>> noted) {
        Set<Place.Row> rows =
                noted.computeIfAbsent(new Mistake(place.anyRow(), cut(sentence)), mistake -> new LinkedHashSet<>());
        if (place.row() != null) {
            rows.add(place.row());
        }
    }

    boolean none() {
        return mistakes.isEmpty();
    }

    private static String cut(String sentence) {
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…";
    }

    RuleFindings told() {
        return new RuleFindings(first(mistakes), first(doubts));
    }

    private static List<String> first(Map<Mistake, Set<Place.Row>> all) {
        List<String> first = all.entrySet().stream()
                .limit(MOST_TOLD)
                .map(each -> inWords(each.getKey(), List.copyOf(each.getValue())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (all.size() > MOST_TOLD) {
            first.add("And %d more remarks; they come once these are mended".formatted(all.size() - MOST_TOLD));
        }
        return first;
    }

    private static String inWords(Mistake mistake, List<Place.Row> rows) {
        return "%s: %s".formatted(mistake.place().at(inWords(rows)), mistake.sentence());
    }

    private static String inWords(List<Place.Row> rows) {
        if (rows.size() < 2) {
            return rows.isEmpty() ? "" : rows.get(0).toString();
        }
        int told = Math.min(rows.size() - 1, MOST_ROWS);
        String first = rows.stream()
                .limit(told)
                .map(row -> String.valueOf(row.number()))
                .collect(Collectors.joining(", "));
        return "rows %s and %s"
                .formatted(
                        first,
                        rows.size() == told + 1 ? rows.get(told).number() : "%d more".formatted(rows.size() - told));
    }
}
