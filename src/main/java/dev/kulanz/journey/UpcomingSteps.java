package dev.kulanz.journey;

import dev.kulanz.cases.LadderStep;
import dev.kulanz.cases.Notices;
import dev.kulanz.cases.Notices.Notice;
import dev.kulanz.contact.CaseContacts;
import dev.kulanz.contact.CaseContacts.SoFar;
import dev.kulanz.intake.NextSteps;
import dev.kulanz.journey.Ladder.Place;
import dev.kulanz.journey.Ladder.Rung;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Says before an import what the ladders will do after it, in few statements for any number of accounts. The rules are
 * asked as the ladder will ask them, with the facts of the day on which the step is due.
 */
@Component
class UpcomingSteps implements NextSteps {

    private final OverdueAccounts accounts;
    private final Notices notices;
    private final LeftOutSteps leftOutSteps;
    private final CaseContacts contacts;
    private final Ladders ladders;
    private final RuleForecast rules;
    private final Creditors creditors;
    private final BusinessCalendar calendar;
    private final BusinessClock clock;

    UpcomingSteps(
            OverdueAccounts accounts,
            Notices notices,
            LeftOutSteps leftOutSteps,
            CaseContacts contacts,
            Ladders ladders,
            RuleForecast rules,
            Creditors creditors,
            BusinessCalendar calendar,
            BusinessClock clock) {
        this.accounts = accounts;
        this.notices = notices;
        this.leftOutSteps = leftOutSteps;
        this.contacts = contacts;
        this.ladders = ladders;
        this.rules = rules;
        this.creditors = creditors;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Map<UUID, NextStep> until(LocalDate last, String creditorId) {
        List<OverdueAccount> overdue = accounts.of(creditorId, last);
        List<UUID> items =
                overdue.stream().map(account -> account.oldest().id()).toList();
        Map<UUID, List<Notice>> told = notices.ofItems(items);
        Map<UUID, List<LeftOut>> leftOut = leftOutSteps.ofItems(items);
        Map<UUID, SoFar> sent = contacts.of(overdue.stream()
                .map(OverdueAccount::caseId)
                .filter(Objects::nonNull)
                .toList());
        int firstContactDays = creditors.recent(creditorId).firstContactDays();
        Map<String, Ladder> drawn = new HashMap<>();
        Map<String, Boolean> known = new HashMap<>();
        Map<UUID, NextStep> next = new HashMap<>();
        for (OverdueAccount account : overdue) {
            SoFar soFar = account.caseId() == null
                    ? CaseContacts.NOTHING
                    : sent.getOrDefault(account.caseId(), CaseContacts.NOTHING);
            Outlook outlook = new Outlook(account, day -> account.factsOn(day, firstContactDays, soFar));
            Ladder ladder = account.ladder() == null
                    ? drawn.computeIfAbsent(journey(outlook, known), ladders::latest)
                    : ladders.ofDefinition(account.ladder());
            UUID oldest = account.oldest().id();
            Past past = new Past(told.getOrDefault(oldest, List.of()), leftOut.getOrDefault(oldest, List.of()));
            if (past.endsWithout(LadderStep.FINAL_NOTICE)) {
                continue; // it stands at the hand-over, which a person decides on; nobody is contacted
            }
            Place place = ladder.placeAfter(past, step -> hasWay(outlook, step));
            Instant due = place.since() == null
                    ? firstContact(account, firstContactDays)
                    : place.since().plus(ladder.after(place).gap());
            step(outlook, ladder, place.index() + 1, due, BusinessCalendar.opening(last.plusDays(1)))
                    .ifPresent(step -> next.put(account.accountId(), step));
        }
        return next;
    }

    /** An account, and the facts of it that each day will find. */
    private record Outlook(OverdueAccount account, Function<LocalDate, Map<String, Object>> facts) {}

    private boolean hasWay(Outlook outlook, LadderStep step) {
        Map<String, Object> facts = outlook.facts().apply(clock.today());
        return step.isNotice() && rules.channel(step, facts, outlook.account().creditorId()) != null;
    }

    private String journey(Outlook outlook, Map<String, Boolean> known) {
        return Optional.ofNullable(outlook.account().journey())
                .orElseGet(() -> rules.ladder(outlook.facts().apply(firstDay(outlook.account())), known));
    }

    /** The day on which its case chooses its ladder. */
    private LocalDate firstDay(OverdueAccount account) {
        return Collections.max(List.of(clock.today(), account.oldest().dueDate().plusDays(1)));
    }

    private Instant firstContact(OverdueAccount account, int firstContactDays) {
        LocalDate allowed = account.oldest().dueDate().plusDays(Math.max(firstContactDays, 1));
        Instant due = BusinessCalendar.opening(
                account.firstContact() == null ? allowed : Collections.max(List.of(allowed, account.firstContact())));
        return account.lastDayGiven() == null
                ? due
                : Collections.max(List.of(due, calendar.patienceUntil(account.lastDayGiven())));
    }

    /** The next step that fits; one that does not is left out, and the ladder waits on, unless a hand-over rests on it. */
    private Optional<NextStep> step(Outlook outlook, Ladder ladder, int from, Instant first, Instant end) {
        String creditor = outlook.account().creditorId();
        Instant due = Collections.max(List.of(clock.instant(), first));
        for (int i = from; i < ladder.rungs().size() && due.isBefore(end); i++) {
            Rung rung = ladder.rungs().get(i);
            due = i == from ? due : due.plus(rung.gap());
            if (rung.step() == LadderStep.HANDOVER_DECISION) {
                return Optional.empty(); // a person decides; nobody is contacted
            }
            Map<String, Object> facts = outlook.facts().apply(LocalDate.ofInstant(due, BusinessClock.ZONE));
            if (rules.fits(rung.step(), facts)) {
                String channel = rules.channel(rung.step(), facts, creditor);
                if (channel != null || rung.step() != LadderStep.VOICEBOT_CALL) {
                    Instant patient = rung.step().isNotice() ? patience(outlook.account()) : due;
                    return Optional.of(new NextStep(rung.step().id(), Collections.max(List.of(due, patient)), channel));
                }
            } else if (!rung.step().mayBeLeftOut()) {
                return Optional.empty(); // the ladder comes back to it; nobody is contacted
            }
        }
        return Optional.empty();
    }

    private Instant patience(OverdueAccount account) {
        return account.lastPayBy() == null ? Instant.EPOCH : calendar.patienceUntil(account.lastPayBy());
    }
}
