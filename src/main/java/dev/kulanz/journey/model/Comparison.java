package dev.kulanz.journey.model;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A process variable compared with a plain value.
 *
 * @param operator {@code ==, !=, <, <=, >, >=}
 * @param value without quotes; {@code null} for nothing
 */
record Comparison(String variable, String operator, String value) {

    /** Whether it holds where the variables have these values. */
    boolean holds(Map<String, String> values) {
        String actual = values.getOrDefault(variable, "null");
        return switch (operator) {
            case "==" -> same(actual);
            case "!=" -> !same(actual);
            case "<" -> compared(actual) && order(actual) < 0;
            case "<=" -> compared(actual) && order(actual) <= 0;
            case ">" -> compared(actual) && order(actual) > 0;
            default -> compared(actual) && order(actual) >= 0;
        };
    }

    private boolean same(String actual) {
        return compared(actual) ? order(actual) == 0 : actual.equals(value);
    }

    private boolean compared(String actual) {
        return isNumber(actual) && isNumber(value);
    }

    private int order(String actual) {
        return new BigDecimal(actual).compareTo(new BigDecimal(value));
    }

    static boolean isNumber(String text) {
        return !text.isEmpty() && Character.isDigit(text.charAt(0)) && text.matches("\\d+(\\.\\d+)?");
    }
}
