package dev.kulanz.agreements;

import dev.kulanz.cases.CaseTerms;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.Decisions;
import dev.kulanz.decisions.TableUse;
import dev.kulanz.decisions.TableUse.Answer;
import dev.kulanz.shared.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Finds out which promises a case may make: what is owed, what was promised before, and what the rules allow. */
@Component
class PromiseRules {

    private final Cases cases;
    private final PromiseTable table;
    private final PromiseRest rest;
    private final CaseTerms terms;
    private final Decisions decisions;
    private final BusinessClock clock;

    PromiseRules(
            Cases cases,
            PromiseTable table,
            PromiseRest rest,
            CaseTerms terms,
            Decisions decisions,
            BusinessClock clock) {
        this.cases = cases;
        this.table = table;
        this.rest = rest;
        this.terms = terms;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** A case has one limit, and it is counted with. */
    @Bean
    static TableUse promiseLimitsUse() {
        String wholeNumber = "\\d{1,4}";
        String example = "write a whole number up to 9999, as 2";
        return new TableUse(
                PromiseLimits.DECISION,
                TableUse.Rows.ONE,
                List.of(
                        Answer.number("maxPromises", "limit", wholeNumber, example),
                        Answer.number("maxDaysAhead", "limit", wholeNumber, example),
                        Answer.number(
                                        "leastShare",
                                        "share",
                                        "100|[1-9]?\\d",
                                        "write a share in percent from 0 to 100, as 25")
                                .orAbsent()));
    }

    PromiseLimits limits(DunningCase of) {
        return PromiseLimits.of(of.number(), decisions);
    }

    /** Zero for a case that runs as it did before creditors could say so: then any promise rests all of it. */
    int leastShare(DunningCase of, PromiseLimits limits) {
        return terms.of(of).promisesRestByShare() ? limits.leastShare() : 0;
    }

    PromiseTerms terms(DunningCase of, PromiseLimits limits) {
        Promise before = table.ofCase(of.id()).stream()
                .filter(Promise::isOpen)
                .findFirst()
                .orElse(null);
        LocalDate today = clock.today();
        return new PromiseTerms(
                of.isOpen(),
                cases.openAmount(of),
                of.currency(),
                today,
                today.plusDays(limits.daysAhead()),
                (int) table.ofCase(of.id()).stream().filter(Promise::counts).count(),
                limits.most(),
                PromiseReach.wholeFrom(rest.askedIn(of, before), leastShare(of, limits)));
    }
}
