package dev.kulanz.handover;

import java.math.BigDecimal;
import java.util.List;

/**
 * Whether a case can be handed over, and if not, why.
 *
 * @param obstacles keys as the table {@code handover-readiness} names them; none: it can
 * @param claims the open items, the oldest first
 * @param missing what the agency needs and we don't know
 */
public record Readiness(List<String> obstacles, List<Claim> claims, List<MissingField> missing) {

    public Readiness {
        obstacles = List.copyOf(obstacles);
        claims = List.copyOf(claims);
        missing = List.copyOf(missing);
    }

    /**
     * Something that the agency needs and we don't know.
     *
     * @param about an invoice, or the creditor's or debtor's name
     * @param field e.g. {@code contractDate}
     */
    public record MissingField(String about, String field) {}

    public boolean isReady() {
        return obstacles.isEmpty();
    }

    /** The items that would be handed over: those that had both notices themselves, with proof. */
    public List<Claim> ready() {
        return claims.stream().filter(Claim::isReady).toList();
    }

    /** What would be handed over, in major units. */
    public BigDecimal readyAmount() {
        return sum(ready());
    }

    private static BigDecimal sum(List<Claim> claims) {
        return claims.stream().map(Claim::openAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What would be handed over of these; of all while none is ready. */
    static BigDecimal amountOf(List<Claim> claims) {
        List<Claim> ready = claims.stream().filter(Claim::isReady).toList();
        return sum(ready.isEmpty() ? claims : ready);
    }
}
