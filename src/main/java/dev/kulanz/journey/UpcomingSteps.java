package dev.kulanz.journey;

import dev.kulanz.cases.LadderStep;
import dev.kulanz.cases.Notices;
import dev.kulanz.cases.Notices.Notice;
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
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Says before an import what the ladders will do after it, in few statements for any number of accounts. Rules are asked
 * with what is known of the account; what only a case has, as its failed messages, is taken as none.
 */
@Component
class UpcomingSteps implements NextSteps {

    private final RemindedAccounts accounts;
    private final Notices notices;
    private final Ladders ladders;
    private final RuleForecast rules;
    private final Creditors creditors;
    private final BusinessCalendar calendar;
    private final BusinessClock clock;

    UpcomingSteps(
            RemindedAccounts accounts,
            Notices notices,
            Ladders ladders,
            RuleForecast rules,
            Creditors creditors,
            BusinessCalendar calendar,
            BusinessClock clock) {
        this.accounts = accounts;
        this.notices = notices;
        this.ladders = ladders;
        this.rules = rules;
        this.creditors = creditors;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Map<UUID, NextStep> until(LocalDate last, String creditorId) {
        List<RemindedAccount> reminded = accounts.of(creditorId);
        Map<UUID, List<Notice>> told = notices.ofItems(
                reminded.stream().map(RemindedAccount::oldestItem).toList());
        Map<String, Ladder> drawn = new HashMap<>();
        Map<UUID, NextStep> next = new HashMap<>();
        for (RemindedAccount account : reminded) {
            Ladder ladder = account.ladder() == null
                    ? drawn.computeIfAbsent(journey(account), ladders::latest)
                    : ladders.ofDefinition(account.ladder());
            Place place = ladder.placeAfter(told.getOrDefault(account.oldestItem(), List.of()));
            step(account, ladder, place, BusinessCalendar.opening(last.plusDays(1)))
                    .ifPresent(step -> next.put(account.accountId(), step));
        }
        return next;
    }

    private String journey(RemindedAccount account) {
        return Optional.ofNullable(account.journey()).orElseGet(() -> rules.ladder(account.facts()));
    }

    /** The next step that fits; one that does not is left out, and the ladder waits on. */
    private Optional<NextStep> step(RemindedAccount account, Ladder ladder, Place place, Instant end) {
        if (place.since() == null) {
            return Optional.empty();
        }
        Instant due = Collections.max(
                List.of(clock.instant(), place.since().plus(ladder.after(place).gap())));
        for (int i = place.index() + 1; i < ladder.rungs().size() && due.isBefore(end); i++) {
            Rung rung = ladder.rungs().get(i);
            due = i == place.index() + 1 ? due : due.plus(rung.gap());
            if (rung.step() == LadderStep.HANDOVER_DECISION) {
                return Optional.empty(); // a person decides; nobody is contacted
            }
            if (rules.fits(rung.step(), account.facts())) {
                Instant patient = Collections.max(List.of(due, rung.step().isNotice() ? patience(account) : due));
                return Optional.of(new NextStep(
                        rung.step().id(),
                        patient,
                        rules.channel(rung.step(), account.facts(), creditors.recent(account.creditorId()))));
            }
        }
        return Optional.empty();
    }

    private Instant patience(RemindedAccount account) {
        return account.lastPayBy() == null ? Instant.EPOCH : calendar.patienceUntil(account.lastPayBy());
    }
}
