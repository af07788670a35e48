package dev.kulanz.contact;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes messages: the words stand in {@code messages/contact_*.properties} by step, tone and style, the shape in
 * {@code templates/contact/}.
 */
@Component
class Texts {

    private static final Set<String> LANGUAGES = Set.of("de", "en");

    private final ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    Texts() {
        words.setBasename("messages/contact");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        templates.setMessageSource(words);
        templates.addTemplateResolver(resolver(".html", TemplateMode.HTML, 1));
        templates.addTemplateResolver(resolver(".txt", TemplateMode.TEXT, 2));
    }

    /** The debtor's language if messages exist in it, else the creditor's. */
    static String languageFor(String wanted, String fallback) {
        String language = wanted.toLowerCase(Locale.ROOT);
        return LANGUAGES.contains(language) ? language : fallback;
    }

    /** A written message; the payment link is still a placeholder. */
    record Written(String subject, String text, String html) {}

    Written write(MessageContent content) {
        Contact contact = content.contact();
        Locale locale = contact.language().equals("en") ? Locale.UK : Locale.GERMANY;
        Context context = new Context(locale);
        context.setVariable("m", content);
        context.setVariable("key", key(contact, locale));
        context.setVariable("format", new ReaderFormat(locale, content.currency(), words));
        context.setVariable("link", PaymentLinks.PLACEHOLDER);
        String shape = contact.purpose() == Purpose.DEMAND ? "demand" : "service";
        return new Written(
                words.getMessage(
                        contact.step() + ".subject",
                        new Object[] {content.creditor().name()},
                        locale),
                readable(templates.process("contact/" + shape + ".txt", context)),
                templates.process("contact/" + shape + ".html", context));
    }

    /**
     * Lists and left-out parts leave gaps in the plain text: one blank line between paragraphs, none in a list. No-break
     * spaces are for pages, not for plain text.
     */
    private static String readable(String text) {
        return text.replace('\u00a0', ' ')
                        .replaceAll("\\n{3,}", "\n\n")
                        .replaceAll("(\\n\\* [^\\n]*)\\n+(?=\\* )", "$1\n")
                        .strip()
                + "\n";
    }

    /** The most fitting words that exist: of step, tone and style, else of step and tone, else of the step. */
    private String key(Contact contact, Locale locale) {
        String tone = contact.step() + "." + contact.tone();
        for (String key : List.of(tone + "." + contact.style(), tone)) {
            if (words.getMessage(key + ".opening", null, null, locale) != null) {
                return key;
            }
        }
        return contact.step();
    }

    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode, int order) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setResolvablePatterns(Set.of("*" + suffix));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(order);
        return resolver;
    }
}
