package dev.kulanz.journey;

import dev.kulanz.contact.CaseContacts.SoFar;
import dev.kulanz.receivables.Limits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account on which something is overdue now or within the days that are looked at.
 *
 * @param open what is open and not blocked itself, the oldest first; never empty
 * @param journey id of the process its case runs through; null if it does not run yet
 * @param ladder the definition that runs for its case; null if none does
 * @param caseId null if it has no open case yet
 * @param firstContact the day before which its case is not contacted; null if it has none yet
 * @param lastPayBy the last day that was given, in what counts, for anything still open
 * @param lastDayGiven the last day that was ever given for the oldest item, also before its due date moved
 * @param itemsOfDebtor how many items the creditor knows of the debtor, paid or not
 * @param limits below which nothing is demanded in its currency
 * @param rests something was paid of each open item
 * @param facts what rules may ask and no day changes
 */
record OverdueAccount(
        UUID accountId,
        String creditorId,
        List<Item> open,
        @Nullable String journey,
        @Nullable String ladder,
        @Nullable UUID caseId,
        @Nullable LocalDate firstContact,
        @Nullable LocalDate lastPayBy,
        @Nullable LocalDate lastDayGiven,
        int itemsOfDebtor,
        Limits limits,
        boolean rests,
        Map<String, Object> facts) {

    /**
     * Something that is open.
     *
     * @param firstContact the day from which he may be told of it for the first time
     * @param told whether the debtor had a notice of it
     */
    record Item(UUID id, LocalDate dueDate, LocalDate firstContact, BigDecimal amount, boolean told) {}

    Item oldest() {
        return open.get(0);
    }

    /** It is so small a rest that it is closed. */
    boolean isForgiven() {
        return rests
                && open.stream()
                                .map(Item::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(limits.goodwill())
                        <= 0;
    }

    /** What the case's facts will be on a day to come, if nobody pays and nothing is sent until then. */
    Map<String, Object> factsOn(LocalDate day, SoFar sent) {
        List<Item> overdue =
                open.stream().filter(item -> item.dueDate().isBefore(day)).toList();
        List<Item> demandable = overdue.stream()
                .filter(item -> item.told() || !item.firstContact().isAfter(day))
                .toList();
        List<Item> counted = demandable.isEmpty() ? overdue : demandable;
        Map<String, Object> all = new HashMap<>(facts);
        all.putAll(sent.asFacts());
        all.put("openAmount", counted.stream().map(Item::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        all.put("openItems", counted.size());
        all.put(
                "daysOverdue",
                counted.isEmpty()
                        ? 0
                        : (int) ChronoUnit.DAYS.between(counted.get(0).dueDate(), day));
        all.put("isFirstPurchase", itemsOfDebtor == overdue.size());
        all.computeIfPresent("hasAddress", (name, known) -> known.equals(true) && !sent.letterCameBack());
        return all;
    }
}
