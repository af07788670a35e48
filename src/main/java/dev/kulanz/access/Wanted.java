package dev.kulanz.access;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What should have been written where a value does not fit, in words of who writes it. */
final class Wanted {

    private Wanted() {}

    /** @param type the one that the value could not be turned into; null: not known */
    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (type == LocalDate.class) {
            return "a day like 2026-11-22";
        }
        if (type == Instant.class) {
            return "a moment like 2026-11-22T08:00:00Z";
        }
        if (type == BigDecimal.class) {
            return "a number like 49.90";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number like 20";
        }
        if (type == UUID.class) {
            return "an id like 0b9e4c1a-7d3f-4f60-9a55-2c1d8e7f6a10";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text in quotation marks";
        }
        return Collection.class.isAssignableFrom(type) ? "a list in square brackets" : "an object in braces";
    }
}
