package dev.kulanz.access.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens the body of a request, after it is known that the sender may do what he asks for: up to what his door takes
 * ({@link BodyLimit}). Too much is answered with 413: by its said length before it is read, else as soon as it is too much.
 */
public final class BodyLimits extends OncePerRequestFilter {

    /** Where Tomcat says why it could not read the fields of a form. */
    private static final String UNREADABLE = "org.apache.catalina.parameter_parse_failed_reason";

    /** Who is not logged in and sends slowly holds so many threads at most; the others are for those who work here. */
    private static final int MOST_STRANGERS = 40;

    private static final int MOST_OF_ONE_PLACE = 4;

    private final boolean readsForms;
    private final Seats strangers = new Seats(MOST_STRANGERS, MOST_OF_ONE_PLACE);
    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

    /** @param readsForms whether forms are sent here; who reads bodies himself would find nothing left of one */
    public BodyLimits(boolean readsForms) {
        this.readsForms = readsForms;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        IncomingBody body = IncomingBody.of(request);
        if (body == null || !body.exists() || body.isOpen()) {
            chain.doFilter(request, response);
            return;
        }
        boolean isKnown = isKnown();
        BodyLimit limit = BodyLimit.of(request, isKnown);
        if (body.isSaidToExceed(limit.bytes())) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (isKnown || body.arrivesAtOnce()) {
            goOn(open(body, limit, request), body, request, response, chain);
        } else {
            receiveSeated(body, limit, request, response, chain);
        }
    }

    private void receiveSeated(
            IncomingBody body,
            BodyLimit limit,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        Place from = Place.of(request.getRemoteAddr());
        if (!strangers.take(from)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        boolean isReceived;
        try {
            isReceived = open(body, limit, request);
        } finally {
            strangers.leave(from);
        }
        goOn(isReceived, body, request, response, chain);
    }

    private static void goOn(
            boolean isReceived,
            IncomingBody body,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (body.isTooLarge()) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (body.isTooSlow()) {
            response.sendError(HttpServletResponse.SC_REQUEST_TIMEOUT);
        } else if (!isReceived || request.getAttribute(UNREADABLE) != null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isKnown() {
        return trust.isAuthenticated(SecurityContextHolder.getContext().getAuthentication());
    }

    /** Yields false where it broke off, came too slowly or can't be read. */
    private boolean open(IncomingBody body, BodyLimit limit, HttpServletRequest request) {
        try {
            if (limit.isStreamed()) {
                body.stream(limit.bytes());
            } else {
                body.take(limit.bytes());
            }
        } catch (IOException e) {
            return false;
        }
        if (readsForms && !body.isTooLarge() && isForm(request)) {
            request.getParameter("_csrf"); // Tomcat reads the whole form now, and keeps to itself what went wrong
        }
        return true;
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && (type.regionMatches(true, 0, MediaType.APPLICATION_FORM_URLENCODED_VALUE, 0, 33)
                        || type.regionMatches(true, 0, "multipart/", 0, 10));
    }
}
