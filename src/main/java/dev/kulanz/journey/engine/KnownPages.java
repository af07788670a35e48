package dev.kulanz.journey.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** The engine has four applications of pages, at one engine; over other names it would stumble instead of saying 404. */
final class KnownPages extends OncePerRequestFilter {

    private static final Set<String> APPLICATIONS = Set.of("admin", "cockpit", "tasklist", "welcome");
    private static final Set<String> ENGINES = Set.of("default");
    private static final Pattern APPLICATION = Pattern.compile(".*/camunda/app/([^/]+)(?:/.*)?");

    /** What is taken for the start page of an application; everything else is a file, there or not. */
    private static final Pattern START = Pattern.compile(".*/camunda/app/[^/]+/([\\w-]+)(?:/|/setup/|/index\\.html)?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRequestURI();
        if (isIn(APPLICATIONS, APPLICATION.matcher(address)) && isIn(ENGINES, START.matcher(address))) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static boolean isIn(Set<String> known, Matcher named) {
        return !named.matches() || known.contains(named.group(1));
    }
}
