package dev.kulanz.desk;

import dev.kulanz.decisions.Fact;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.LocalFormat;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;

/** The desk's words in one language. */
final class Words {

    /** One ends where a great letter begins another. */
    static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})");

    private final MessageSource messages;
    private final Locale locale;

    Words(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /**
     * The word for something that modules name: a step, a channel, a state. A name for which there is none yet, as of a
     * process owner's own step, is shown readably: {@code plan-offer} as “plan offer”.
     *
     * @param kind e.g. step
     */
    public String of(String kind, Object name) {
        String said = say("desk." + kind + "." + name);
        return said.isEmpty() ? name.toString().replace('-', ' ').replace('_', ' ') : said;
    }

    /**
     * Words of a diagram in the reader's language; those of a process owner's own diagram as they stand there.
     *
     * @param kind e.g. next
     */
    public String ofText(String kind, String text) {
        String said = say("desk." + kind + "." + slug(text));
        return said.isEmpty() ? text : said;
    }

    /** The same for a text of several sentences, each for itself. */
    String ofSentences(String kind, String text) {
        return SENTENCES.splitAsStream(text).map(one -> ofText(kind, one)).collect(Collectors.joining(" "));
    }

    static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    }

    /** What a fact means, as its source says it. */
    public String meaning(Fact fact) {
        String said = say("desk.fact." + fact.name());
        return said.isEmpty() ? fact.meaning() : said;
    }

    /** What a fact is counted in; empty if in nothing. */
    public String unit(Fact fact) {
        return fact.unit().isEmpty() ? "" : ofText("unit", fact.unit());
    }

    /** A text with gaps for numbers, in the form that these ask for. */
    String count(String key, Number count) {
        return messages.getMessage(key, new Object[] {count}, "", locale);
    }

    /** A sentence that a module says, in the reader's language; in English if there are no words for it yet. */
    public String of(Said said) {
        Object[] arguments = said.arguments().stream().map(this::shown).toArray();
        String found = messages.getMessage("desk.said." + said.key(), arguments, "", locale);
        return found == null || found.isEmpty() ? said.english() : found;
    }

    public String of(FieldError error) {
        return error.said() == null ? error.message() : of(error.said());
    }

    String of(Refusal refusal) {
        return refusal.said() == null ? String.valueOf(refusal.getMessage()) : of(refusal.said());
    }

    private String shown(Object argument) {
        if (argument instanceof LocalDate day) {
            return new LocalFormat(locale).day(day);
        }
        if (argument instanceof BigDecimal amount) {
            return new LocalFormat(locale).amount(amount);
        }
        String text = argument.toString();
        return locale.getLanguage().equals("de") ? text.replaceFirst("^“(.*)”$", "„$1“") : text;
    }

    /** The text under a key; empty if there is none. */
    String say(String key) {
        String said = messages.getMessage(key, null, "", locale);
        return said == null ? "" : said;
    }
}
