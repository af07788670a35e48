package dev.kulanz.shared;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/**
 * Amounts, days and moments as the reader of a page writes them. Moments are shown in {@link BusinessClock#ZONE}. A
 * language without a country is read as that of Germany or Great Britain.
 */
public final class LocalFormat {

    private static final int MOST_DECIMALS = 4;

    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    public LocalFormat(Locale wanted) {
        locale = withCountry(wanted);
        day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(BusinessClock.ZONE);
    }

    /** An amount in major units, e.g. 1.234,50 €, with as many decimals as the currency has: 12.500 ¥. */
    public String money(BigDecimal amount, String currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        return withDecimals(format, currency).format(amount);
    }

    /** An amount as one would type it, without currency and grouping: 1234,50. */
    public String typed(BigDecimal amount, String currency) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(false);
        return withDecimals(format, currency).format(amount);
    }

    /** Decimals that an amount has all the same are shown: nothing that is owed may look like another amount. */
    private static NumberFormat withDecimals(NumberFormat format, String currency) {
        format.setMaximumFractionDigits(MOST_DECIMALS);
        format.setMinimumFractionDigits(CurrencyDecimals.of(currency).orElse(2));
        return format;
    }

    /** An amount beside which its currency stands already, with the decimals that it has: 1.234,50. */
    public String amount(BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(amount.scale());
        format.setMaximumFractionDigits(amount.scale());
        return format.format(amount);
    }

    /** A count, e.g. 12.400. */
    public String count(Number count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** Any number, with at most two decimals, e.g. 1.249,5. */
    public String number(Number number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    /** A day, e.g. 27.11.2026. */
    public String day(LocalDate date) {
        return date.format(day);
    }

    /** A day and the minute, e.g. 27.11.2026, 08:15. */
    public String moment(Instant instant) {
        return moment.format(instant);
    }

    /** The day of a moment. */
    public String dayOf(Instant instant) {
        return day(LocalDate.ofInstant(instant, BusinessClock.ZONE));
    }

    /** An IBAN in groups of four. */
    public String iban(String iban) {
        return iban.replaceAll("(.{4})(?!$)", "$1 ");
    }

    private static Locale withCountry(Locale wanted) {
        if (!wanted.getCountry().isEmpty()) {
            return wanted;
        }
        return wanted.getLanguage().equals("de") ? Locale.GERMANY : Locale.UK;
    }
}
