package dev.kulanz.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Who sent a request, as its head says: programs say nothing about it; browsers say which page it was, in a way that the
 * page can't forge.
 *
 * @param sites Sec-Fetch-Site: sent to this machine and over TLS only
 * @param origins Origin: sent with all that changes something
 * @param referers Referer: what old browsers send alone
 * @param own scheme, host and port by which we were called
 */
record Sender(boolean hasPassword, List<String> sites, List<String> origins, List<String> referers, String own) {

    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    /** The window of Camunda Modeler is such a page; a page of the web can't be, and one that somebody saved is “null”. */
    private static final String FILE_SYSTEM = "file://";

    private static final String CROSS_SITE = "cross-site";

    static Sender of(HttpServletRequest request) {
        return new Sender(
                request.getHeader(HttpHeaders.AUTHORIZATION) != null,
                all(request, "Sec-Fetch-Site"),
                all(request, HttpHeaders.ORIGIN),
                all(request, HttpHeaders.REFERER),
                origin(request.getScheme(), request.getServerName(), request.getServerPort()));
    }

    /** Whether a page that is not ours may have sent it. */
    boolean isForeign() {
        return !sites.stream().allMatch(OWN_SITES::contains)
                || !origins.stream().allMatch(own::equals)
                || (origins.isEmpty() && !referers.stream().allMatch(page -> own.equals(originOf(page))));
    }

    boolean isCamundaModeler() {
        return origins.equals(List.of(FILE_SYSTEM)) && sites.stream().allMatch(CROSS_SITE::equals);
    }

    private static List<String> all(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Null: it has none that could be ours. */
    private static @Nullable String originOf(String page) {
        try {
            URI address = new URI(page);
            String host = address.getHost();
            return host == null ? null : origin(String.valueOf(address.getScheme()), host, address.getPort());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** As browsers write it: without the port that goes without saying. */
    private static String origin(String scheme, String host, int port) {
        boolean goesWithoutSaying = port < 0
                || (port == 80 && scheme.equalsIgnoreCase("http"))
                || (port == 443 && scheme.equalsIgnoreCase("https"));
        return (scheme + "://" + host + (goesWithoutSaying ? "" : ":" + port)).toLowerCase(Locale.ROOT);
    }
}
