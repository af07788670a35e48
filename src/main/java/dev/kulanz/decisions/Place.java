package dev.kulanz.decisions;

import org.jspecify.annotations.Nullable;

/**
 * Where something in a rule file stands, as a process owner finds it in Camunda Modeler.
 *
 * @param whole the file or the decision in words
 * @param row null: not in a single row
 * @param column name of the fact asked for, or of the output; null: not in a single column
 */
record Place(String whole, @Nullable Row row, @Nullable String column) {

    /**
     * A row of a table.
     *
     * @param rule its id
     * @param number as the Modeler counts, from 1
     */
    record Row(String rule, int number) {

        @Override
        public String toString() {
            return "rule '%s' (row %d)".formatted(rule, number);
        }
    }

    static Place file(String resourceName) {
        return new Place(resourceName, null, null);
    }

    static Place decision(String id) {
        return new Place("Decision '%s'".formatted(id), null, null);
    }

    /** The same column, or the whole, whatever the row. */
    Place anyRow() {
        return new Place(whole, null, column);
    }

    @Override
    public String toString() {
        return at(row == null ? "" : row.toString());
    }

    /** With these rows, in words. */
    String at(String rows) {
        return whole + (rows.isEmpty() ? "" : ", " + rows) + (column == null ? "" : ", column '%s'".formatted(column));
    }
}
