package dev.kulanz.access.doors;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of the internet as they are written in numbers. No name is ever looked up. */
final class Literal {

    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{0,45}:[0-9a-fA-F:.]{0,45}");

    /** Some proxies write the port behind it, and then version 6 stands in brackets. */
    private static final Pattern WITH_PORT = Pattern.compile("\"?(?:([0-9.]+)|\\[([^\\]]+:[^\\]]*)])(?::\\d{1,5})?\"?");

    private Literal() {}

    /** The address in what a proxy wrote; empty if it is none, such as {@code unknown}. */
    static Optional<String> in(String written) {
        if (isAddress(written)) {
            return Optional.of(written);
        }
        Matcher parts = WITH_PORT.matcher(written);
        return parts.matches()
                ? Optional.of(parts.group(1) == null ? parts.group(2) : parts.group(1))
                        .filter(Literal::isAddress)
                : Optional.empty();
    }

    static boolean isAddress(String written) {
        return IPV4.matcher(written).matches() || isIpv6(written);
    }

    private static boolean isIpv6(String written) {
        try {
            // with a colon it can be no name, which would be asked for
            return IPV6.matcher(written).matches() && InetAddress.getByName(written) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
