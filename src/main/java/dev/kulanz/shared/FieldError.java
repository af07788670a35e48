package dev.kulanz.shared;

/** What is wrong with one field of what somebody sent: the field's name there, and a sentence a clerk understands. */
public record FieldError(String field, String message) {}
