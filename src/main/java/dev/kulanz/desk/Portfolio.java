package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.PortfolioFigures;
import dev.kulanz.contact.ContactCounts;
import dev.kulanz.journey.OpenTasks;
import dev.kulanz.payments.RecentPayments;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Collects the dashboard's figures. */
@Component
class Portfolio {

    private static final Duration LATELY = Duration.ofDays(7);

    private final PortfolioFigures figures;
    private final ContactCounts contacts;
    private final RecentPayments payments;
    private final OpenTasks tasks;
    private final BusinessClock clock;

    Portfolio(
            PortfolioFigures figures,
            ContactCounts contacts,
            RecentPayments payments,
            OpenTasks tasks,
            BusinessClock clock) {
        this.figures = figures;
        this.contacts = contacts;
        this.payments = payments;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** What the dashboard shows. "Lately" is the last seven days of business time. */
    record Overview(
            PortfolioFigures.Counts cases,
            List<Bar> steps,
            List<Ageing> ageing,
            long contactsLately,
            List<RecentPayments.Sum> paymentsLately,
            long tasks) {

        public boolean isEmpty() {
            return cases.open() == 0 && contactsLately == 0 && paymentsLately.isEmpty();
        }
    }

    /** @param name a step, or "none" */
    record Bar(String name, long count, int percent) {}

    /** What is overdue in one currency, by age; see {@link PortfolioFigures.Aged} for the buckets. */
    record Ageing(String currency, BigDecimal total, List<Aged> buckets) {}

    record Aged(int bucket, BigDecimal amount, long items, int percent) {}

    Overview of(CreditorScope scope) {
        Instant since = clock.instant().minus(LATELY);
        return new Overview(
                figures.counts(scope),
                bars(figures.steps(scope)),
                ageing(figures.ageing(scope)),
                contacts.sentSince(since, scope),
                payments.since(since, scope),
                tasks.count(scope));
    }

    private static List<Bar> bars(List<PortfolioFigures.AtStep> steps) {
        long most =
                steps.stream().mapToLong(PortfolioFigures.AtStep::cases).max().orElse(1);
        return steps.stream()
                .map(at -> new Bar(
                        at.step() == null ? "none" : at.step(),
                        at.cases(),
                        percent(BigDecimal.valueOf(at.cases()), BigDecimal.valueOf(most))))
                .toList();
    }

    private static List<Ageing> ageing(List<PortfolioFigures.Aged> aged) {
        return aged.stream()
                .collect(Collectors.groupingBy(
                        PortfolioFigures.Aged::currency, java.util.TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> ageing(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Ageing ageing(String currency, List<PortfolioFigures.Aged> aged) {
        BigDecimal most = aged.stream()
                .map(PortfolioFigures.Aged::amount)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
        return new Ageing(
                currency,
                aged.stream().map(PortfolioFigures.Aged::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                aged.stream()
                        .map(one -> new Aged(one.bucket(), one.amount(), one.items(), percent(one.amount(), most)))
                        .toList());
    }

    /** At least 1, so that little is seen as something. */
    private static int percent(BigDecimal part, BigDecimal whole) {
        return Math.max(
                1,
                part.movePointRight(2)
                        .divide(whole, java.math.RoundingMode.HALF_UP)
                        .intValue());
    }
}
