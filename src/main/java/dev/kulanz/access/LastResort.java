package dev.kulanz.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A failure that no page and no API has caught, as in a template half written or in the engine's servlets. The web server
 * would log it with its message, and that may hold names, amounts or the secret of a link.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class LastResort extends OncePerRequestFilter {

    private final UnexpectedFailures unexpected;

    LastResort(UnexpectedFailures unexpected) {
        this.unexpected = unexpected;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (hasGone(e)) {
                throw new ClientAbortException(); // for the web server nothing to log
            }
            Problem problem = unexpected.log(e, request);
            if (response.isCommitted()) {
                throw new ServletException("Half of an answer was out: " + problem.reference());
            }
            response.resetBuffer();
            request.setAttribute(Errors.TOLD, problem);
            response.sendError(problem.status());
        }
    }

    /** Whether the caller hung up while we read or wrote. */
    static boolean hasGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException) {
                return true;
            }
        }
        return false;
    }
}
