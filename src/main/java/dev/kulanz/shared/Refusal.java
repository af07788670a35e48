package dev.kulanz.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
    private final transient @Nullable Said said;

    public Refusal(Kind kind, String message, List<FieldError> errors) {
        this(kind, message, errors, null);
    }

    private Refusal(Kind kind, String message, List<FieldError> errors, @Nullable Said said) {
        super(message);
        this.kind = kind;
        this.errors = List.copyOf(errors);
        this.said = said;
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

    public static Refusal conflict(Said said) {
        return new Refusal(Kind.CONFLICT, said.english(), List.of(), said);
    }

    /** @param said what to say to people; the message says all at once */
    public static Refusal conflict(Said said, String message, List<FieldError> errors) {
        return new Refusal(Kind.CONFLICT, message, errors, said);
    }

    public static Refusal notFound(Said said) {
        return new Refusal(Kind.NOT_FOUND, said.english(), List.of(), said);
    }

    public static Refusal unacceptable(String field, Said said) {
        return new Refusal(Kind.UNACCEPTABLE, said.english(), List.of(new FieldError(field, said)), said);
    }

    /** @param said what to say where the errors are listed below it; the message says all at once */
    public static Refusal unacceptable(Said said, String message, List<FieldError> errors) {
        return new Refusal(Kind.UNACCEPTABLE, message, errors, said);
    }

    public static Refusal unacceptable(String message, List<FieldError> errors) {
        return new Refusal(Kind.UNACCEPTABLE, message, errors);
    }

    public Kind kind() {
        return kind;
    }

    /** What it says, for pages in other languages; null: there are no other words. */
    public @Nullable Said said() {
        return said;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
