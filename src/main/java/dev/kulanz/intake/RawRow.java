package dev.kulanz.intake;

import java.util.List;

/**
 * One row as it stands in the file.
 *
 * @param line on which it begins
 */
record RawRow(long line, List<String> fields) {

    boolean isBlank() {
        return fields.stream().allMatch(String::isBlank);
    }
}
