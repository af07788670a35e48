package dev.kulanz.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Tells programs in problem+json that they must prove who they are, or may not do what they ask. */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;

    ApiRefusals(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyAttempts tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            write(response, Problem.of(HttpStatus.TOO_MANY_REQUESTS, String.valueOf(failure.getMessage())));
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Kulanz\", charset=\"UTF-8\"");
        boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        String detail = tried
                ? "User name or password is wrong, or the user is disabled."
                : "Log in with user name and password (HTTP basic).";
        write(response, Problem.of(HttpStatus.UNAUTHORIZED, detail));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        write(response, Problem.of(HttpStatus.FORBIDDEN, why(denied)));
    }

    private static String why(AccessDeniedException denied) {
        if (denied instanceof CsrfException) {
            return "A change with a browser's session needs the CSRF token of a page.";
        }
        return denied instanceof ForeignPages.Foreign
                ? "A page of another site can't change anything here with a password that a browser remembers."
                : "Your role does not allow this.";
    }

    private void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
