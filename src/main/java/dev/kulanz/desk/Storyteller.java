package dev.kulanz.desk;

import dev.kulanz.decisions.RuleNotes;
import dev.kulanz.journal.JournalEntry;
import dev.kulanz.shared.LocalFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
            Map.entry("StepLeftOut", "pause"),
            Map.entry("BlockPlaced", "pause"),
            Map.entry("BlockLifted", "state"),
            Map.entry("OrderEventTaken", "state"),
            Map.entry("CaseBeginsBlocked", "pause"),
            Map.entry("ServiceMessageWithheld", "pause"),
            Map.entry("PromiseMade", "person"),
            Map.entry("PromiseKept", "money"),
            Map.entry("PromisePartlyKept", "money"),
            Map.entry("PromiseBroken", "trouble"),
            Map.entry("PromiseReplaced", "state"),
            Map.entry("PromiseLapsed", "state"),
            Map.entry("PromiseWithdrawn", "state"),
            Map.entry("PaymentBooked", "money"),
            Map.entry("CreditUsed", "money"),
            Map.entry("RestForgiven", "money"),
            Map.entry("RestOwedAgain", "trouble"),
            Map.entry("WaitsForMore", "pause"),
            Map.entry("CreditNoteUsed", "money"),
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

    /** For machines. */
    private static final Set<String> HIDDEN = Set.of("contact", "payment", "promise", "currency", "importId", "rows");

    /** What a person wrote himself. */
    private static final List<String> QUOTES = List.of("text", "comment", "note", "draft");

    private final String currency;
    private final RuleNotes notes;
    private final LocalFormat show;
    private final Words words;

    /** @param currency of the case */
    Storyteller(String currency, RuleNotes notes, LocalFormat show, Words words) {
        this.currency = currency;
        this.notes = notes;
        this.show = show;
        this.words = words;
    }

    TimelineEntry tell(JournalEntry entry) {
        Map<String, Object> told = Changes.only(entry.facts());
        FactWords facts = new FactWords(told, currency, show, words);
        Object contact = told.get("contact");
        Optional<Object> quote =
                QUOTES.stream().map(told::get).filter(Objects::nonNull).findFirst();
        String pattern = pattern(entry);
        return new TimelineEntry(
                entry.at(),
                entry.actor().equals("system") ? null : entry.actor(),
                LOOKS.getOrDefault(entry.kind(), "state"),
                pattern.isEmpty() ? spaced(entry.kind()) + "." : Sentence.fill(pattern, facts::of),
                quote.map(Object::toString).orElse(null),
                details(entry, pattern, facts),
                contact == null || entry.kind().equals("ContactCancelled") ? null : contact.toString());
    }

    /** A choice of nothing is another sentence than a choice, and each rule table says what it decided in its own. */
    private String pattern(JournalEntry entry) {
        String kind = "desk.story." + entry.kind();
        if ("nothing".equals(entry.facts().get("chosen"))) {
            return words.say(kind + ".nothing");
        }
        String decision = kind + "." + entry.facts().get("decision");
        String outcome = decision + "." + RuleAnswers.of(entry.facts()).outcome();
        return Stream.of(outcome, decision, kind)
                .map(words::say)
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Why something was decided; and all that is known of what there is no sentence for. */
    private List<TimelineEntry.Detail> details(JournalEntry entry, String pattern, FactWords facts) {
        if ("decision".equals(LOOKS.get(entry.kind()))) {
            return new Explanation(entry.facts(), facts, notes, words).told(pattern);
        }
        if (!pattern.isEmpty()) {
            return List.of();
        }
        return entry.facts().keySet().stream()
                .filter(name -> !HIDDEN.contains(name) && !QUOTES.contains(name))
                .sorted()
                .map(name -> TimelineEntry.Detail.of(label(name, facts), String.valueOf(facts.of(name))))
                .toList();
    }

    private static String label(String name, FactWords facts) {
        String said = facts.label(name);
        return said.equals(name) ? spaced(name) : said;
    }

    /** ContactPointAdded → Contact point added */
    private static String spaced(String name) {
        String lower = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
