package dev.kulanz.receivables;

import dev.kulanz.shared.BusinessCalendar;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a creditor wants of our dunning from a day on. A case keeps the terms that held when its round began, so that what was
 * announced to a debtor stays as it was.
 *
 * @param firstContactBankDays bank days that pass after the due date before the first reminder
 * @param limits in each currency that has none of its own
 * @param limitsByCurrency those of single currencies, by ISO code
 * @param promisesRestByShare whether a promise of less than the least share of what is open rests only what it pays; false: any
 *     promise rests the whole case
 */
public record Terms(
        int firstContactBankDays, Limits limits, Map<String, Limits> limitsByCurrency, boolean promisesRestByShare) {

    /** How it was before there were any: no bank days, no limits. */
    public static final Terms NONE = new Terms(0, Limits.NONE, Map.of(), false);

    /** Unless the creditor says otherwise. */
    static final Terms USUAL = new Terms(3, Limits.USUAL, Map.of(), true);

    public Terms {
        limitsByCurrency = Map.copyOf(limitsByCurrency);
    }

    public Limits in(String currency) {
        return limitsByCurrency.getOrDefault(currency, limits);
    }

    /**
     * The day from which somebody may be reminded of an item for the first time: the creditor's days after the due date, and
     * not before a transfer of the last day is booked. A due date on a Saturday, Sunday or holiday is the next working day
     * (§ 193 BGB), also for who pays on it.
     *
     * @param days of all kinds, from the due date
     * @param state Bundesland of the debtor, whose holidays count
     */
    public LocalDate firstContact(LocalDate due, int days, @Nullable String state, BusinessCalendar calendar) {
        LocalDate byDays = due.plusDays(days);
        if (firstContactBankDays == 0) {
            return byDays;
        }
        LocalDate byBankDays = calendar.plusBankDays(calendar.workingDayFrom(due, state), firstContactBankDays);
        return byDays.isAfter(byBankDays) ? byDays : byBankDays;
    }

    boolean isLike(Terms other) {
        return firstContactBankDays == other.firstContactBankDays
                && promisesRestByShare == other.promisesRestByShare
                && limits.isLike(other.limits)
                && limitsByCurrency.keySet().equals(other.limitsByCurrency.keySet())
                && limitsByCurrency.entrySet().stream()
                        .allMatch(one -> one.getValue().isLike(other.in(one.getKey())));
    }
}
