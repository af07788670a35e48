package dev.kulanz.intake;

/**
 * What there is to say about one field of one row.
 *
 * @param line line of the file on which the row begins; the header is line 1
 * @param field column as in the header; {@code row} when it concerns the whole row
 * @param message a sentence for a clerk
 */
public record RowMessage(long line, String field, String message) {}
