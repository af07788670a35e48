package dev.kulanz.journey;

import dev.kulanz.cases.LadderStep;
import dev.kulanz.cases.Notices;
import dev.kulanz.cases.Notices.Notice;
import dev.kulanz.contact.CaseContacts;
import dev.kulanz.contact.CaseContacts.SoFar;
import dev.kulanz.contact.Channel;
import dev.kulanz.contact.Choice;
import dev.kulanz.contact.Chooser.Forecast;
import dev.kulanz.intake.NextSteps;
import dev.kulanz.journey.Ladder.Place;
import dev.kulanz.journey.Ladder.Rung;
import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
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
    private final BusinessCalendar calendar;
    private final BusinessClock clock;

    UpcomingSteps(
            OverdueAccounts accounts,
            Notices notices,
            LeftOutSteps leftOutSteps,
            CaseContacts contacts,
            Ladders ladders,
            RuleForecast rules,
            BusinessCalendar calendar,
            BusinessClock clock) {
        this.accounts = accounts;
        this.notices = notices;
        this.leftOutSteps = leftOutSteps;
        this.contacts = contacts;
        this.ladders = ladders;
        this.rules = rules;
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
        Map<String, Ladder> drawn = new HashMap<>();
        Map<String, Boolean> known = new HashMap<>();
        Map<UUID, NextStep> next = new HashMap<>();
        for (OverdueAccount account : overdue) {
            if (account.isForgiven()) {
                continue;
            }
            SoFar soFar = account.caseId() == null
                    ? CaseContacts.NOTHING
                    : sent.getOrDefault(account.caseId(), CaseContacts.NOTHING);
            Outlook outlook = new Outlook(account, day -> account.factsOn(day, soFar));
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
                    ? firstContact(account)
                    : place.since().plus(ladder.after(place).gap());
            step(outlook, ladder, place.index() + 1, due, BusinessCalendar.opening(last.plusDays(1)))
                    .ifPresent(step -> next.put(account.accountId(), step));
        }
        return next;
    }

    /** An account, and the facts of it that each day will find. */
    private record Outlook(OverdueAccount account, Function<LocalDate, Map<String, Object>> facts) {

        Map<String, Object> factsAt(Instant moment) {
            return facts.apply(LocalDate.ofInstant(moment, BusinessClock.ZONE));
        }
    }

    private boolean hasWay(Outlook outlook, LadderStep step) {
        Map<String, Object> facts = outlook.facts().apply(clock.today());
        return step.isNotice()
                && rules.contact(
                                        step,
                                        facts,
                                        outlook.account().creditorId(),
                                        owed(facts),
                                        outlook.account().limits())
                                .choice()
                        != null;
    }

    private String journey(Outlook outlook, Map<String, Boolean> known) {
        return Optional.ofNullable(outlook.account().journey())
                .orElseGet(() -> rules.ladder(outlook.facts().apply(firstDay(outlook.account())), known));
    }

    /** The day on which its case chooses its ladder. */
    private LocalDate firstDay(OverdueAccount account) {
        return Collections.max(List.of(clock.today(), account.oldest().dueDate().plusDays(1)));
    }

    private Instant firstContact(OverdueAccount account) {
        LocalDate allowed = account.oldest().firstContact();
        LocalDate overdue = account.oldest().dueDate().plusDays(1);
        Instant due = BusinessCalendar.opening(Stream.of(allowed, overdue, account.firstContact())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow());
        return account.lastDayGiven() == null
                ? due
                : Collections.max(List.of(due, calendar.patienceUntil(account.lastDayGiven())));
    }

    /** The next step that fits; one that does not is left out, and the ladder waits on, unless a hand-over rests on it. */
    private Optional<NextStep> step(Outlook outlook, Ladder ladder, int from, Instant first, Instant end) {
        Instant due = Collections.max(List.of(clock.instant(), first));
        for (int i = from; i < ladder.rungs().size() && due.isBefore(end); i++) {
            Rung rung = ladder.rungs().get(i);
            due = i == from ? due : due.plus(rung.gap());
            LadderStep step = rung.step();
            if (step == LadderStep.HANDOVER_DECISION) {
                return Optional.empty(); // a person decides; nobody is contacted
            }
            BigDecimal least = outlook.account().limits().demand();
            Optional<Instant> enough = enough(outlook, least, due, end);
            if (enough.isEmpty()) {
                return waiting(step, due, end, least);
            }
            due = enough.get();
            Map<String, Object> facts = outlook.factsAt(due);
            if (rules.fits(step, facts)) {
                Optional<NextStep> taken = taken(outlook, step, facts, due, end);
                if (taken.isPresent() || step != LadderStep.VOICEBOT_CALL) {
                    return taken;
                }
            } else if (!step.mayBeLeftOut()) {
                return Optional.empty(); // the ladder comes back to it; nobody is contacted
            }
        }
        return Optional.empty();
    }

    /** Empty if a call is not made; the ladder then goes on. */
    private Optional<NextStep> taken(
            Outlook outlook, LadderStep step, Map<String, Object> facts, Instant due, Instant end) {
        OverdueAccount account = outlook.account();
        Instant patient = Collections.max(List.of(due, step.isNotice() ? patience(account) : due));
        if (step == LadderStep.VOICEBOT_CALL) {
            return rules.calls(account.creditorId(), owed(facts), account.limits())
                    ? Optional.of(new NextStep(step.id(), patient, Channel.VOICE.name(), null))
                    : Optional.empty();
        }
        Forecast contact = rules.contact(step, facts, account.creditorId(), owed(facts), account.limits());
        if (!contact.waitsForMore()) {
            Choice choice = contact.choice();
            return Optional.of(new NextStep(
                    step.id(), patient, choice == null ? null : choice.channel().name(), null));
        }
        BigDecimal least = account.limits().letterOrCall();
        Optional<Instant> enough = enough(outlook, least, due, end);
        return enough.isEmpty()
                ? waiting(step, due, end, least)
                : taken(outlook, step, outlook.factsAt(enough.get()), enough.get(), end);
    }

    private static Optional<NextStep> waiting(LadderStep step, Instant due, Instant end, BigDecimal least) {
        return due.isBefore(end) ? Optional.of(new NextStep(step.id(), due, null, least)) : Optional.empty();
    }

    /** The first moment from one on at which so much can be asked for; the ladder looks each day. */
    private static Optional<Instant> enough(Outlook outlook, BigDecimal least, Instant from, Instant end) {
        if (!isLess(outlook, from, least)) {
            return Optional.of(from);
        }
        return Stream.iterate(
                        from.plus(1, ChronoUnit.DAYS), day -> day.isBefore(end), day -> day.plus(1, ChronoUnit.DAYS))
                .filter(day -> !isLess(outlook, day, least))
                .findFirst();
    }

    private static boolean isLess(Outlook outlook, Instant moment, BigDecimal least) {
        return least.signum() > 0 && owed(outlook.factsAt(moment)).compareTo(least) < 0;
    }

    private static BigDecimal owed(Map<String, Object> facts) {
        return (BigDecimal) Objects.requireNonNull(facts.get("openAmount"));
    }

    private Instant patience(OverdueAccount account) {
        return account.lastPayBy() == null ? Instant.EPOCH : calendar.patienceUntil(account.lastPayBy());
    }
}
