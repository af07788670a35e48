package dev.kulanz.contact;

import dev.kulanz.shared.LocalFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Amounts, dates and words as the reader of a message writes them. */
final class ReaderFormat {

    private final Locale locale;
    private final String currency;
    private final MessageSource words;

    ReaderFormat(Locale locale, String currency, MessageSource words) {
        this.locale = locale;
        this.currency = currency;
        this.words = words;
    }

    /** An amount in major units, e.g. 1.234,50 €, or 12.500 ¥. */
    public String money(BigDecimal amount) {
        return new LocalFormat(locale).money(amount, currency);
    }

    /** A day in words, e.g. 27. November 2026. */
    public String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }

    /** A day in figures, e.g. 27.11.2026. */
    public String shortDay(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
    }

    /** An IBAN in groups of four. */
    public String iban(String iban) {
        return iban.replaceAll("(.{4})(?!$)", "$1 ");
    }

    String words(String key, Object... values) {
        return words.getMessage(key, values, locale);
    }
}
