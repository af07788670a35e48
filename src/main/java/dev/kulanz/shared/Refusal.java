package dev.kulanz.shared;

import java.util.List;

/** Something was asked that can't be done as asked: says what, where and what to do. Nothing was changed. */
public final class Refusal extends RuntimeException {

    /** Why; decides the HTTP status that the caller sees. */
    public enum Kind {
        /** 400: the request can't be read. */
        MALFORMED,
        /** 404: not there, or not for this user. */
        NOT_FOUND,
        /** 409: contradicts what is already there. */
        CONFLICT,
        /** 422: readable, but its content can't be accepted. */
        UNACCEPTABLE
    }

    private final Kind kind;
    private final transient List<FieldError> errors;

    public Refusal(Kind kind, String message, List<FieldError> errors) {
        super(message);
        this.kind = kind;
        this.errors = List.copyOf(errors);
    }

    public static Refusal malformed(String message) {
        return new Refusal(Kind.MALFORMED, message, List.of());
    }

    public static Refusal notFound(String message) {
        return new Refusal(Kind.NOT_FOUND, message, List.of());
    }

    public static Refusal conflict(String message) {
        return new Refusal(Kind.CONFLICT, message, List.of());
    }

    public static Refusal unacceptable(String field, String message) {
        return new Refusal(Kind.UNACCEPTABLE, message, List.of(new FieldError(field, message)));
    }

    public static Refusal unacceptable(String message, List<FieldError> errors) {
        return new Refusal(Kind.UNACCEPTABLE, message, errors);
    }

    public Kind kind() {
        return kind;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
