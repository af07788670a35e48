package dev.kulanz.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.util.WebUtils;

/**
 * Where somebody wanted to go before he logged in: a page, not a picture, a fragment or a call of a script. His browser
 * remembers it, as a stranger gets no memory of ours; and what it remembers is a path of this house, never another host.
 */
final class WantedPages {

    private static final String COOKIE = "KULANZ-WANTED";
    private static final int LONGEST = 1_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(30);
    private static final Pattern PATH = Pattern.compile("/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*");

    private WantedPages() {}

    static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && accepted != null
                && accepted.contains("text/html")
                && request.getHeader("HX-Request") == null;
    }

    static void remember(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        if (isPath(wanted) && !wanted.equals("/")) {
            String value =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(wanted.getBytes(StandardCharsets.US_ASCII));
            response.addCookie(cookie(request, value, REMEMBERED));
        }
    }

    /** The page of ours that a request was sent from: path and query; the start page where it does not say. */
    static String sender(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        URI page = referer == null || Sender.of(request).isForeign() ? null : address(referer);
        if (page == null || page.getRawPath() == null) {
            return "/";
        }
        String wanted = page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        return isPath(wanted) ? wanted : "/";
    }

    private static @Nullable URI address(String referer) {
        try {
            return new URI(referer);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** After the login. */
    static void goOn(HttpServletRequest request, HttpServletResponse response, Authentication who) throws IOException {
        InterruptedForm form = InterruptedForm.returned(request);
        if (form != null) {
            form.goBack(request, response);
            return;
        }
        Cookie remembered = WebUtils.getCookie(request, COOKIE);
        String wanted = remembered == null ? null : read(remembered.getValue());
        if (remembered != null) {
            response.addCookie(cookie(request, "", Duration.ZERO));
        }
        response.sendRedirect(wanted == null ? request.getContextPath() + "/" : wanted);
    }

    private static @Nullable String read(String value) {
        try {
            String wanted = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII);
            return isPath(wanted) ? wanted : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static boolean isPath(String wanted) {
        return wanted.length() <= LONGEST && PATH.matcher(wanted).matches();
    }

    private static Cookie cookie(HttpServletRequest request, String value, Duration age) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) age.toSeconds());
        return cookie;
    }
}
