package dev.kulanz.journey.model;

import java.util.Locale;
import java.util.Optional;

/** What a table says: the conditions of a diagram understand it only if it is of the sort that they compare with. */
public enum AnswerType {
    /** True or false. */
    YES_OR_NO("yes or no (type boolean)"),
    /** A number, also of rows. */
    NUMBER("a number"),
    /** A text. */
    TEXT("a text");

    private final String inWords;

    AnswerType(String inWords) {
        this.inWords = inWords;
    }

    String inWords() {
        return inWords;
    }

    /** As the output of a table names it; empty for one that says nothing of it, or of another. */
    static Optional<AnswerType> of(String typeRef) {
        return switch (typeRef.strip().toLowerCase(Locale.ROOT)) {
            case "boolean" -> Optional.of(YES_OR_NO);
            case "number", "integer", "long", "double" -> Optional.of(NUMBER);
            case "string" -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }
}
