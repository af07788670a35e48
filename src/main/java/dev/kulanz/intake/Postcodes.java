package dev.kulanz.intake;

import java.util.HashMap;
import java.util.Map;

/** How many digits the postcodes of countries have that write them with digits alone (Universal Postal Union). */
final class Postcodes {

    /** Where some begin with a zero, which a spreadsheet takes. */
    static final Map<String, Integer> WITH_ZEROS = Map.ofEntries(
            Map.entry("DE", 5),
            Map.entry("FR", 5),
            Map.entry("IT", 5),
            Map.entry("ES", 5),
            Map.entry("US", 5),
            Map.entry("FI", 5),
            Map.entry("TR", 5),
            Map.entry("UA", 5),
            Map.entry("MX", 5),
            Map.entry("MY", 5),
            Map.entry("KR", 5),
            Map.entry("DZ", 5),
            Map.entry("LT", 5),
            Map.entry("RO", 6),
            Map.entry("CN", 6),
            Map.entry("KZ", 6),
            Map.entry("SG", 6),
            Map.entry("NO", 4),
            Map.entry("AU", 4),
            Map.entry("ZA", 4));

    /** As far as it matters to tell them from others: a code with more digits is none of theirs. */
    static final Map<String, Integer> DIGITS = digits();

    private Postcodes() {}

    /** Whether this one has more digits than any of that country (ISO 3166-1 alpha-2). */
    static boolean isNoneOf(String country, String postcode) {
        Integer most = DIGITS.get(country);
        return most != null && postcode.length() > most && postcode.chars().allMatch(Character::isDigit);
    }

    private static Map<String, Integer> digits() {
        Map<String, Integer> all = new HashMap<>(WITH_ZEROS);
        for (String country : new String[] {"AT", "BE", "BG", "CH", "DK", "HU", "LI", "LU", "SI"}) {
            all.put(country, 4);
        }
        all.remove("US"); // nine, where the block is named
        return Map.copyOf(all);
    }
}
