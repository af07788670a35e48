package dev.kulanz.access.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Parameters, of an address or a form, never hold the character that no keyboard has and that our database takes in no
 * text. Who asks for it finds nothing: it stands for itself as other bytes do that are no text, as a sign that nothing is
 * called. Who would write it is refused.
 */
public final class WritableText extends OncePerRequestFilter {

    private static final char NUL = 0;
    private static final char NO_TEXT = '\uFFFD';

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Map<String, String[]> parameters = request.getParameterMap();
        boolean isWritable = parameters.entrySet().stream()
                .allMatch(one -> isWritable(one.getKey())
                        && Arrays.stream(one.getValue()).allMatch(WritableText::isWritable));
        if (isWritable) {
            chain.doFilter(request, response);
        } else if (HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod())) {
            chain.doFilter(new Legible(request, legible(parameters)), response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static boolean isWritable(String text) {
        return text.indexOf(NUL) < 0;
    }

    private static Map<String, String[]> legible(Map<String, String[]> parameters) {
        Map<String, String[]> legible = new LinkedHashMap<>();
        parameters.forEach((name, values) -> legible.put(
                legible(name), Arrays.stream(values).map(WritableText::legible).toArray(String[]::new)));
        return Collections.unmodifiableMap(legible);
    }

    private static String legible(String text) {
        return text.replace(NUL, NO_TEXT);
    }

    private static final class Legible extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters;

        Legible(HttpServletRequest request, Map<String, String[]> parameters) {
            super(request);
            this.parameters = parameters;
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }
    }
}
