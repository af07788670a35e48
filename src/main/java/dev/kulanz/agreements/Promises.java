package dev.kulanz.agreements;

import dev.kulanz.agreements.Promise.Source;
import dev.kulanz.agreements.Promise.Status;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.decisions.DecisionFailed;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Promises to pay: while one is open nobody is asked for money. A case has at most one open promise. */
@Component
@Transactional
public class Promises {

    private static final Set<Status> DISAPPOINTING = Set.of(Status.BROKEN, Status.PARTLY_KEPT);

    private final PromiseTable table;
    private final Cases cases;
    private final PromiseRules rules;
    private final PromiseTaking taking;
    private final PromiseConclusion conclusion;
    private final PromiseDays days;
    private final PromiseRest rest;
    private final BusinessClock clock;

    Promises(
            PromiseTable table,
            Cases cases,
            PromiseRules rules,
            PromiseTaking taking,
            PromiseConclusion conclusion,
            PromiseDays days,
            PromiseRest rest,
            BusinessClock clock) {
        this.table = table;
        this.cases = cases;
        this.rules = rules;
        this.taking = taking;
        this.conclusion = conclusion;
        this.days = days;
        this.rest = rest;
        this.clock = clock;
    }

    /**
     * A promise and whether it was made just now.
     *
     * @param isNew false: the same promise was open already, and nothing was done
     */
    public record Made(Promise promise, boolean isNew) {}

    /**
     * Notes a promise; from then on nothing is demanded until it is known what became of it, or, if it is but a small share of
     * what is open, nothing of the items that it pays ({@link Promise#rests}). It takes the place of an open one.
     *
     * @param amount in major units of the case's currency
     * @param day by which he wants to have paid; today is a day, too
     * @throws Refusal if there is no such case, or {@link #terms} stand against it: then with the fields
     *     {@code caseNumber}, {@code amount} or {@code date}
     */
    public Made make(String caseNumber, @Nullable BigDecimal amount, @Nullable LocalDate day, Source source) {
        DunningCase of = cases.lock(caseNumber);
        Optional<Promise> before = open(of.id());
        if (before.isPresent() && before.get().says(amount, day)) {
            return new Made(before.get(), false);
        }
        PromiseLimits limits = rules.limits(of);
        rules.terms(of, limits).check(amount, day);
        PromiseTaking.Wanted wanted =
                new PromiseTaking.Wanted(Objects.requireNonNull(amount), Objects.requireNonNull(day), source);
        // What another system agreed on rests the case, as he was told there.
        int leastShare = source == Source.IMPORT ? 0 : rules.leastShare(of, limits);
        PromiseReach reach = PromiseReach.of(wanted.amount(), rest.askedIn(of, before.orElse(null)), leastShare);
        return new Made(taking.take(of, wanted, reach, before, limits.verdict().asFacts()), true);
    }

    /**
     * Which promises this case may make now.
     *
     * @throws DecisionFailed if the table can't say it; what the caller did else stays
     */
    @Transactional(readOnly = true, noRollbackFor = DecisionFailed.class)
    public PromiseTerms terms(DunningCase of) {
        return rules.terms(of, rules.limits(of));
    }

    /**
     * Looks whether a promise was kept, which ends it. Asked again it changes nothing.
     *
     * @throws IllegalArgumentException if there is no such promise
     * @throws TooEarly if its day has not come, whoever asks
     */
    public Promise judge(UUID id) {
        cases.lock(get(id).caseNumber());
        Promise promise = get(id);
        if (!promise.isOpen()) {
            return promise;
        }
        if (clock.today().isBefore(promise.judgeOn())) {
            throw new TooEarly(promise);
        }
        return conclusion.conclude(promise, promise.judged(table.paidSince(promise)));
    }

    /** The day on which the debtor is still to be reminded of a promise; empty if it is too near, or concluded. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> reminderOf(Promise promise) {
        return promise.isOpen()
                ? days.remindOn(cases.get(promise.caseNumber()), promise.promisedOn())
                : Optional.empty();
    }

    /** What is still to be paid of a promise: never more than its case owes by now. */
    @Transactional(readOnly = true)
    public BigDecimal leftOf(Promise promise) {
        return promise.amount()
                .subtract(table.paidSince(promise))
                .max(BigDecimal.ZERO)
                .min(cases.openAmount(cases.get(promise.caseNumber())));
    }

    /** What rests of an open promise that does not rest the whole case; empty: all of the case does, or it is concluded. */
    @Transactional(readOnly = true)
    public Optional<Promise.Rest> restOf(Promise promise) {
        return rest.of(promise);
    }

    @Transactional(readOnly = true)
    public Optional<Promise> find(UUID id) {
        return table.find(id);
    }

    /** All promises of a case, the oldest first. */
    @Transactional(readOnly = true)
    public List<Promise> ofCase(UUID caseId) {
        return table.ofCase(caseId);
    }

    @Transactional(readOnly = true)
    public Optional<Promise> open(UUID caseId) {
        return ofCase(caseId).stream().filter(Promise::isOpen).findFirst();
    }

    /** The last promise of a case that was broken or partly kept, whatever was promised after it. */
    @Transactional(readOnly = true)
    public Optional<Promise> lastBroken(UUID caseId) {
        return ofCase(caseId).stream()
                .filter(promise -> DISAPPOINTING.contains(promise.status()))
                .max(Comparator.comparing(promise -> Objects.requireNonNull(promise.concludedAt())));
    }

    /** The last promise of a case that we ended before its day. */
    @Transactional(readOnly = true)
    public Optional<Promise> lastWithdrawn(UUID caseId) {
        return ofCase(caseId).stream()
                .filter(promise -> promise.status() == Status.WITHDRAWN)
                .max(Comparator.comparing(promise -> Objects.requireNonNull(promise.concludedAt())));
    }

    private Promise get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no promise " + id));
    }
}
