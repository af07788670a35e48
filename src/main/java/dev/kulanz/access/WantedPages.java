package dev.kulanz.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Remembers where somebody wanted to go before he logged in: a page, not a picture, a fragment or a call of a script. */
final class WantedPages extends HttpSessionRequestCache {

    WantedPages() {
        setRequestMatcher(WantedPages::isPage);
        setMatchingRequestParameterName(null);
    }

    static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && accepted != null
                && accepted.contains("text/html")
                && request.getHeader("HX-Request") == null;
    }
}
