package dev.kulanz.agreements;

import dev.kulanz.shared.Amounts;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which promises a case may make at this moment.
 *
 * @param owed the most that can be promised, in major units of the currency
 * @param earliest today: who pays at once may promise that, too
 * @param latest the last day that the rules allow
 * @param made promises of the case so far that count
 * @param most promises that the rules allow
 * @param wholeFrom the least amount that rests the whole case; below it only the items that it pays in full rest, the oldest
 *     first. Zero: any amount rests all
 */
public record PromiseTerms(
        boolean caseIsOpen,
        BigDecimal owed,
        String currency,
        LocalDate earliest,
        LocalDate latest,
        int made,
        int most,
        BigDecimal wholeFrom) {

    private static final BigDecimal EXAMPLE = new BigDecimal("49");

    /** Whether any promise would be taken. */
    public boolean allowAny() {
        return caseIsOpen && made < most;
    }

    /** Everything that stands against this promise; empty if it can be taken. */
    public List<Objection> objections(@Nullable BigDecimal amount, @Nullable LocalDate day) {
        List<Objection> found = new ArrayList<>();
        if (!caseIsOpen) {
            found.add(Objection.CASE_NOT_OPEN);
        } else if (made >= most) {
            found.add(Objection.TOO_MANY);
        }
        if (amount != null && caseIsOpen && amount.compareTo(owed) > 0) {
            found.add(Objection.MORE_THAN_OWED);
        } else if (amount == null || amount.signum() <= 0 || !Amounts.fits(amount, currency)) {
            found.add(Objection.NOT_AN_AMOUNT);
        }
        if (day == null) {
            found.add(Objection.NO_DAY);
        } else if (day.isBefore(earliest)) {
            found.add(Objection.IN_THE_PAST);
        } else if (day.isAfter(latest)) {
            found.add(Objection.TOO_FAR_AHEAD);
        }
        return found;
    }

    void check(@Nullable BigDecimal amount, @Nullable LocalDate day) {
        List<FieldError> errors = objections(amount, day).stream()
                .map(objection -> new FieldError(objection.field(), sentence(objection)))
                .toList();
        if (!errors.isEmpty()) {
            throw Refusal.unacceptable(
                    errors.size() == 1 ? errors.get(0).message() : "This promise can't be taken.", errors);
        }
    }

    /** What to tell who made the promise. */
    public String sentence(Objection objection) {
        return switch (objection) {
            case CASE_NOT_OPEN -> "The case is closed: there is nothing to promise.";
            case TOO_MANY ->
                "%d promises were made in this case, and %d are allowed: please agree on something else."
                        .formatted(made, most);
            case NOT_AN_AMOUNT ->
                "Please give an amount greater than zero with no more decimals than %s has, e.g. %s."
                        .formatted(currency, Amounts.plain(EXAMPLE, currency));
            case MORE_THAN_OWED ->
                "Only %s %s is owed: please promise at most that.".formatted(Amounts.plain(owed, currency), currency);
            case NO_DAY -> "Please give the day by which it will be paid, e.g. %s.".formatted(earliest.plusDays(7));
            case IN_THE_PAST -> "A promise is about today or later: please give a day from %s on.".formatted(earliest);
            case TOO_FAR_AHEAD -> "That is too far ahead: please give a day up to %s.".formatted(latest);
        };
    }
}
