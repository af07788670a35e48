package dev.kulanz.contact;

import java.math.BigDecimal;

/** What a banking app reads from a QR code: a SEPA credit transfer, ready to send (EPC069-12, version 002). */
final class GiroCode {

    private static final int LONGEST_NAME = 70;

    private GiroCode() {}

    /**
     * The code's text.
     *
     * @param holder exactly as the bank knows it (verification of payee)
     * @param amount in euros
     * @param reference ISO 11649 (RF…)
     */
    static String of(String holder, String iban, BigDecimal amount, String reference) {
        return String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                "",
                holder.length() > LONGEST_NAME ? holder.substring(0, LONGEST_NAME) : holder,
                iban,
                "EUR" + amount.toPlainString(),
                "",
                reference);
    }
}
