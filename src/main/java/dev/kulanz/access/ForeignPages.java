package dev.kulanz.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A browser that was once given a password sends it along for everybody: so what comes with a password changes nothing where
 * a page of another site may have sent it ({@link Sender}). With a session, the token of our page proves more.
 */
final class ForeignPages extends OncePerRequestFilter {

    /** Methods that change nothing. */
    static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final AccessDeniedHandler refusals;
    private final boolean opensToModeler;

    /** @param opensToModeler whether Camunda Modeler may come, which is a page of the file system */
    ForeignPages(AccessDeniedHandler refusals, boolean opensToModeler) {
        this.refusals = refusals;
        this.opensToModeler = opensToModeler;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Sender sender = Sender.of(request);
        if (HARMLESS.contains(request.getMethod())
                || !sender.hasPassword()
                || !sender.isForeign()
                || (opensToModeler && sender.isCamundaModeler())) {
            chain.doFilter(request, response);
        } else {
            refusals.handle(request, response, new Foreign());
        }
    }

    /** A page of another site may have sent it. */
    static final class Foreign extends AccessDeniedException {

        private static final long serialVersionUID = 1L;

        Foreign() {
            super("A page of another site changes nothing here.");
        }
    }
}
