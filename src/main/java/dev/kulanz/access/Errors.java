package dev.kulanz.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells what went wrong: programs as problem+json (RFC 9457), people as a page that says what happened and what to do.
 * Never a stack trace; an unexpected failure is logged under the reference that its caller sees.
 */
@ControllerAdvice
@org.springframework.stereotype.Controller
class Errors implements ErrorController {

    /** What to tell of a failure that was logged already. */
    static final String TOLD = Errors.class.getName() + ".TOLD";

    private static final List<String> OF_PROGRAMS = List.of("/api/", "/engine-rest/", "/camunda/api/", "/actuator/");

    private final UnexpectedFailures unexpected;

    Errors(UnexpectedFailures unexpected) {
        this.unexpected = unexpected;
    }

    /** A failure in one of our controllers, or no controller for the request. */
    @ExceptionHandler(Exception.class)
    @Nullable Object tell(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            throw failure; // the security chain asks for a login or says no
        }
        if (response.isCommitted() || failure instanceof AsyncRequestNotUsableException) {
            return null; // half an answer is out, or the caller has gone
        }
        if (failure instanceof TransientDataAccessException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            return answer(Problems.BUSY, new HttpHeaders(), request.getRequestURI());
        }
        Problem known = Problems.of(failure);
        if (known == null && LastResort.hasGone(failure)) {
            throw failure; // nobody's fault, and nobody is there to be told
        }
        Problem problem = known != null && known.status() < 500 ? known : unexpected.log(failure, request);
        HttpHeaders headers = failure instanceof ErrorResponse told ? told.getHeaders() : new HttpHeaders();
        return answer(problem, headers, request.getRequestURI());
    }

    /** Whatever was refused before a controller was found: by the firewall, a filter or the container. */
    @RequestMapping("${server.error.path:/error}")
    Object refused(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Problem problem = request.getAttribute(TOLD) instanceof Problem told
                ? told
                : failure instanceof Exception exception
                        ? unexpected.log(exception, request)
                        : Problems.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return answer(problem, new HttpHeaders(), path == null ? "" : path.toString());
    }

    private static Object answer(Problem problem, HttpHeaders headers, String path) {
        if (isForPrograms(path)) {
            return ResponseEntity.status(problem.status())
                    .headers(headers)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        // debtors have no start page here
        Map<String, Object> model = Map.of("problem", problem, "staff", !path.startsWith("/pay/"));
        return new ModelAndView("error", model, HttpStatus.valueOf(problem.status()));
    }

    private static boolean isForPrograms(String path) {
        return OF_PROGRAMS.stream().anyMatch(path::startsWith);
    }
}
