package dev.kulanz.contact;

import java.lang.Character.UnicodeScript;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a banking app reads from a QR code: a SEPA credit transfer, ready to send (EPC069-12, version 002, UTF-8). What such
 * a code can't hold as it is gets none: a shortened name or another amount would pay somebody else or something else.
 */
final class GiroCode {

    /** In characters. */
    private static final int LONGEST_NAME = 70;

    /** In characters; an ISO 11649 reference has no more than 25 of them. */
    private static final int LONGEST_REFERENCE = 35;

    /** Of the whole code, in bytes. */
    private static final int LONGEST = 331;

    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("999999999.99");

    /** Banks know how to write these with the letters that all of them must take (EPC217-08). */
    private static final Set<UnicodeScript> SCRIPTS =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.COMMON);

    private static final String PUNCTUATION = " /-?:().,'+&\"!*;\u2018\u2019\u201c\u201d\u201e\u2013\u2014";

    /** The European Economic Area: elsewhere such a transfer needs a BIC as well, or there is none. */
    private static final Set<String> COUNTRIES = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    private GiroCode() {}

    /**
     * The lines of the code.
     *
     * @param holder exactly as the bank knows it (verification of payee)
     * @param amount in euros
     * @param reference ISO 11649 (RF…)
     * @return empty where such a code can't hold it
     */
    static Optional<String> of(String holder, String iban, BigDecimal amount, String reference) {
        if (!isName(holder)
                || !COUNTRIES.contains(iban.substring(0, 2))
                || !isAmount(amount)
                || reference.length() > LONGEST_REFERENCE) {
            return Optional.empty();
        }
        String code = String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                "",
                holder,
                iban,
                "EUR" + amount.stripTrailingZeros().setScale(2).toPlainString(),
                "",
                reference);
        return code.getBytes(StandardCharsets.UTF_8).length > LONGEST ? Optional.empty() : Optional.of(code);
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.codePointCount(0, name.length()) <= LONGEST_NAME
                && name.codePoints().allMatch(GiroCode::canBeTransferred);
    }

    /** No line breaks either: each line of the code means something else. */
    private static boolean canBeTransferred(int point) {
        return Character.isBmpCodePoint(point)
                && Character.isDefined(point)
                && !Character.isISOControl(point)
                && !Character.isSurrogate((char) point)
                && SCRIPTS.contains(UnicodeScript.of(point))
                && (Character.isLetterOrDigit(point) || PUNCTUATION.indexOf(point) >= 0);
    }

    private static boolean isAmount(BigDecimal amount) {
        return amount.compareTo(LEAST) >= 0
                && amount.compareTo(MOST) <= 0
                && amount.stripTrailingZeros().scale() <= 2;
    }
}
