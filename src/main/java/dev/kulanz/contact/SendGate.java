package dev.kulanz.contact;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.CaseTerms;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.ContactPoints;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.receivables.Debtor;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.receivables.Representative;
import dev.kulanz.shared.BusinessClock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The last look before a message goes out, under the locks of debtor, account and case. */
@Component
class SendGate {

    static final String BLOCKED = "blocked";
    static final String NO_CONTACT_POINT = "no usable contact point";
    static final String UNWRITABLE = "our letters can't show all of it, or the address finds no room in the window";
    static final String NO_TELEPHONE = "no telephony provider";
    static final String TOO_LITTLE = "too little is owed";
    static final String NOT_WORTH_THE_WAY = "too little is owed for a letter or a call";
    private static final String CAME_BACK = "the case has come back since";
    private static final String NOTHING_TO_DEMAND = "no item can be demanded now";
    private static final String OTHER_STEP = "the case stands at another step now";
    private static final String NO_DAY_TO_GIVE = "there is nothing to give a day for any more";

    private static final Set<BlockReason> TELLS_OF_RETURNS =
            EnumSet.of(BlockReason.DISPUTE, BlockReason.UNCLEAR_PAYMENT);

    private final CaseItems caseItems;
    private final CaseTerms terms;
    private final Blocks blocks;
    private final ContactPoints contactPoints;
    private final Creditors creditors;
    private final OccasionFacts occasions;
    private final PastOccasions pastOccasions;
    private final ServiceAddressees addressees;
    private final Pacing pacing;
    private final CallHours callHours;
    private final ObjectProvider<StepGuard> guard;
    private final Divisions divisions;
    private final BusinessClock clock;

    SendGate(
            CaseItems caseItems,
            CaseTerms terms,
            Blocks blocks,
            ContactPoints contactPoints,
            Creditors creditors,
            OccasionFacts occasions,
            PastOccasions pastOccasions,
            ServiceAddressees addressees,
            Pacing pacing,
            CallHours callHours,
            BusinessClock clock,
            ObjectProvider<StepGuard> guard,
            Divisions divisions) {
        this.divisions = divisions;
        this.guard = guard;
        this.caseItems = caseItems;
        this.terms = terms;
        this.blocks = blocks;
        this.contactPoints = contactPoints;
        this.creditors = creditors;
        this.occasions = occasions;
        this.pastOccasions = pastOccasions;
        this.addressees = addressees;
        this.pacing = pacing;
        this.callHours = callHours;
        this.clock = clock;
    }

    /** What the gate says. */
    sealed interface Answer {

        /**
         * Go: to this recipient, about these items.
         *
         * @param instead who is written to in the debtor's place; null: the debtor himself
         */
        record Open(
                String recipient,
                List<ItemBalance> items,
                @Nullable Representative instead) implements Answer {}

        /** Not before these are over. */
        record NotYet(Waits waits) implements Answer {}

        /** Not at all. */
        record Closed(String reason) implements Answer {}
    }

