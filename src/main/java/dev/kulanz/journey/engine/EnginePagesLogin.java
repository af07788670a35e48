package dev.kulanz.journey.engine;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.access.User;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who is logged in to the desk is logged in to Tasklist and Cockpit. Compared at each request, so that a new role, scope or
 * user holds at once (the engine's own filter for this looks only when the session begins).
 */
final class EnginePagesLogin extends OncePerRequestFilter {

    private final ProcessEngine engine;
    private final CurrentUser current;

    EnginePagesLogin(ProcessEngine engine, CurrentUser current) {
        this.engine = engine;
        this.current = current;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<User> user = current.user();
        if (session != null && user.isPresent()) {
            logIn(new EngineUser(user.get()), AuthenticationUtil.getAuthsFromSession(session));
        }
        chain.doFilter(request, response);
    }

    private void logIn(EngineUser user, Authentications logins) {
        UserAuthentication present = (UserAuthentication) logins.getAuthenticationForProcessEngine(engine.getName());
        if (!isOf(present, user)) {
            logins.addOrReplace(
                    AuthenticationUtil.createAuthentication(engine, user.id(), user.groups(), user.tenants()));
        }
    }

    private static boolean isOf(@Nullable UserAuthentication present, EngineUser user) {
        return present != null
                && user.id().equals(present.getIdentityId())
                && user.groups().equals(present.getGroupIds())
                && user.tenants().equals(present.getTenantIds());
    }
}
