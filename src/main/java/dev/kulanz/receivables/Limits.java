package dev.kulanz.receivables;

import java.math.BigDecimal;

/**
 * Amounts below which nothing is demanded, in major units of whatever currency is owed; zero: there is no such limit.
 *
 * @param demand less than this is not asked for at all
 * @param letterOrCall less than this is not worth a letter or a call
 * @param handover less than this is not handed over
 * @param goodwill a rest of up to this is closed once money came in
 */
public record Limits(BigDecimal demand, BigDecimal letterOrCall, BigDecimal handover, BigDecimal goodwill) {

    public static final Limits NONE = new Limits(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Unless the creditor says otherwise. */
    static final Limits USUAL = new Limits(
            new BigDecimal("3.00"), new BigDecimal("15.00"), new BigDecimal("50.00"), new BigDecimal("1.00"));

    public Limits {
        if (demand.signum() < 0 || letterOrCall.signum() < 0 || handover.signum() < 0 || goodwill.signum() < 0) {
            throw new IllegalArgumentException(
                    "A limit is not negative: %s, %s, %s, %s".formatted(demand, letterOrCall, handover, goodwill));
        }
    }

    /** The same amounts, however many zeros they are written with. */
    boolean isLike(Limits other) {
        return demand.compareTo(other.demand) == 0
                && letterOrCall.compareTo(other.letterOrCall) == 0
                && handover.compareTo(other.handover) == 0
                && goodwill.compareTo(other.goodwill) == 0;
    }
}