    Answer ask(Contact contact, DunningCase of, Debtor to) {
        if (contact.round() != of.round()) {
            return new Answer.Closed(CAME_BACK);
        }
        List<ItemBalance> items = List.of();
        ServiceAddressees.Addressee addressee = contact.purpose() == Purpose.SERVICE
                ? addressees.of(to.id())
                : new ServiceAddressees.Addressee.Himself();
        if (addressee instanceof ServiceAddressees.Addressee.Nobody nobody) {
            return new Answer.Closed(nobody.why());
        }
        if (contact.purpose() == Purpose.DEMAND) {
            Optional<String> over = PastOccasions.over(of);
            if (over.isPresent()) {
                return new Answer.Closed(over.get());
            }
            if (blocks.isBlocked(of)) {
                return new Answer.Closed(BLOCKED);
            }
            items = caseItems.demandable(of);
            if (items.isEmpty()) {
                return new Answer.Closed(caseItems.due(of).isEmpty() ? NOTHING_TO_DEMAND : TOO_LITTLE);
            }
            List<ItemBalance> told = divisions.told(items);
            if (contact.channel() == Channel.VOICE && !told.isEmpty()) {
                items = told; // what is new to the debtor he reads first
            }
            if (!Ways.isWorth(contact.channel(), CaseItems.sum(items), terms.limits(of))) {
                return new Answer.Closed(NOT_WORTH_THE_WAY);
            }
            boolean looks = contact.what().isEscalation() || (contact.what().repeatsTheDay() && told.isEmpty());
            if (looks && guard.getObject().wouldSkip(of, contact.what())) {
                return new Answer.Closed(OTHER_STEP);
            }
        } else {
            Optional<String> past = pastOccasions.why(contact, of);
            if (past.isPresent()) {
                return new Answer.Closed(past.get());
            }
            if (contact.payDays() != null) {
                Occasion about = occasions.of(contact);
                if (!of.isOpen() || about.opened().isEmpty() || isLeftInPeace(of)) {
                    return new Answer.Closed(NO_DAY_TO_GIVE);
                }
                items = blocks.isBlocked(of) ? List.of() : concerned(caseItems.due(of), about);
            }
        }
        Waits waits = pacing.waits(of, to, contact.what());
        if (contact.channel() == Channel.VOICE) {
            waits = callHours.after(waits, clock.instant(), contact.attempt(), to.state());
        }
        if (!waits.all().isEmpty()) {
            return new Answer.NotYet(waits);
        }
        List<ItemBalance> about = items;
        Representative instead = addressee instanceof ServiceAddressees.Addressee.Instead other ? other.who() : null;
        Optional<String> found =
                instead == null ? recipient(contact, to) : ServiceAddressees.recipient(instead, contact.channel());
        if (contact.channel() == Channel.LETTER && found.isPresent() && !canWrite(contact, of, to, instead, about)) {
            return new Answer.Closed(UNWRITABLE);
        }
        return found.<Answer>map(recipient -> new Answer.Open(recipient, about, instead))
                .orElseGet(() -> new Answer.Closed(NO_CONTACT_POINT));
    }

    /**
     * Whoever says that something is wrong, and takes his money back for it, hears that it came back, and so does who waits for
     * a payment to be found; others are left in peace.
     */
    private boolean isLeftInPeace(DunningCase of) {
        return blocks.active(of).stream()
                .anyMatch(block -> block.isOfWholeCase() && !TELLS_OF_RETURNS.contains(block.reason()));
    }

    /** What is due of that which is open again: a day is given for this alone, and none if it is nothing. */
    private static List<ItemBalance> concerned(List<ItemBalance> due, Occasion about) {
        return due.stream()
                .filter(item -> about.opened().containsKey(item.id()))
                .toList();
    }

    private boolean canWrite(
            Contact contact, DunningCase of, Debtor to, @Nullable Representative instead, List<ItemBalance> items) {
        return LetterWriting.canWrite(
                creditors.recent(of.creditorId()),
                to,
                instead,
                items.isEmpty() ? occasions.of(contact).items() : items);
    }

    private Optional<String> recipient(Contact contact, Debtor to) {
        return switch (contact.channel()) {
            case EMAIL -> contactPoints.usable(to.id(), ContactPoint.Kind.EMAIL).map(ContactPoint::value);
            case SMS, WHATSAPP ->
                contactPoints.usable(to.id(), ContactPoint.Kind.MOBILE).map(ContactPoint::value);
            case VOICE -> contactPoints.callable(to.id()).map(ContactPoint::value);
            case LETTER -> Optional.of(to).filter(Debtor::hasAddress).map(SendGate::envelope);
        };
    }

    /** The address of a letter in one line. */
    static String envelope(Debtor to) {
        return "%s, %s, %s %s".formatted(to.name(), to.street(), to.postcode(), to.city());
    }
}
