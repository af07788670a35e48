package dev.kulanz.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * The tokens that prove that a form is ours. Of who is logged in they stand in the session; of a visitor in a cookie: a
 * session for each who calls the login page would let strangers fill our memory.
 */
@Component
class VisitorTokens implements CsrfTokenRepository {

    private final HttpSessionCsrfTokenRepository inSession = new HttpSessionCsrfTokenRepository();
    private final CookieCsrfTokenRepository inCookie = new CookieCsrfTokenRepository();

    VisitorTokens() {
        inCookie.setCookieName("KULANZ-FORM");
        inCookie.setHeaderName("X-CSRF-TOKEN"); // as those of sessions
        inCookie.setCookieCustomizer(cookie -> cookie.sameSite("Lax").path("/"));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return inSession.generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            inSession.saveToken(token, request, response);
        } else {
            inCookie.saveToken(token, request, response);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return request.getSession(false) != null ? inSession.loadToken(request) : inCookie.loadToken(request);
    }
}
