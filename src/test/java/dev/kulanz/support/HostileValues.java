package dev.kulanz.support;

import java.util.List;

/** What nobody types into an address, as it stands there. */
public final class HostileValues {

    /** Percent-encoded as far as a request line allows. */
    public static final List<String> ENCODED = List.of(
            "",
            "%00",
            "a%00b",
            "%01%1f%7f",
            "%ED%A0%80",
            "%C0%80",
            "%FF%FE",
            "%E4",
            "%zz",
            "%",
            "%0d%0aX:%20y",
            "-1",
            "99999999999999999999",
            "2147483647",
            "9223372036854775807",
            "1e9999",
            "NaN",
            "NO_SUCH_WORD",
            "%7Bx%7D",
            "$%7B7*7%7D",
            "%25s",
            "%5C",
            "%27",
            "%5B%5D",
            "2026-02-30",
            "-999999999-01-01",
            "%2B1000000000-01-01T00:00:00Z",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "K-2026-000001",
            "K-9999999999-999999999999",
            "..",
            "a%2F..%2Fb",
            "a%3Bb",
            "%F0%9F%92%A9",
            "x".repeat(5_000));

    private HostileValues() {}
}
