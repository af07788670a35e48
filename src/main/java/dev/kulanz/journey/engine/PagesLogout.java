package dev.kulanz.journey.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who logs out in Tasklist has logged out of the desk, too: there is one login. It stands behind {@link PagesToken}, as each
 * change does: a page of another site logs nobody out.
 */
final class PagesLogout extends OncePerRequestFilter {

    private static final Optional<List<String>> LOGOUT = EnginePath.of("/camunda/api/admin/auth/user/default/logout");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("POST")
                || !EnginePath.of(request.getRequestURI()).equals(LOGOUT)) {
            chain.doFilter(request, response);
            return;
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.setStatus(HttpServletResponse.SC_OK);
    }
}
