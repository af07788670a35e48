package dev.kulanz.journey.engine;

import dev.kulanz.access.CurrentUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through the {@link OpenCommands} of who is logged in, about things that are there for him. Decided by method and
 * address alone, before anything of the body is read.
 */
final class CommandGate extends OncePerRequestFilter {

    private final ProcessEngine engine;
    private final CurrentUser current;

    CommandGate(ProcessEngine engine, CurrentUser current) {
        this.engine = engine;
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
        Optional<List<String>> parts = EnginePath.of(request.getRequestURI());
        if (parts.isEmpty() || !EnginePath.isReadable(request.getQueryString())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "This address can't be read.");
            return;
        }
        Optional<OpenCommand> command = OpenCommands.find(request.getMethod(), parts.get());
        if (command.isEmpty()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "This command of the engine is not open here.");
        } else if (!command.get().isOpenTo(user)) {
            response.sendError(
                    HttpServletResponse.SC_FORBIDDEN,
                    "Your role, or that you see some creditors only, does not allow this.");
        } else if (!isThere(command.get().mentions(parts.get()), user)) {
            response.sendError(
                    HttpServletResponse.SC_NOT_FOUND, "There is nothing with this id, or it is not for you.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isThere(List<OpenCommand.Mention> mentions, EngineUser user) {
        IdentityService identity = engine.getIdentityService();
        identity.setAuthentication(user.id(), user.groups(), user.tenants());
        try {
            return mentions.stream().allMatch(mention -> mention.subject().isVisible(engine, mention.id()));
        } finally {
            identity.clearAuthentication();
        }
    }
}
