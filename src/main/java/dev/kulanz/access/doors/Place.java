package dev.kulanz.access.doors;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * Where somebody comes from: an address, or the network of 64 bits that somebody with IPv6 has for himself.
 *
 * @param name such as {@code 10.1.2.3} or {@code 20010db800010002/64}; at most 45 characters
 */
public record Place(String name) {

    /** Not through the web. */
    public static final Place INSIDE = new Place("inside");

    private static final int LONGEST = 45;
    private static final int NETWORK_BYTES = 8;

    public static Place of(String address) {
        if (address.indexOf(':') < 0 || !address.matches("[0-9a-fA-F:.]+(%.*)?")) {
            return new Place(address.length() <= LONGEST ? address : address.substring(0, LONGEST));
        }
        try {
            byte[] bytes =
                    InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress();
            return bytes.length == 4
                    ? new Place(InetAddress.getByAddress(bytes).getHostAddress())
                    : new Place(HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES) + "/64");
        } catch (UnknownHostException e) {
            return INSIDE;
        }
    }
}
