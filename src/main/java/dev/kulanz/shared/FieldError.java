package dev.kulanz.shared;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of what somebody sent.
 *
 * @param field its name there
 * @param message a sentence a clerk understands
 * @param said the same for pages in other languages; null: there are no other words
 */
public record FieldError(
        String field, String message, @Nullable Said said) {

    public FieldError(String field, String message) {
        this(field, message, null);
    }

    public FieldError(String field, Said said) {
        this(field, said.english(), said);
    }

    /** The same of a field within something, such as {@code events[2].} */
    public FieldError in(String place) {
        return new FieldError(place + field, message, said);
    }
}
