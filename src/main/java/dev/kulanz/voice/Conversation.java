package dev.kulanz.voice;

import dev.kulanz.contact.CallOutcome;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One conversation: takes what the other side says and answers what to say next. It knows no telephone and changes
 * nothing; what was agreed stands in its {@link #ending()}.
 *
 * <p>The first sentence says that a machine speaks (Art. 50(1) AI Act) and that a person can be asked for; before it is
 * proved who listens there is no word of what is owed (Art. 5(1)(f) GDPR).
 */
final class Conversation {

    private enum Question {
        NAME,
        PRESENCE,
        FETCH,
        WAITING,
        PROOF,
        DAY,
        CONFIRMATION
    }

    /**
     * Something to say, and whether that ends the conversation.
     */
    record Turn(String say, boolean ended) {}

    /** How it ended. */
    record Ending(
            CallOutcome outcome,
            boolean told,
            @Nullable LocalDate promised,
            @Nullable Concern concern) {}

    private final Briefing briefing;
    private final Understanding understanding;
    private final Phrases phrases;

    private Question question = Question.NAME;
    private boolean repeated;
    private boolean told;
    private @Nullable LocalDate day;
    private @Nullable Ending ending;

    Conversation(Briefing briefing, Understanding understanding) {
        this.briefing = briefing;
        this.understanding = understanding;
        this.phrases = new Phrases(briefing.language());
    }

    /** The first thing to say. */
    Turn open() {
        return new Turn(
                phrases.say("greeting", briefing.creditor()) + " " + phrases.say("ask.name", briefing.debtor()), false);
    }

    /** What to say to that. */
    Turn hear(String said) {
        Understood understood = understanding.of(said, briefing.today());
        if (understood.concern() != null) {
            return person(understood.concern());
        }
        if (understood.wrongNumber() && !told) {
            return end(CallOutcome.WRONG_NUMBER, null, "wrong-number");
        }
        return switch (question) {
            case NAME -> name(understood);
            case PRESENCE -> presence(understood);
            case FETCH -> fetch(understood);
            case WAITING -> waiting(understood);
            case PROOF -> proof(said);
            case DAY -> day(understood);
            case CONFIRMATION -> confirmation(understood);
        };
    }

    /** Nothing was said. */
    Turn silence() {
        if (question == Question.WAITING) {
            return repeated ? end(CallOutcome.NO_ANSWER, null, "another-time") : repeating(phrases.say("waiting"));
        }
        return told || !repeated ? notUnderstood() : end(CallOutcome.NO_ANSWER, null, "goodbye");
    }

    /** The other side hung up, or the line was lost. */
    void broken() {
        if (ending == null) {
            ending = new Ending(told ? CallOutcome.TALKED : CallOutcome.NO_ANSWER, told, null, null);
        }
    }

    /** How it ended; what was agreed before the line broke holds. */
    Ending ending() {
        broken();
        return Objects.requireNonNull(ending);
    }

    private Turn name(Understood understood) {
        if (understood.yes() == null) {
            return notUnderstood();
        }
        return understood.yes() ? ask(Question.PROOF) : ask(Question.PRESENCE);
    }

    private Turn presence(Understood understood) {
        if (understood.yes() == null) {
            return notUnderstood();
        }
        return understood.yes() ? ask(Question.FETCH) : end(CallOutcome.WRONG_NUMBER, null, "wrong-number");
    }

    private Turn fetch(Understood understood) {
        return Boolean.FALSE.equals(understood.yes())
                ? end(CallOutcome.NO_ANSWER, null, "another-time")
                : ask(Question.WAITING);
    }

    /** Whoever comes to the phone now has heard nothing of it yet. */
    private Turn waiting(Understood understood) {
        if (Boolean.FALSE.equals(understood.yes())) {
            return end(CallOutcome.NO_ANSWER, null, "another-time");
        }
        question = Question.NAME;
        repeated = false;
        return open();
    }

    private Turn proof(String said) {
        if (briefing.isProvedBy(said)) {
            told = true;
            Turn asked = ask(Question.DAY);
            return new Turn(phrases.say("thanks") + " " + explanation() + " " + asked.say(), false);
        }
        return repeated ? person(Concern.NOT_IDENTIFIED) : again();
    }

    private Turn day(Understood understood) {
        LocalDate named = understood.day();
        if (named == null) {
            return Boolean.FALSE.equals(understood.yes())
                    ? end(CallOutcome.TALKED, null, "no-promise")
                    : notUnderstood();
        }
        if (briefing.latest() == null) {
            return person(Concern.NO_FURTHER_PROMISE);
        }
        if (named.isBefore(briefing.today()) || named.isAfter(briefing.latest())) {
            return repeated
                    ? person(Concern.NO_FURTHER_PROMISE)
                    : repeating(phrases.say("day.not-possible", phrases.day(briefing.latest())));
        }
        day = named;
        return ask(Question.CONFIRMATION);
    }

    private Turn confirmation(Understood understood) {
        if (understood.day() != null && !understood.day().equals(day)) {
            question = Question.DAY;
            return day(understood);
        }
        if (understood.yes() == null) {
            return notUnderstood();
        }
        return understood.yes() ? end(CallOutcome.PROMISED, null, "promised") : ask(Question.DAY);
    }

    private Turn ask(Question next) {
        question = next;
        repeated = false;
        return new Turn(asked(), false);
    }

    private Turn notUnderstood() {
        return repeated ? person(Concern.NOT_UNDERSTOOD) : again();
    }

    private Turn again() {
        return repeating(phrases.say("again") + " " + asked());
    }

    private Turn repeating(String say) {
        repeated = true;
        return new Turn(say, false);
    }

    private String asked() {
        return switch (question) {
            case NAME -> phrases.say("ask.name", briefing.debtor());
            case PRESENCE -> phrases.say("ask.presence", briefing.debtor());
            case FETCH -> phrases.say("ask.fetch", briefing.debtor());
            case WAITING -> phrases.say("ask.wait");
            case PROOF -> phrases.say(briefing.birthYear() == null ? "ask.reference" : "ask.birth-year");
            case DAY -> phrases.say("ask.day");
            case CONFIRMATION -> phrases.say("ask.confirmation", amount(), phrases.day(Objects.requireNonNull(day)));
        };
    }

    private String explanation() {
        Briefing.Oldest oldest = briefing.oldest();
        int count = briefing.invoices() > 1 ? briefing.invoices() : briefing.parts();
        String owed = phrases.say(owed(), amount(), oldest.invoice(), phrases.day(oldest.due()), count);
        return briefing.askedBy() == null
                ? owed
                : owed + " " + phrases.say("asked-by", phrases.day(briefing.askedBy()));
    }

    /** A part of an invoice is known by its due date alone: on the phone a number of it says less. */
    private String owed() {
        if (briefing.invoices() > 1) {
            return "owed.several";
        }
        return briefing.parts() == 0 ? "owed.one" : briefing.parts() == 1 ? "owed.part" : "owed.parts";
    }

    private String amount() {
        return phrases.money(briefing.amount(), briefing.currency());
    }

    private Turn person(Concern concern) {
        return end(CallOutcome.HUMAN_WANTED, concern, concern.words());
    }

    private Turn end(CallOutcome outcome, @Nullable Concern concern, String words) {
        ending = new Ending(outcome, told, outcome == CallOutcome.PROMISED ? day : null, concern);
        return new Turn(phrases.say(words), true);
    }
}
