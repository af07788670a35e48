package dev.kulanz.voice;

import dev.kulanz.shared.LocalFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What is said on the phone, in one language; the words stand in {@code messages/voice_*.properties}. */
final class Phrases {

    private static final ResourceBundleMessageSource WORDS = words();

    private final Locale language;

    Phrases(Locale language) {
        this.language = language;
    }

    String say(String key, Object... gaps) {
        return WORDS.getMessage(key, gaps, language);
    }

    /** As it is spoken: Freitag, 4. Dezember 2026. */
    String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language));
    }

    String money(BigDecimal amount, String currency) {
        return new LocalFormat(language).money(amount, currency).replace('\u00a0', ' ');
    }

    private static ResourceBundleMessageSource words() {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages/voice");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        words.setAlwaysUseMessageFormat(true);
        return words;
    }
}
