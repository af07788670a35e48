package dev.kulanz.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Tells requests that a foreign page could have made a user's browser send from those that only a program can. */
final class OtherSites {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private OtherSites() {}

    /**
     * Whether a CSRF token must prove that it was one of our pages: always with a session. A program with a password needs
     * none; but a browser that once asked for a password sends it along for everybody, and then says who made it.
     */
    static boolean mayHaveSent(HttpServletRequest request) {
        if (HARMLESS.contains(request.getMethod())) {
            return false;
        }
        return hasPassword(request)
                ? FOREIGN.contains(header(request, "Sec-Fetch-Site"))
                : request.isRequestedSessionIdValid();
    }

    private static boolean hasPassword(HttpServletRequest request) {
        return header(request, HttpHeaders.AUTHORIZATION).startsWith("basic ");
    }

    private static String header(HttpServletRequest request, String name) {
        @Nullable String value = request.getHeader(name);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }
}
