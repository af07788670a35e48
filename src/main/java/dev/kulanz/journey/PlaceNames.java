package dev.kulanz.journey;

import java.util.HashMap;
import java.util.Map;

/** The names of places in diagrams, each looked up once for a page. */
final class PlaceNames {

    private final DiagramWords words;
    private final Map<String, String> diagrams = new HashMap<>();
    private final Map<Place, String> elements = new HashMap<>();

    PlaceNames(DiagramWords words) {
        this.words = words;
    }

    private record Place(String process, String element) {}

    String ofDiagram(String process) {
        return diagrams.computeIfAbsent(process, words::ofDiagram);
    }

    String of(String process, String element) {
        return elements.computeIfAbsent(
                new Place(process, element), place -> words.of(place.process(), place.element()));
    }
}
