package dev.kulanz.agreements;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.Decisions;
import dev.kulanz.shared.BusinessClock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Finds out which promises a case may make: what is owed, what was promised before, and what the rules allow. */
@Component
class PromiseRules {

    private final Cases cases;
    private final PromiseTable table;
    private final Decisions decisions;
    private final BusinessClock clock;

    PromiseRules(Cases cases, PromiseTable table, Decisions decisions, BusinessClock clock) {
        this.cases = cases;
        this.table = table;
        this.decisions = decisions;
        this.clock = clock;
    }

    PromiseLimits limits(DunningCase of) {
        return PromiseLimits.of(of.number(), decisions);
    }

    PromiseTerms terms(DunningCase of, PromiseLimits limits) {
        LocalDate today = clock.today();
        return new PromiseTerms(
                of.isOpen(),
                cases.openAmount(of),
                of.currency(),
                today,
                today.plusDays(limits.daysAhead()),
                table.ofCase(of.id()).size(),
                limits.most());
    }
}
