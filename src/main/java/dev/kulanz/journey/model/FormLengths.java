package dev.kulanz.journey.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Which bounds a form may set for the length of an answer: not so that right answers find no room.
 *
 * @param leastAtMost what it may ask for at the most, as its least length: the shortest right answer that is found every day
 * @param mostAtLeast what it must give room for, as its greatest length: the longest of them
 */
record FormLengths(int leastAtMost, int mostAtLeast) {

    private static final int DAY = "2026-12-24".length();

    private static final Map<String, FormLengths> OF_TEXTS = Map.of(
            TaskForm.EMAIL, new FormLengths(6, 60),
            TaskForm.PHONE, new FormLengths(5, 20),
            TaskForm.STREET, new FormLengths(4, 60),
            TaskForm.POSTCODE, new FormLengths(3, 10),
            TaskForm.CITY, new FormLengths(2, 40),
            TaskForm.COUNTRY, new FormLengths(2, 30),
            TaskForm.UNTIL, new FormLengths(DAY, DAY),
            // who has little to say need not write an essay, who has more gets a line
            TaskForm.COMMENT, new FormLengths(200, 20));

    /** Of the answers that a component can give. */
    static FormLengths of(JsonNode component) {
        List<String> values = FormValues.of(component);
        if (!values.isEmpty()) {
            return new FormLengths(
                    values.stream().mapToInt(String::length).min().orElse(0),
                    values.stream().mapToInt(String::length).max().orElse(0));
        }
        return OF_TEXTS.getOrDefault(component.path("key").asText(), new FormLengths(Integer.MAX_VALUE, 0));
    }

    /** Whether they all find room between these bounds. */
    boolean fit(int least, int most) {
        return least <= leastAtMost && mostAtLeast <= most;
    }
}
