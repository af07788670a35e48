package dev.kulanz.receivables;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Countries by code or by name. */
public final class Countries {

    /** In use, though ISO has given it to no country: Kosovo. */
    private static final String KOSOVO = "XK";

    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** The code (ISO 3166-1 alpha-2) of a country that is named by it, or in German or English; in any case. */
    public static Optional<String> code(String written) {
        return Optional.ofNullable(CODES.get(written.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Stream.concat(Stream.of(KOSOVO), Stream.of(Locale.getISOCountries()))
                .toList()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(country.getDisplayCountry(Locale.GERMAN).toLowerCase(Locale.ROOT), code);
            codes.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
        codes.putIfAbsent("d", "DE");
        return Map.copyOf(codes);
    }
}
