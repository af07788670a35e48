package dev.kulanz.decisions;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types that Camunda Modeler offers for a column, as facts and FEEL know them. */
final class ColumnType {

    private static final Map<String, Fact.Type> BY_NAME = Map.of(
            "string", Fact.Type.STRING,
            "boolean", Fact.Type.BOOLEAN,
            "number", Fact.Type.NUMBER,
            "integer", Fact.Type.NUMBER,
            "long", Fact.Type.NUMBER,
            "double", Fact.Type.NUMBER,
            "date", Fact.Type.DATE);

    private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*+\"";
    private static final String NUMBER = "(?:[<>]=?\\s*)?-?\\d++(?:\\.\\d++)?";
    private static final Pattern TEXTS = list(TEXT);
    private static final Pattern NUMBERS = list(NUMBER);
    private static final Pattern RANGE =
            Pattern.compile("[\\[\\](]\\s*-?\\d++(?:\\.\\d++)?\\s*\\.\\.\\s*-?\\d++(?:\\.\\d++)?\\s*[\\[\\])]");
    private static final Pattern BOOLEANS = list("(?:true|false)");

    private ColumnType() {}

    private static Pattern list(String literal) {
        String several = literal + "(?:\\s*,\\s*" + literal + ")*+";
        return Pattern.compile(several + "|not\\(\\s*" + several + "\\s*\\)");
    }

    static Optional<Fact.Type> of(@Nullable String typeRef) {
        return typeRef == null ? Optional.empty() : Optional.ofNullable(BY_NAME.get(typeRef));
    }

    /** Whether FEEL's value is of this type. */
    static boolean isOf(Object value, Fact.Type type) {
        return switch (type) {
            case STRING -> value instanceof String;
            case NUMBER -> value instanceof Number;
            case BOOLEAN -> value instanceof Boolean;
            case DATE -> value instanceof LocalDate;
        };
    }

    static String inFeel(Fact.Type type) {
        return switch (type) {
            case STRING -> "string";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
        };
    }

    /** What a cell made of literals speaks of; empty for any other expression. */
    static Optional<Fact.Type> ofCell(String cell) {
        if (cell.length() > CellText.LONGEST) {
            return Optional.empty(); // is refused anyhow, and patterns go deep on it
        }
        if (TEXTS.matcher(cell).matches()) {
            return Optional.of(Fact.Type.STRING);
        }
        if (NUMBERS.matcher(cell).matches() || RANGE.matcher(cell).matches()) {
            return Optional.of(Fact.Type.NUMBER);
        }
        return BOOLEANS.matcher(cell).matches() ? Optional.of(Fact.Type.BOOLEAN) : Optional.empty();
    }
}
