package dev.kulanz.access.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Browsers that come by TLS send no cookie of ours without it. The engine's pages write their cookie without asking. */
final class SecureCookies extends OncePerRequestFilter {

    private static final Pattern SECURE = Pattern.compile("(?i);\\s*secure\\s*(;|$)");

    private final Https https;

    SecureCookies(Https https) {
        this.https = https;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, https.isUsedBy(request) ? new Secured(response) : response);
    }

    private static final class Secured extends HttpServletResponseWrapper {

        Secured(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addCookie(Cookie cookie) {
            cookie.setSecure(true);
            super.addCookie(cookie);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, secured(name, value));
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, secured(name, value));
        }

        private static String secured(String name, String value) {
            boolean isOpen = name.equalsIgnoreCase(HttpHeaders.SET_COOKIE)
                    && !SECURE.matcher(value).find();
            return isOpen ? value + "; Secure" : value;
        }
    }
}
