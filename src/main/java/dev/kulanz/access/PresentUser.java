package dev.kulanz.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session remembers who logged in, possibly hours ago. This looks up what he is now, with each request: a new role or
 * scope holds at once, and a session ends when its user is disabled or gets a new password, on every node.
 */
final class PresentUser extends OncePerRequestFilter {

    private final UserTable users;

    PresentUser(UserTable users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof StaffUser remembered
                && request.getSession(false) != null) {
            bringUpToDate(remembered, request);
        }
        chain.doFilter(request, response);
    }

    private void bringUpToDate(StaffUser remembered, HttpServletRequest request) {
        Optional<UserTable.Account> now = users.find(remembered.getName());
        if (now.isEmpty() || !now.get().user().enabled() || !remembered.hasPasswordOf(now.get())) {
            SecurityContextHolder.clearContext();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        } else if (!remembered.isStill(now.get())) {
            // only for this request: the next one looks again
            SecurityContext context = new SecurityContextImpl(StaffLogin.loggedIn(now.get()));
            SecurityContextHolder.setContext(context);
        }
    }
}
