package dev.kulanz.access;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.kulanz.access.doors.BodyTooLarge;
import dev.kulanz.access.doors.BodyTooSlow;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Finds the words for what went wrong. */
final class Problems {

    /** Locks or time did not suffice at this moment. */
    static final Problem BUSY = Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Somebody else is changing the same at this moment. Nothing was changed; please try again.");

    static final Problem TOO_LARGE = Problem.of(
            HttpStatus.PAYLOAD_TOO_LARGE, "What was sent is too large for this address. Please send it in parts.");

    static final Problem TOO_SLOW = Problem.of(
            HttpStatus.REQUEST_TIMEOUT, "What was sent came too slowly. Nothing was changed; please send it again.");

    private Problems() {}

    /** What to tell of a refusal that came without words. */
    static Problem of(HttpStatus status) {
        return switch (status) {
            case PAYLOAD_TOO_LARGE -> TOO_LARGE;
            case REQUEST_TIMEOUT -> TOO_SLOW;
            default -> Problem.of(status, "This could not be done.");
        };
    }

    /** What to tell, or null if the failure is none that the caller could do anything about. */
    static @Nullable Problem of(Exception failure) {
        if (failure instanceof Refusal refusal) {
            return Problem.of(status(refusal.kind()), String.valueOf(refusal.getMessage()), refusal.errors());
        }
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        if (cause instanceof BodyTooLarge) {
            return TOO_LARGE;
        }
        if (cause instanceof BodyTooSlow) {
            return TOO_SLOW;
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            // a value that checks itself says better than JSON's reader what is wrong with it
            if (NestedExceptionUtils.getMostSpecificCause(unreadable) instanceof Refusal refusal) {
                return of(refusal);
            }
            return unreadable(unreadable);
        }
        if (failure instanceof TypeMismatchException mismatch) {
            return mismatch(mismatch);
        }
        if (failure instanceof BindException binding) {
            return binding(binding);
        }
        if (cause instanceof InvalidMimeTypeException || cause instanceof InvalidMediaTypeException) {
            return Problem.of(HttpStatus.BAD_REQUEST, "A type of content in the head of this request can't be read.");
        }
        if (failure instanceof MultipartException && !(failure instanceof MaxUploadSizeExceededException)) {
            return Problem.of(HttpStatus.BAD_REQUEST, "The parts of this form can't be read.");
        }
        return failure instanceof ErrorResponse response ? ofSpring(response) : null;
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNACCEPTABLE -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException failure) {
        if (!(failure.getCause() instanceof JacksonException json)) {
            return Problem.of(HttpStatus.BAD_REQUEST, "The body is missing or can't be read.");
        }
        JsonLocation at = json.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        if (json.getCause() instanceof StreamReadException within) {
            return broken(within, where); // in an object of the body: told of as of one at its top
        }
        String field = json instanceof JsonMappingException mapping ? path(mapping) : "";
        if (json instanceof UnrecognizedPropertyException unknown) {
            return unknown(field, unknown);
        }
        if (field.isEmpty() || !(json instanceof JsonMappingException)) {
            return broken(json, where);
        }
        Class<?> wanted = json instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        Object value = json instanceof InvalidFormatException format ? format.getValue() : null;
        return misfit(field, value, wanted);
    }

    /** It is no JSON, or none that means one thing only; told with the field at which the reader stopped. */
    private static Problem broken(JacksonException failure, String where) {
        String message = "This is not JSON that can be read" + where + ". No field may be there twice.";
        String field = failure.getProcessor() instanceof JsonParser reader
                ? Legible.shown(FieldPath.of(reader.getParsingContext()))
                : "";
        return Problem.of(
                HttpStatus.BAD_REQUEST, message, field.isEmpty() ? List.of() : List.of(new FieldError(field, message)));
    }

    /** A name that nobody reads is a typing error, and what was meant by it would be lost. */
    private static Problem unknown(String field, UnrecognizedPropertyException failure) {
        String known = failure.getKnownPropertyIds() == null
                ? ""
                : failure.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", ", " Known are ", "."));
        String message = "There is no field " + Legible.quoted(failure.getPropertyName()) + " here." + known;
        return Problem.of(
                HttpStatus.UNPROCESSABLE_ENTITY, field + ": " + message, List.of(new FieldError(field, message)));
    }

    private static Problem misfit(String field, @Nullable Object value, @Nullable Class<?> wanted) {
        String message = (value == null ? "This value" : Legible.quoted(value.toString()))
                + " does not fit. Please write " + Wanted.of(wanted) + ".";
        return Problem.of(HttpStatus.BAD_REQUEST, field + ": " + message, List.of(new FieldError(field, message)));
    }

    private static String path(JsonMappingException failure) {
        return Legible.shown(failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", ""));
    }

    private static Problem mismatch(TypeMismatchException failure) {
        String name = failure instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(failure.getPropertyName());
        return misfit(name, failure.getValue(), failure.getRequiredType());
    }

    private static Problem binding(BindException failure) {
        List<FieldError> errors = failure.getFieldErrors().stream()
                .map(error -> new FieldError(
                        error.getField(), Legible.quoted(String.valueOf(error.getRejectedValue())) + " does not fit."))
                .toList();
        return Problem.of(HttpStatus.BAD_REQUEST, "Some fields can't be read.", errors);
    }

    private static Problem ofSpring(ErrorResponse failure) {
        HttpStatus status = HttpStatus.resolve(failure.getStatusCode().value());
        HttpStatus known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        if (failure instanceof MissingServletRequestParameterException missing) {
            String name = missing.getParameterName();
            return Problem.of(known, name + " is missing.", List.of(new FieldError(name, "is missing")));
        }
        if (failure instanceof NoResourceFoundException || failure instanceof NoHandlerFoundException) {
            return Problem.of(known, "There is nothing under this address.");
        }
        if (failure instanceof MaxUploadSizeExceededException) {
            return TOO_LARGE;
        }
        String detail = failure.getBody().getDetail();
        return Problem.of(known, detail == null ? known.getReasonPhrase() : detail);
    }
}
