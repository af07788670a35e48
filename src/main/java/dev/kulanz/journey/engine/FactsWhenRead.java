package dev.kulanz.journey.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/** Has the facts of a task looked up anew when somebody opens it, in Tasklist or by another program. */
final class FactsWhenRead extends OncePerRequestFilter {

    private static final Set<String> SHOWN = Set.of("form-variables", "localVariables", "variables");

    private final ObjectProvider<ShownFacts> facts;

    FactsWhenRead(ObjectProvider<ShownFacts> facts) {
        this.facts = facts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> parts = EnginePath.of(request.getRequestURI()).orElse(List.of());
        boolean ofTask = parts.size() == 3 && parts.get(0).equals("task") && SHOWN.contains(parts.get(2));
        if (ofTask && request.getMethod().equals("GET")) {
            facts.getObject().beforeReading(parts.get(1));
        }
        chain.doFilter(request, response);
    }
}
