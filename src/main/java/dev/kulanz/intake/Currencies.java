package dev.kulanz.intake;

import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** Currencies in use (ISO 4217) with at most two decimals. */
final class Currencies {

    private Currencies() {}

    static String canonical(String written) throws Unreadable {
        String code = written.toUpperCase(Locale.ROOT);
        CurrencyUnit unit = known(code);
        // A currency without a country is a former one or a metal.
        if (unit == null || unit.isPseudoCurrency() || unit.getCountryCodes().isEmpty()) {
            throw new Unreadable(
                    Texts.quoted(written) + " is not a currency in use. Please write the ISO code, e.g. EUR.");
        }
        if (unit.getDecimalPlaces() > 2) {
            throw new Unreadable("Amounts in " + code + " have three decimals, which can't be kept yet.");
        }
        return code;
    }

    /** How many decimals an amount may have; the code is one that was accepted here. */
    static int decimals(String code) {
        return CurrencyUnit.of(code).getDecimalPlaces();
    }

    private static @Nullable CurrencyUnit known(String code) {
        try {
            return code.matches("[A-Z]{3}") ? CurrencyUnit.of(code) : null;
        } catch (IllegalCurrencyException e) {
            return null;
        }
    }
}
