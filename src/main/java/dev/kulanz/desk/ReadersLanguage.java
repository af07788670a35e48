package dev.kulanz.desk;

import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Pages speak German or English as the browser wishes; any other wish gets English, in words and in numbers. */
@Configuration(proxyBeanMethods = false)
class ReadersLanguage {

    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(
                Locale.GERMAN,
                Locale.GERMANY,
                Locale.forLanguageTag("de-AT"),
                Locale.forLanguageTag("de-CH"),
                Locale.ENGLISH,
                Locale.UK,
                Locale.US));
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }
}
