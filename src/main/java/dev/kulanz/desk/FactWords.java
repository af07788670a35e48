package dev.kulanz.desk;

import dev.kulanz.shared.LocalFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the details of a journal entry in the reader's words. */
final class FactWords {

    private static final Set<String> AMOUNTS = Set.of("amount", "oldAmount", "paid", "reopened");
    private static final Set<String> KINDS = Set.of(
            "step",
            "channel",
            "tone",
            "style",
            "language",
            "scope",
            "status",
            "journey",
            "contactPoint",
            "outcome",
            "callOutcome",
            "concern",
            "source");

    private static final Pattern CHOICE = Pattern.compile("([A-Z]+), ([\\w-]+), ([\\w-]+) \\(rank \\d+\\)");

    private final Map<String, Object> facts;
    private final LocalFormat show;
    private final Words words;

    FactWords(Map<String, Object> facts, LocalFormat show, Words words) {
        this.facts = facts;
        this.show = show;
        this.words = words;
    }

    /** Null if there is no such detail. A fact that a rule asked for is named {@code fact.<name>}. */
    @Nullable String of(String name) {
        Object value = facts.get(name);
        return value == null ? null : told(name.replaceFirst("^fact\\.", ""), value);
    }

    private String told(String name, Object value) {
        if (value instanceof Boolean yes) {
            return words.say(yes ? "desk.yes" : "desk.no");
        }
        if (value instanceof Number number) {
            return number(name, number);
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(one -> choice(String.valueOf(one))).collect(Collectors.joining("; "));
        }
        return text(name, value.toString());
    }

    /** A way to make contact, which the journal keeps as {@code EMAIL, friendly, standard (rank 1)}. */
    private String choice(String text) {
        Matcher said = CHOICE.matcher(text);
        return said.matches()
                ? "%s, %s, %s"
                        .formatted(
                                words.of("channel", said.group(1)),
                                words.of("tone", said.group(2)),
                                words.of("style", said.group(3)))
                : text;
    }

    private String number(String name, Number number) {
        Object currency = facts.get("currency");
        if (AMOUNTS.contains(name) && currency != null) {
            return show.money(new BigDecimal(number.toString()), currency.toString());
        }
        return show.number(number);
    }

    private String text(String name, String text) {
        if (name.equals("chosen")) {
            return choice(text);
        }
        if (KINDS.contains(name)) {
            return words.of(name, text);
        }
        if (name.equals("debtorType")) {
            return words.of("type", text);
        }
        if (name.equals("reason")) {
            return text.matches("[A-Z_]+") ? words.of("reason", text) : words.ofText("why", text);
        }
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? show.day(LocalDate.parse(text)) : text;
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
