package dev.kulanz.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.kulanz.shared.Said;

/**
 * What there is to say about one field of one row.
 *
 * @param line line of the file on which the row begins; the header is line 1
 * @param field column as in the header; {@code row} when it concerns the whole row
 * @param message a sentence for a clerk
 * @param said the same for pages in other languages
 */
public record RowMessage(
        long line, String field, String message, @JsonIgnore Said said) {

    RowMessage(long line, String field, Said said) {
        this(line, field, said.english(), said);
    }
}
