package dev.kulanz.desk;

import dev.kulanz.journal.JournalEntry;
import dev.kulanz.shared.LocalFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a journal entry as a sentence. The sentences stand under {@code desk.story.<kind>}; a kind that is not there yet
 * gets a general one with all its details.
 */
final class Storyteller {

    private static final Map<String, String> LOOKS = Map.ofEntries(
            Map.entry("ContactSent", "message"),
            Map.entry("CallEnded", "call"),
            Map.entry("ContactChosen", "decision"),
            Map.entry("DecisionMade", "decision"),
            Map.entry("ContactFailed", "trouble"),
            Map.entry("ContactUnknown", "trouble"),
            Map.entry("ContactCancelled", "pause"),
            Map.entry("BlockPlaced", "pause"),
            Map.entry("BlockLifted", "state"),
            Map.entry("PromiseMade", "person"),
            Map.entry("PromiseKept", "money"),
            Map.entry("PromisePartlyKept", "money"),
            Map.entry("PromiseBroken", "trouble"),
            Map.entry("PromiseReplaced", "state"),
            Map.entry("PromiseLapsed", "state"),
            Map.entry("PaymentBooked", "money"),
            Map.entry("CreditUsed", "money"),
            Map.entry("PaymentReturned", "trouble"),
            Map.entry("CaseSettled", "money"),
            Map.entry("CaseReopened", "trouble"),
            Map.entry("CaseWithoutNextAction", "trouble"),
            Map.entry("JourneyStarted", "decision"),
            Map.entry("NoWayForServiceMessage", "trouble"),
            Map.entry("FollowUpSet", "person"),
            Map.entry("FollowUpCleared", "person"),
            Map.entry("NoteAdded", "person"),
            Map.entry("TaskCreated", "person"),
            Map.entry("TaskCompleted", "person"),
            Map.entry("TaskWithdrawn", "state"));

    /** For machines, or said elsewhere: the rows are what was chosen and what was not. */
    private static final Set<String> HIDDEN =
            Set.of("contact", "payment", "promise", "currency", "importId", "rows", "fact.step");

    private static final List<String> ORDER = List.of(
            "step", "chosen", "notChosen", "probability", "decision", "firedRules", "ruleFileHash", "unknownFacts");

    /** What a person wrote himself. */
    private static final List<String> QUOTES = List.of("text", "comment", "draft");

    private final LocalFormat show;
    private final Words words;

    Storyteller(LocalFormat show, Words words) {
        this.show = show;
        this.words = words;
    }

    TimelineEntry tell(JournalEntry entry) {
        FactWords facts = new FactWords(entry.facts(), show, words);
        Object contact = entry.facts().get("contact");
        Optional<Object> quote = QUOTES.stream()
                .map(name -> entry.facts().get(name))
                .filter(Objects::nonNull)
                .findFirst();
        return new TimelineEntry(
                entry.at(),
                entry.actor().equals("system") ? null : entry.actor(),
                LOOKS.getOrDefault(entry.kind(), "state"),
                sentence(entry, facts),
                quote.map(Object::toString).orElse(null),
                details(entry, facts),
                contact == null || entry.kind().equals("ContactCancelled") ? null : contact.toString());
    }

    private String sentence(JournalEntry entry, FactWords facts) {
        String pattern = words.say("desk.story." + variant(entry));
        return pattern.isEmpty() ? spaced(entry.kind()) + "." : Sentence.fill(pattern, facts::of);
    }

    /** A choice of nothing is another sentence than a choice. */
    private static String variant(JournalEntry entry) {
        boolean nothing = "nothing".equals(entry.facts().get("chosen"));
        return nothing ? entry.kind() + ".nothing" : entry.kind();
    }

    /** Why something was decided; and all that is known of what there is no sentence for. */
    private List<TimelineEntry.Detail> details(JournalEntry entry, FactWords facts) {
        boolean told = !words.say("desk.story." + entry.kind()).isEmpty();
        if (told && !"decision".equals(LOOKS.get(entry.kind()))) {
            return List.of();
        }
        return entry.facts().keySet().stream()
                .filter(name -> !HIDDEN.contains(name) && !QUOTES.contains(name))
                .sorted(Comparator.comparingInt(Storyteller::place).thenComparing(Comparator.naturalOrder()))
                .map(name -> new TimelineEntry.Detail(label(name), String.valueOf(facts.of(name))))
                .toList();
    }

    /** First what was decided, then by which rules, last from which facts. */
    private static int place(String name) {
        int known = ORDER.indexOf(name);
        return known >= 0 ? known : name.startsWith("fact.") ? ORDER.size() + 1 : ORDER.size();
    }

    /** {@code fact.daysOverdue} is a fact that a rule asked for, under its name in the rules. */
    private String label(String name) {
        @Nullable String fact = name.startsWith("fact.") ? name.substring("fact.".length()) : null;
        String said = words.say("desk.detail." + (fact == null ? name : fact));
        return said.isEmpty() ? (fact == null ? spaced(name) : fact) : said;
    }

    /** ContactPointAdded → Contact point added */
    private static String spaced(String name) {
        String lower = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
        return lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
