package dev.kulanz.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The types of content that a head names, of what is sent and what is wanted, can be read: looked at once for all doors, as
 * each library behind them stumbles over others of those that can't. A body is of one type. Who names nothing that he
 * wants takes anything.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LegibleTypes extends OncePerRequestFilter {

    private final ObjectMapper json;

    LegibleTypes(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            List<String> wanted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
            MediaType.parseMediaTypes(wanted);
            if (!isOfOneType(request)) {
                refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "A body is of one type.");
            } else {
                chain.doFilter(isTidy(wanted) ? request : new Tidied(request, wanted), response);
            }
        } catch (InvalidMediaTypeException e) {
            refuse(response, HttpStatus.BAD_REQUEST, "A type of content in the head of this request can't be read.");
        }
    }

    private static boolean isOfOneType(HttpServletRequest request) {
        List<String> types = Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE)).stream()
                .filter(StringUtils::hasText)
                .toList();
        return types.isEmpty()
                || (types.size() == 1 && MediaType.parseMediaType(types.get(0)).isConcrete());
    }

    private static boolean isTidy(List<String> wanted) {
        return wanted.stream()
                .allMatch(header -> StringUtils.hasText(header)
                        && MimeTypeUtils.tokenize(header).stream().allMatch(StringUtils::hasText));
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String why) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Problem.of(status, why));
    }

    /** What is wanted, without the parts that name nothing. */
    private static final class Tidied extends HttpServletRequestWrapper {

        private final List<String> wanted;

        Tidied(HttpServletRequest request, List<String> wanted) {
            super(request);
            this.wanted = wanted.stream()
                    .flatMap(header -> MimeTypeUtils.tokenize(header).stream())
                    .filter(StringUtils::hasText)
                    .toList();
        }

        @Override
        public @Nullable String getHeader(String name) {
            if (!HttpHeaders.ACCEPT.equalsIgnoreCase(name)) {
                return super.getHeader(name);
            }
            return wanted.isEmpty() ? null : String.join(", ", wanted);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? Collections.enumeration(wanted) : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !wanted.isEmpty() || !HttpHeaders.ACCEPT.equalsIgnoreCase(name))
                    .toList());
        }
    }
}
