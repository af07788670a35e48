package dev.kulanz.shared;

import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** How many decimals the currencies in use have (ISO 4217). */
public final class CurrencyDecimals {

    /** A currency without a country is a former one or a metal. */
    private static final Map<String, Integer> BY_CODE = CurrencyUnit.registeredCurrencies().stream()
            .filter(unit -> !unit.isPseudoCurrency() && !unit.getCountryCodes().isEmpty())
            .collect(Collectors.toUnmodifiableMap(CurrencyUnit::getCode, CurrencyUnit::getDecimalPlaces));

    private CurrencyDecimals() {}

    /** Empty if no such currency is in use. */
    public static OptionalInt of(String code) {
        Integer decimals = BY_CODE.get(code);
        return decimals == null ? OptionalInt.empty() : OptionalInt.of(decimals);
    }
}
