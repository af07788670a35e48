package dev.kulanz.contact;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a banking app reads from a QR code: a SEPA credit transfer, ready to send (EPC069-12, version 002, UTF-8). */
final class GiroCode {

    /** In characters. */
    private static final int LONGEST_NAME = 70;

    /** Of the whole code, in bytes. */
    private static final int LONGEST = 331;

    private static final BigDecimal MOST = new BigDecimal("999999999.99");

    private GiroCode() {}

    /**
     * The code's text.
     *
     * @param holder exactly as the bank knows it (verification of payee)
     * @param amount in euros
     * @param reference ISO 11649 (RF…)
     * @return empty where such a code can't hold it: none is better than one that says something else
     */
    static Optional<String> of(String holder, String iban, BigDecimal amount, String reference) {
        if (amount.compareTo(MOST) > 0) {
            return Optional.empty();
        }
        String code = String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                "",
                holder.codePointCount(0, holder.length()) > LONGEST_NAME
                        ? holder.substring(0, holder.offsetByCodePoints(0, LONGEST_NAME))
                        : holder,
                iban,
                "EUR" + amount.toPlainString(),
                "",
                reference);
        return code.getBytes(StandardCharsets.UTF_8).length > LONGEST ? Optional.empty() : Optional.of(code);
    }
}
