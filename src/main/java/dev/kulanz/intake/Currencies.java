package dev.kulanz.intake;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** Currencies in use (ISO 4217) with at most two decimals. */
final class Currencies {

    /** Decimals by code. A currency without a country is a former one or a metal. */
    private static final Map<String, Integer> DECIMALS = CurrencyUnit.registeredCurrencies().stream()
            .filter(unit -> !unit.isPseudoCurrency() && !unit.getCountryCodes().isEmpty())
            .collect(Collectors.toUnmodifiableMap(CurrencyUnit::getCode, CurrencyUnit::getDecimalPlaces));

    private Currencies() {}

    static String canonical(String written) throws Unreadable {
        String code = written.toUpperCase(Locale.ROOT);
        Integer decimals = DECIMALS.get(code);
        if (decimals == null) {
            throw new Unreadable(
                    "currency",
                    "{0} is not a currency in use. Please write the ISO code, e.g. EUR.",
                    Texts.quoted(written));
        }
        if (decimals > 2) {
            throw new Unreadable(
                    "currency.decimals", "Amounts in {0} have three decimals, which can't be kept yet.", code);
        }
        return code;
    }

    /** How many decimals an amount may have; the code is one that was accepted here. */
    static int decimals(String code) {
        return DECIMALS.getOrDefault(code, 2);
    }
}
