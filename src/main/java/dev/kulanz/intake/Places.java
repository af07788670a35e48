package dev.kulanz.intake;

import dev.kulanz.receivables.Countries;
import dev.kulanz.shared.Legible;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Languages, countries and states, by code or by name. */
final class Places {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Map<String, String> STATES = states();
    private static final Pattern STATE_CODE = Pattern.compile("(?:[A-Z]{2}-)?([A-Z0-9]{1,3})");

    private Places() {}

    /** ISO 639-1; a region ({@code de-AT}) is left out. */
    static String language(String written) throws Unreadable {
        String code = written.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        if (code.length() != 2 || !LANGUAGES.contains(code)) {
            throw new Unreadable(
                    "language",
                    "{0} is not a language code like de, en or tr; the creditor's language is used.",
                    Legible.quoted(written));
        }
        return code;
    }

    /** ISO 3166-1 alpha-2. */
    static String country(String written) throws Unreadable {
        return Countries.code(written)
                .orElseThrow(() -> new Unreadable(
                        "country",
                        "{0} is not a country. Please write the ISO code, e.g. DE.",
                        Legible.quoted(written)));
    }

    /** The subdivision part of ISO 3166-2; Germany's states also by name. */
    static String state(String written) throws Unreadable {
        String known = STATES.get(written.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        var code = STATE_CODE.matcher(written.toUpperCase(Locale.ROOT));
        if (!code.matches()) {
            throw new Unreadable(
                    "state", "{0} is not a state like BY, DE-BY or Bayern; it was left out.", Legible.quoted(written));
        }
        return code.group(1);
    }

    /** Whether this is one of Germany's sixteen. */
    static boolean isGermanState(String code) {
        return STATES.containsValue(code);
    }

    private static Map<String, String> states() {
        Map<String, String> codes = new HashMap<>();
        Arrays.stream("""
                BW Baden-Württemberg, BY Bayern, BY Bavaria, BE Berlin, BB Brandenburg, HB Bremen, HH Hamburg,
                HE Hessen, HE Hesse, MV Mecklenburg-Vorpommern, NI Niedersachsen, NI Lower Saxony,
                NW Nordrhein-Westfalen, NW North Rhine-Westphalia, NW NRW, RP Rheinland-Pfalz,
                RP Rhineland-Palatinate, SL Saarland, SN Sachsen, SN Saxony, ST Sachsen-Anhalt, ST Saxony-Anhalt,
                SH Schleswig-Holstein, TH Thüringen, TH Thuringia""".split(",")).map(String::strip).forEach(entry -> {
            String code = entry.substring(0, 2);
            codes.put(entry.substring(3).toLowerCase(Locale.ROOT), code);
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put("de-" + code.toLowerCase(Locale.ROOT), code);
        });
        return Map.copyOf(codes);
    }
}
