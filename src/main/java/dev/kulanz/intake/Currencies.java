package dev.kulanz.intake;

import dev.kulanz.shared.CurrencyDecimals;
import dev.kulanz.shared.Legible;
import java.util.Locale;
import java.util.OptionalInt;

/** Currencies in use (ISO 4217) with at most two decimals. */
final class Currencies {

    private Currencies() {}

    static String canonical(String written) throws Unreadable {
        String code = written.toUpperCase(Locale.ROOT);
        OptionalInt decimals = CurrencyDecimals.of(code);
        if (decimals.isEmpty()) {
            throw new Unreadable(
                    "currency",
                    "{0} is not a currency in use. Please write the ISO code, e.g. EUR.",
                    Legible.quoted(written));
        }
        if (decimals.getAsInt() > 2) {
            throw new Unreadable(
                    "currency.decimals", "Amounts in {0} have three decimals, which can't be kept yet.", code);
        }
        return code;
    }

    /** How many decimals an amount may have; the code is one that was accepted here. */
    static int decimals(String code) {
        return CurrencyDecimals.of(code).orElse(2);
    }
}
