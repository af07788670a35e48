package dev.kulanz.journey.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In what a version of a model differs from another, part by part. Where nothing is left but the drawing or the way in which
 * the file is written, there are no changes.
 */
public final class ModelDifference {

    /** What became of a part. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** The order of rows or fields, which says what is tried first. */
        MOVED
    }

    /**
     * Something said of a part.
     *
     * @param before null: nothing was said
     * @param after null: nothing is said any more
     */
    public record Value(
            String what, @Nullable String before, @Nullable String after) {}

    /**
     * A part that is not the same.
     *
     * @param element what it is, in the words of its standard: {@code userTask}, {@code rule}
     * @param name null if it has none
     * @param values what is said of it otherwise; of a part that came or went all of it
     */
    public record Change(
            Kind kind, String id, String element, @Nullable String name, List<Value> values) {}

    private final Map<String, ModelParts.Part> before;
    private final Map<String, ModelParts.Part> after;

    private ModelDifference(Map<String, ModelParts.Part> before, Map<String, ModelParts.Part> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * From one version to another; empty if one of them can't be read, which nothing in force is.
     *
     * @param file its name, which says what it is
     */
    public static List<Change> between(String file, byte[] before, byte[] after) {
        try {
            return new ModelDifference(parts(file, before), parts(file, after)).changes();
        } catch (Unreadable e) {
            return List.of();
        }
    }

    private static Map<String, ModelParts.Part> parts(String file, byte[] content) throws Unreadable {
        return ModelParts.of(file, new String(content, StandardCharsets.UTF_8));
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>(after.keySet());
        ids.addAll(before.keySet());
        for (String id : ids) {
            ModelParts.Part was = before.get(id);
            ModelParts.Part is = after.get(id);
            List<Value> values = values(was, is);
            if (was == null || is == null || !values.isEmpty()) {
                changes.add(change(was, is, values));
            }
        }
        moved(changes);
        return changes;
    }

    private static Change change(ModelParts.@Nullable Part was, ModelParts.@Nullable Part is, List<Value> values) {
        ModelParts.Part named = is == null ? Objects.requireNonNull(was) : is;
        Kind kind = was == null ? Kind.ADDED : is == null ? Kind.REMOVED : Kind.CHANGED;
        return new Change(kind, named.id(), named.kind(), named.name(), values);
    }

    private static List<Value> values(ModelParts.@Nullable Part was, ModelParts.@Nullable Part is) {
        Map<String, String> old = was == null ? Map.of() : was.values();
        Map<String, String> now = is == null ? Map.of() : is.values();
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(old.get(name), now.get(name)))
                .map(name -> new Value(name, old.get(name), now.get(name)))
                .toList();
    }

    private void moved(List<Change> changes) {
        List<String> was = order(before, after);
        List<String> is = order(after, before);
        if (!was.equals(is)) {
            Value order = new Value("order", String.join(", ", was), String.join(", ", is));
            changes.add(new Change(Kind.MOVED, "", "order", null, List.of(order)));
        }
    }

    /** Of those that are in both. */
    private static List<String> order(Map<String, ModelParts.Part> of, Map<String, ModelParts.Part> other) {
        return of.values().stream()
                .filter(part -> part.isInARow() && other.containsKey(part.id()))
                .map(ModelParts.Part::id)
                .toList();
    }
}
