package dev.kulanz.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.util.HexFormat;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Some addresses lead to a servlet only after the container has tidied them up, such as {@code /engine-rest;x/task}. Spring
 * reads addresses as they were sent and gives up over these, before any of its refusals; so they are refused before Spring,
 * together with those that nobody can read, such as {@code /login;%}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PlainAddresses extends OncePerRequestFilter {

    private final ObjectMapper json;

    PlainAddresses(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPlain(request)) {
            chain.doFilter(request, response);
            return;
        }
        // not as an error of the container: its page would stumble over the same address
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Problem.of(HttpStatus.BAD_REQUEST, "This address can't be read."));
    }

    private static boolean isPlain(HttpServletRequest request) {
        return isLegible(request.getRequestURI()) && isAsTheServletSeesIt(request);
    }

    /** Nothing of ours takes parameters within a path, and of those the container checks no escapes. */
    private static boolean isLegible(String address) {
        for (int i = 0; i < address.length(); i++) {
            char letter = address.charAt(i);
            if (letter == ';' || (letter == '%' && !(isHex(address, i + 1) && isHex(address, i + 2)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(String address, int at) {
        return at < address.length() && HexFormat.isHexDigit(address.charAt(at));
    }

    private static boolean isAsTheServletSeesIt(HttpServletRequest request) {
        String way = request.getContextPath() + request.getServletPath();
        return request.getHttpServletMapping().getMappingMatch() != MappingMatch.PATH
                || request.getRequestURI().equals(way)
                || request.getRequestURI().startsWith(way + "/");
    }
}
