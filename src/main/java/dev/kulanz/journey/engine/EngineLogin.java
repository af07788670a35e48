package dev.kulanz.journey.engine;

import dev.kulanz.access.CurrentUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who calls its REST: else it would check nothing and log nobody. */
final class EngineLogin extends OncePerRequestFilter {

    private final IdentityService identity;
    private final CurrentUser current;

    EngineLogin(IdentityService identity, CurrentUser current) {
        this.identity = identity;
        this.current = current;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        EngineUser user = current.user().map(EngineUser::new).orElse(null);
        if (user == null) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED); // the security chain let nobody through
            return;
        }
        identity.setAuthentication(user.id(), user.groups(), user.tenants());
        try {
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }
}
