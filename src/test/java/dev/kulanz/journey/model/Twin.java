package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipped model that somebody has broken in one place, and all that the check must say about it.
 *
 * @param what the mistake in words
 * @param edits pairs: what stands there, what is put in its place
 */
record Twin(String what, String file, List<String> edits, List<Expected> expected) {

    /** Where, and how the sentence begins. */
    record Expected(@Nullable String elementId, String beginning) {}

    static Twin of(String what, String file, String... edits) {
        return new Twin(what, file, List.of(edits), List.of());
    }

    Twin says(@Nullable String elementId, String beginning) {
        var all = new ArrayList<>(expected);
        all.add(new Expected(elementId, beginning));
        return new Twin(what, file, edits, all);
    }

    String text() {
        return Shipped.edited(file, edits.toArray(String[]::new));
    }

    List<Finding> findings() {
        return Shipped.findings(file, edits.toArray(String[]::new));
    }

    @Override
    public String toString() {
        return what;
    }
}
