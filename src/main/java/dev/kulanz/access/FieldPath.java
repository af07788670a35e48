package dev.kulanz.access;

import com.fasterxml.jackson.core.JsonStreamContext;
import org.jspecify.annotations.Nullable;

/** How messages name a field of a body: {@code accounts[0].iban}. */
final class FieldPath {

    private FieldPath() {}

    /** Where a reader is; empty: not in a field. */
    static String of(@Nullable JsonStreamContext place) {
        if (place == null || place.inRoot()) {
            return "";
        }
        String parent = of(place.getParent());
        return place.inArray() ? parent + "[" + place.getCurrentIndex() + "]" : in(parent, place.getCurrentName());
    }

    static String in(String parent, @Nullable String field) {
        return field == null ? parent : parent.isEmpty() ? field : parent + "." + field;
    }
}
