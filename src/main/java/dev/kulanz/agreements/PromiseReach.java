package dev.kulanz.agreements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What rests because of a promise. From the least share of what is open on it is the whole case; below that the items that the
 * amount pays in full, the oldest first, as a payment would (§ 366 II BGB).
 *
 * @param items those that rest, if it is not the whole case
 */
record PromiseReach(Promise.Rests rests, List<UUID> items) {

    private static final BigDecimal PER_CENT = new BigDecimal(100);

    /** An item that is asked for, with what is open of it. */
    record Asked(UUID id, BigDecimal open) {}

    /**
     * What rests.
     *
     * @param asked what is open and not blocked for itself, the oldest first
     * @param leastShare in percent; 0: any promise rests the whole case
     */
    static PromiseReach of(BigDecimal promised, List<Asked> asked, int leastShare) {
        if (promised.compareTo(wholeFrom(asked, leastShare)) >= 0) {
            return new PromiseReach(Promise.Rests.CASE, List.of());
        }
        List<UUID> paid = new ArrayList<>();
        BigDecimal left = promised;
        for (Asked item : asked) {
            left = left.subtract(item.open());
            if (left.signum() < 0) {
                break;
            }
            paid.add(item.id());
        }
        return new PromiseReach(paid.isEmpty() ? Promise.Rests.NOTHING : Promise.Rests.ITEMS, List.copyOf(paid));
    }

    /** The least amount that rests the whole case, in major units. */
    static BigDecimal wholeFrom(List<Asked> asked, int leastShare) {
        BigDecimal open = asked.stream().map(Asked::open).reduce(BigDecimal.ZERO, BigDecimal::add);
        return open.multiply(new BigDecimal(leastShare)).divide(PER_CENT, 2, RoundingMode.UP);
    }
}
