package dev.kulanz.desk;

import dev.kulanz.shared.LocalFormat;
import java.math.BigDecimal;
import java.time.Instant;
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

    private static final Set<String> AMOUNTS = Set.of("amount", "oldAmount", "paid", "reopened", "openAmount");
    private static final Set<String> DAYS =
            Set.of("daysOverdue", "daysSincePartPayment", "bankDaysSinceDeadline", "maxDaysAhead");
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
            "claimKind",
            "decision",
            "obstacle",
            "rests",
            "event",
            "source");

    /** Details under another name than the kind of their words. */
    private static final Map<String, String> SAME_WORDS_AS = Map.of(
            "standsAt",
            "step",
            "next",
            "step",
            "lastCallOutcome",
            "callOutcome",
            "debtorType",
            "type",
            "process",
            "journey");

    private static final Pattern CHOICE = Pattern.compile("([A-Z]+), ([\\w-]+), ([\\w-]+)( \\(rank \\d+\\))?");

    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?Z");

    private final Map<String, Object> facts;
    private final String currency;
    private final LocalFormat show;
    private final Words words;

    /** @param currency of amounts that say none */
    FactWords(Map<String, Object> facts, String currency, LocalFormat show, Words words) {
        this.facts = facts;
        this.currency = facts.getOrDefault("currency", currency).toString();
        this.show = show;
        this.words = words;
    }

    /**
     * Null if there is no such detail. A fact that a rule asked for is named {@code fact.<name>}, what rules answered
     * {@code said.<column>}, or {@code said} for the whole answer.
     */
    @Nullable String of(String name) {
        if (name.equals("said")) {
            return answer();
        }
        if (name.equals("saidBy")) {
            Object source = facts.get("source");
            return source == null ? null : words.of("saidBy", source);
        }
        if (name.startsWith("said.")) {
            String column = name.substring("said.".length());
            return RuleAnswers.of(facts).column(column, value -> answered(column, value));
        }
        Object value = facts.get(name);
        return value == null ? null : told(name.replaceFirst("^fact\\.", ""), value);
    }

    /** All that the rules said. A single column needs no name. */
    private @Nullable String answer() {
        RuleAnswers answers = RuleAnswers.of(facts);
        String said = answers.rows().stream()
                .map(row -> row.entrySet().stream()
                        .map(part -> (row.size() > 1 ? label(part.getKey()) + " " : "")
                                + answered(part.getKey(), part.getValue()))
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return said.isEmpty() ? null : said;
    }

    private String answered(String column, String value) {
        if (value.equals("true") || value.equals("false")) {
            return told(column, Boolean.valueOf(value));
        }
        return value.matches("-?\\d+(\\.\\d+)?") ? told(column, new BigDecimal(value)) : told(column, value);
    }

    /** What a detail or a fact is called; its own name where there is no word for it. */
    String label(String name) {
        String said = words.say("desk.detail." + name);
        return said.isEmpty() ? name : said;
    }

    private String told(String name, Object value) {
        if (value instanceof Boolean yes) {
            return words.say(yes ? "desk.yes" : "desk.no");
        }
        if (value instanceof Number number) {
            return number(name, number);
        }
        if (value instanceof Collection<?> many) {
            if (name.equals("waitedFor")) {
                return many.stream()
                        .map(one -> words.ofText("why", String.valueOf(one)).replaceFirst("\\.$", ""))
                        .collect(Collectors.joining("; "));
            }
            return name.equals("changed")
                    ? many.stream().map(one -> words.of("changed", one)).collect(Collectors.joining(", "))
                    : many.stream().map(one -> choice(String.valueOf(one))).collect(Collectors.joining("; "));
        }
        return text(name, value.toString());
    }

    /** A way to make contact, which the journal keeps as {@code EMAIL, friendly, standard (rank 1)}. */
    String choice(String text) {
        Matcher said = CHOICE.matcher(text);
        if (!said.matches()) {
            return text;
        }
        String tone = words.of("tone", said.group(2));
        String style = said.group(3).equals("standard") ? "" : ", " + words.of("style", said.group(3));
        return words.of("channel", said.group(1)) + ", " + tone + style;
    }

    private String number(String name, Number number) {
        if (AMOUNTS.contains(name)) {
            return show.money(new BigDecimal(number.toString()), currency);
        }
        return DAYS.contains(name) ? words.count("desk.days", number) : show.number(number);
    }

    private String text(String name, String text) {
        if (name.equals("chosen")) {
            return choice(text);
        }
        if (KINDS.contains(name) || SAME_WORDS_AS.containsKey(name)) {
            return words.of(SAME_WORDS_AS.getOrDefault(name, name), text);
        }
        if (name.equals("why") && text.matches("[A-Z_]+")) {
            return words.of("reopened", text);
        }
        if (name.equals("reason")) {
            return text.matches("[A-Z_]+") ? words.of("reason", text) : words.ofText("why", text);
        }
        try { // whatever looks like a day need not be one
            if (MOMENT.matcher(text).matches()) {
                return show.moment(Instant.parse(text));
            }
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? show.day(LocalDate.parse(text)) : text;
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
