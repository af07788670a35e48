package dev.kulanz.access.doors;

import dev.kulanz.shared.Legible;
import dev.kulanz.shared.UnusableSetting;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Believes the proxies that the operator names, and nobody else, about who calls ({@code X-Forwarded-For}) and whether he
 * came by TLS ({@code X-Forwarded-Proto}). The list of addresses is read from its end, where our proxy wrote: what stands
 * before the first address that is not a proxy of ours, anybody may have written. The name of the host is never taken
 * from a header for proxies.
 *
 * <p>Tomcat's own valve knows no networks, only patterns of text, in which {@code 10.0.0.1} also fits {@code 1000.0.1}.
 */
final class TrustedProxies extends ValveBase {

    private static final int TLS_PORT = 443;

    private final List<IpAddressMatcher> proxies;

    /** @param proxies addresses and networks, such as 10.1.2.3 or 10.0.0.0/8 */
    TrustedProxies(List<String> proxies) {
        super(true);
        this.proxies = proxies.stream().map(TrustedProxies::matcher).toList();
    }

    private static IpAddressMatcher matcher(String proxy) {
        try {
            if (Literal.isAddress(proxy.replaceFirst("/\\d{1,3}$", ""))) {
                return new IpAddressMatcher(proxy);
            }
        } catch (IllegalArgumentException e) {
            throw notAnAddress(proxy);
        }
        throw notAnAddress(proxy);
    }

    private static UnusableSetting notAnAddress(String proxy) {
        return new UnusableSetting(
                "kulanz.trusted-proxies names what is no address: %s.".formatted(Legible.quoted(proxy)),
                "Set KULANZ_TRUSTED_PROXIES to addresses and networks, such as 10.1.2.3 or 10.0.0.0/8, separated by commas.");
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String sender = request.getRemoteAddr();
        boolean wasSecure = request.isSecure();
        String scheme = request.getScheme();
        int port = request.getServerPort();
        if (isProxy(sender)) {
            String caller = caller(sender, hops(request));
            request.setRemoteAddr(caller);
            request.setRemoteHost(caller);
            if (cameByTls(request)) {
                request.setSecure(true);
                request.getCoyoteRequest().scheme().setString("https");
                if (!saysItsPort(request)) {
                    request.setServerPort(TLS_PORT);
                }
            }
        }
        try {
            getNext().invoke(request, response);
        } finally {
            if (!request.isAsync()) {
                request.setRemoteAddr(sender);
                request.setRemoteHost(sender);
                request.setSecure(wasSecure);
                request.getCoyoteRequest().scheme().setString(scheme);
                request.setServerPort(port);
            }
        }
    }

    private String caller(String sender, List<String> hops) {
        String caller = sender;
        for (String hop : hops) {
            Optional<String> address = Literal.in(hop);
            if (address.isEmpty()) {
                return caller;
            }
            caller = address.get();
            if (!isProxy(caller)) {
                return caller;
            }
        }
        return caller;
    }

    /** From the nearest on. */
    private static List<String> hops(Request request) {
        List<String> hops = new ArrayList<>(Collections.list(request.getHeaders("X-Forwarded-For")).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList());
        Collections.reverse(hops);
        return hops;
    }

    private static boolean cameByTls(Request request) {
        List<String> schemes = Collections.list(request.getHeaders("X-Forwarded-Proto")).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
        return !schemes.isEmpty() && schemes.stream().allMatch("https"::equalsIgnoreCase);
    }

    private static boolean saysItsPort(Request request) {
        String host = request.getHeader("Host");
        return host != null && host.matches(".*:\\d+");
    }

    private boolean isProxy(String address) {
        String bare = address.replaceFirst("%.*", ""); // the interface by which a neighbour came
        return Literal.isAddress(bare) && proxies.stream().anyMatch(proxy -> proxy.matches(bare));
    }
}
