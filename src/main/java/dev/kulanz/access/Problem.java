package dev.kulanz.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kulanz.shared.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, as RFC 9457 tells it to programs.
 *
 * @param errors what is wrong with which field; empty if no field is to blame
 * @param reference finds the log line of an unexpected failure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonIgnoreProperties("said") List<FieldError> errors,
        @Nullable String reference) {

    static Problem of(HttpStatus status, String detail, List<FieldError> errors) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), detail, errors, null);
    }

    static Problem of(HttpStatus status, String detail) {
        return of(status, detail, List.of());
    }

    Problem withReference(String id) {
        return new Problem(type, title, status, detail, errors, id);
    }
}
