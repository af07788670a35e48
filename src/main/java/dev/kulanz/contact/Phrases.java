package dev.kulanz.contact;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The words of one message. For each part of it the most fitting ones win: of step, tone and style, of step and style, of
 * step and tone, of the step, of any message. Words that name a fact which is not known are passed over. Before all of them
 * come those for what was or was not said before, such as {@code opening.first}: being true matters more than the tone.
 */
public final class Phrases {

    /** What may follow the demand, in this order. */
    private static final List<String> AFTERWARDS = List.of("next", "cost", "paid", "help", "dispute", "advice");

    private static final Pattern FACT = Pattern.compile("\\{(\\d+)}");

    private final MessageSource words;
    private final Locale locale;
    private final List<String> kinds;
    private final List<String> turns;
    private final @Nullable Object[] facts;

    /** @param facts what {0}, {1} … stand for; null where it is not known */
    Phrases(MessageSource words, Locale locale, MessageContent content, @Nullable Object[] facts) {
        Contact contact = content.contact();
        this.words = words;
        this.locale = locale;
        this.turns = turns(content);
        this.kinds = List.of(
                contact.step() + "." + content.debtor().type().name().toLowerCase(Locale.ROOT) + ".",
                contact.step() + "." + contact.tone() + "." + contact.style() + ".",
                contact.step() + "." + contact.style() + ".",
                contact.step() + "." + contact.tone() + ".",
                contact.step() + ".",
                contact.purpose().name().toLowerCase(Locale.ROOT) + ".",
                "");
        this.facts = facts;
    }

    /** The words of a part; null if this message says nothing there. */
    public @Nullable String part(String name) {
        return turns.stream()
                .flatMap(turn -> kinds.stream().map(kind -> kind + name + turn))
                .map(key -> words.getMessage(key, null, null, locale))
                .filter(Objects::nonNull)
                .filter(this::allKnown)
                .findFirst()
                .filter(said -> !said.isBlank())
                .map(said -> new MessageFormat(said, locale).format(facts))
                .orElse(null);
    }

    /** How it begins: what it is about and, where it is so, since when he is in default. */
    public String opening() {
        String since = part("default");
        return since == null ? needed("opening") : needed("opening") + " " + since;
    }

    /** What the words of a message depend on besides its kind, the most telling first; at last nothing. */
    private static List<String> turns(MessageContent content) {
        Division division = content.division();
        List<String> turns = new ArrayList<>();
        Occasion.Rest rest = content.about().rest();
        if (rest != null) {
            turns.add(rest.invoices().isEmpty() ? ".nothing-rests" : ".part-rests");
        }
        if (division.before() == Division.Before.NEVER) {
            turns.add(".first");
        } else if (division.before() == Division.Before.ONCE) {
            turns.add(".once");
        }
        if (division.newDay()) {
            turns.add(".new");
        }
        if (!division.parts().isEmpty()) {
            turns.add(".beside");
        }
        if (content.namesAPart()) {
            turns.add(".part");
        }
        turns.add("");
        return turns;
    }

    /**
     * The words of a part that no message can do without.
     *
     * @throws IllegalStateException if there are none
     */
    String needed(String name) {
        String said = part(name);
        if (said == null) {
            throw new IllegalStateException("There are no words for “" + kinds.get(0) + name + "”");
        }
        return said;
    }

    /** The paragraphs after what the message is about. */
    public List<String> afterwards() {
        return AFTERWARDS.stream().map(this::part).filter(Objects::nonNull).toList();
    }

    private boolean allKnown(String said) {
        return FACT.matcher(said).results().allMatch(fact -> facts[Integer.parseInt(fact.group(1))] != null);
    }
}
