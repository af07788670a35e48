package dev.kulanz.handover;

import dev.kulanz.access.CurrentUser;
import dev.kulanz.access.User;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseExits;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person decides about a hand-over: a machine never does (Art. 22 GDPR). A refusal changes nothing. */
@Component
@Transactional
public class Releases {

    private final Cases cases;
    private final CaseExits exits;
    private final Blocks blocks;
    private final ReadinessCheck readiness;
    private final ObstacleWords words;
    private final HandoverTable table;
    private final HandoverSettings settings;
    private final CurrentUser user;
    private final Journal journal;

    Releases(
            Cases cases,
            CaseExits exits,
            Blocks blocks,
            ReadinessCheck readiness,
            ObstacleWords words,
            HandoverTable table,
            HandoverSettings settings,
            CurrentUser user,
            Journal journal) {
        this.cases = cases;
        this.exits = exits;
        this.blocks = blocks;
        this.readiness = readiness;
        this.words = words;
        this.table = table;
        this.settings = settings;
        this.user = user;
        this.journal = journal;
    }

    /**
     * Somebody releases the case; above his limit a second person has to confirm.
     *
     * @throws Refusal if anything is missing, with the list; or if somebody else has released it
     */
    public ReleaseOutcome release(String caseNumber, @Nullable String comment) {
        DunningCase of = lockOpen(caseNumber);
        User by = person();
        table.latest(of.id()).filter(Releases::isUnderWay).ifPresent(other -> {
            throw Refusal.conflict(
                    "%s has released case %s already. Nothing was changed.".formatted(other.releasedBy(), caseNumber));
        });
        Readiness now = ready(of);
        boolean alone = settings.mayReleaseAlone(by.role(), now.readyAmount());
        Handover released = table.insert(
                of,
                alone ? Handover.Status.RELEASED : Handover.Status.TO_CONFIRM,
                now.readyAmount(),
                by.name(),
                comment);
        journal.record(Cases.inCase(alone ? "HandoverReleased" : "HandoverNeedsSecondPerson", of)
                .with("amount", released.amount())
                .with("currency", of.currency()));
        return alone ? ReleaseOutcome.RELEASED : ReleaseOutcome.NEEDS_SECOND_PERSON;
    }

    /**
     * A second person confirms a release.
     *
     * @throws Refusal if it is the same person, nothing waits to be confirmed, or something is missing by now
     */
    public void confirm(String caseNumber) {
        DunningCase of = lockOpen(caseNumber);
        Handover waiting = toConfirm(of);
        User by = person();
        if (by.name().equals(waiting.releasedBy())) {
            throw Refusal.unacceptable(
                    "decision", "You released this case yourself: another person has to confirm it.");
        }
        Readiness now = ready(of);
        if (now.readyAmount().compareTo(waiting.amount()) > 0) {
            throw Refusal.unacceptable(
                    "decision",
                    "More is to be handed over than was released: please decline, so that it is released anew.");
        }
        table.confirmed(waiting, by.name());
        journal.record(Cases.inCase("HandoverConfirmed", of).with("releasedBy", waiting.releasedBy()));
    }

    /** A second person does not confirm: the release is decided anew. */
    public void decline(String caseNumber, String reason) {
        DunningCase of = lockOpen(caseNumber);
        table.answered(toConfirm(of), Handover.Status.DECLINED, reason, null);
        journal.record(Cases.inCase("HandoverDeclined", of).with("why", reason));
    }

    /** The journey has turned elsewhere before a second person could confirm: somebody decides anew when it comes back. */
    public void overtaken(String caseNumber) {
        table.latest(cases.get(caseNumber).id())
                .filter(one -> one.status() == Handover.Status.TO_CONFIRM)
                .ifPresent(one -> table.answered(one, Handover.Status.DECLINED, "The case has moved on.", null));
    }

    /**
     * The case is not handed over now: it rests until a day, then somebody decides again.
     *
     * @param until the last day of rest
     */
    public void giveBack(String caseNumber, LocalDate until, String reason) {
        blocks.place(caseNumber, new Blocks.Wanted(BlockReason.RETURNED, null, until, RestMatter.DECIDED, reason));
    }

    /** What is open is given up. */
    public void writeOff(String caseNumber, String reason) {
        exits.writeOff(lockOpen(caseNumber), reason);
    }

    private DunningCase lockOpen(String caseNumber) {
        DunningCase of = cases.lock(caseNumber);
        if (!of.isOpen()) {
            throw Refusal.conflict("Case %s is %s: there is nothing to decide any more."
                    .formatted(caseNumber, words.ofStatus(of.status())));
        }
        return of;
    }

    private Readiness ready(DunningCase of) {
        Readiness now = readiness.of(of);
        if (!now.isReady()) {
            List<FieldError> missing = words.sentences(now).stream()
                    .map(sentence -> new FieldError("decision", sentence))
                    .toList();
            throw Refusal.unacceptable(
                    "The case can't be handed over yet: "
                            + String.join(
                                    " ",
                                    missing.stream().map(FieldError::message).toList()),
                    missing);
        }
        if (now.ready().isEmpty()) {
            throw Refusal.unacceptable("decision", "No open item had Mahnung and final notice with proof.");
        }
        return now;
    }

    private User person() {
        return user.user()
                .orElseThrow(() -> Refusal.unacceptable("decision", "A person who is logged in has to decide this."));
    }

    private Handover toConfirm(DunningCase of) {
        Optional<Handover> waiting = table.latest(of.id()).filter(one -> one.status() == Handover.Status.TO_CONFIRM);
        return waiting.orElseThrow(
                () -> Refusal.conflict("No release of case %s waits to be confirmed.".formatted(of.number())));
    }

    private static boolean isUnderWay(Handover one) {
        return one.status().isAtAgency()
                || one.status() == Handover.Status.RELEASED
                || one.status() == Handover.Status.TO_CONFIRM;
    }
}
