package dev.kulanz.contact;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        Context context = context(content);
        return written(content, context, shape(content) + ".html");
    }

    /** @param link of the payment page, which a letter shows as a code; null where there is nothing to pay */
    Written writeLetter(MessageContent content, @Nullable String link) {
        Context context = context(content);
        context.setVariable("letter", new LetterPage(content, context.getLocale(), link));
        return written(content, context, "letter.html");
    }

    private Written written(MessageContent content, Context context, String page) {
        Phrases say = phrases(content, context.getLocale());
        context.setVariable("say", say);
        return new Written(
                say.needed("subject"),
                readable(templates.process("contact/" + shape(content) + ".txt", context)),
                templates.process("contact/" + page, context));
    }

    private Context context(MessageContent content) {
        Locale locale = content.contact().language().equals("en") ? Locale.UK : Locale.GERMANY;
        Context context = new Context(locale);
        context.setVariable("m", content);
        context.setVariable("format", new ReaderFormat(locale, content.currency(), words));
        context.setVariable("link", PaymentLinks.PLACEHOLDER);
        return context;
    }

    private Phrases phrases(MessageContent content, Locale locale) {
        ReaderFormat format = new ReaderFormat(locale, content.currency(), words);
        Occasion about = content.about();
        return new Phrases(words, locale, content, new @Nullable Object[] {
            content.creditor().name(),
            content.items().isEmpty() ? null : format.money(content.total()),
            content.payBy() == null ? null : format.day(content.payBy()),
            about.amount() == null ? null : format.money(about.amount()),
            about.day() == null ? null : format.day(about.day()),
            format.day(content.today()),
            about.party(),
            content.creditor().phone(),
            content.collectionFee().map(format::money).orElse(null),
            content.addressee(),
            content.defaultSince() == null ? null : format.day(content.defaultSince()),
            content.creditor().deductsInputTax() ? "" : format.words("fee.with-tax"),
            content.creditor().privacyUrl(),
            about.reminderOn() == null ? null : format.day(about.reminderOn()),
            content.instead() == null ? null : content.debtor().name(),
            content.isPayable() ? format.money(content.payable()) : null,
            content.lessPayable() == null ? null : format.money(content.lessPayable()),
            content.opened() == null ? null : format.money(content.opened()),
            content.payableOfOpened() == null ? null : format.money(content.payableOfOpened()),
            money(format, content.receipt().paid()),
            money(format, content.receipt().credit()),
            money(format, content.receipt().forgiven()),
            about.rest() == null ? null : String.join(", ", about.rest().invoices()),
            about.rest() == null ? null : format.money(about.rest().goesOn())
        });
    }

    private static @Nullable String money(ReaderFormat format, @Nullable BigDecimal amount) {
        return amount == null || amount.signum() <= 0 ? null : format.money(amount);
    }

    private static String shape(MessageContent content) {
        return content.contact().purpose() == Purpose.DEMAND ? "demand" : "service";
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
