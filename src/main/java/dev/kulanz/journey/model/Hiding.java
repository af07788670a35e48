package dev.kulanz.journey.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What hides a component: a look at the decision, so that for each decision it can be said what the form shows. */
record Hiding(String condition) {

    /** Always shown. */
    static final Hiding NEVER = new Hiding("");

    private static final Pattern COMPARED = Pattern.compile("decision\\s*(!?=)\\s*\"([A-Z_]{1,40})\"");
    private static final Pattern PLAIN =
            Pattern.compile("=\\s*(?:%1$s)(?:\\s+(?:and|or)\\s+(?:%1$s)){0,5}\\s*".formatted(COMPARED.pattern()));

    /** What a component says of it; empty if it is more than a look at what the form's decision can be. */
    static Optional<Hiding> of(JsonNode component, TaskForm form) {
        if (!component.has("conditional")) {
            return Optional.of(NEVER);
        }
        JsonNode conditional = component.path("conditional");
        String hide = conditional.path("hide").asText().strip();
        if (!conditional.isObject()
                || conditional.size() != 1
                || !PLAIN.matcher(hide).matches()) {
            return Optional.empty();
        }
        boolean isKnown = COMPARED.matcher(hide).results().allMatch(compared -> form.outcomes()
                .contains(compared.group(2)));
        return isKnown ? Optional.of(new Hiding(hide.substring(1))) : Optional.empty();
    }

    /** @param decision null: nothing is chosen yet */
    boolean hides(@Nullable String decision) {
        return !condition.isEmpty()
                && Arrays.stream(condition.split("\\sor\\s"))
                        .anyMatch(part -> Arrays.stream(part.split("\\sand\\s")).allMatch(one -> holds(one, decision)));
    }

    private static boolean holds(String comparison, @Nullable String decision) {
        Matcher compared = COMPARED.matcher(comparison);
        return compared.find()
                && compared.group(1).equals("=") == compared.group(2).equals(decision);
    }
}
