package dev.kulanz.cases;

import java.math.BigInteger;
import java.util.Locale;

/** The structured creditor reference of ISO 11649: RF, two check digits, up to 21 letters and digits. */
final class PaymentReference {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private PaymentReference() {}

    /** The reference of a case: its number without dashes, behind check digits. */
    static String ofCase(String number) {
        return of(number.replace("-", ""));
    }

    static String of(String reference) {
        String body = reference.toUpperCase(Locale.ROOT);
        if (!body.matches("[A-Z0-9]{1,21}")) {
            throw new IllegalArgumentException("A creditor reference has 1 to 21 letters and digits: " + reference);
        }
        int check = 98 - remainder(body + "RF00");
        return "RF%02d%s".formatted(check, body);
    }

    static boolean isValid(String reference) {
        return reference.matches("RF[0-9]{2}[A-Z0-9]{1,21}")
                && remainder(reference.substring(4) + reference.substring(0, 4)) == 1;
    }

    private static int remainder(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }
}
