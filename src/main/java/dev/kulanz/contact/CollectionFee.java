package dev.kulanz.contact;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a collection agency may normally charge a consumer in Germany: a fee of 0.9 and its expenses (§ 13e RDG, § 13 RVG,
 * VV 2300 and 7002). In euros.
 */
final class CollectionFee {

    private static final BigDecimal UNDISPUTED_TRIFLE = new BigDecimal("50");
    private static final BigDecimal TRIFLE_FEE = new BigDecimal("31.50");
    private static final BigDecimal FIRST_FEE = new BigDecimal("51.50");
    private static final BigDecimal STEP_TO_2000 = new BigDecimal("41.50");
    private static final BigDecimal STEP_TO_10000 = new BigDecimal("59.50");
    private static final BigDecimal RATE = new BigDecimal("0.9");
    private static final BigDecimal EXPENSES = new BigDecimal("0.2");
    private static final BigDecimal MOST_EXPENSES = new BigDecimal("20.00");
    private static final BigDecimal TAX = new BigDecimal("0.19");

    private CollectionFee() {}

    /**
     * The most for this claim; empty above 10,000 euros, where other steps apply.
     *
     * @param withTax with value added tax of 19 % (VV 7008, § 12 I UStG), which is a loss to who can't deduct it
     */
    static Optional<BigDecimal> most(BigDecimal claim, boolean withTax) {
        if (claim.compareTo(new BigDecimal("10000")) > 0) {
            return Optional.empty();
        }
        BigDecimal fee = wholeFee(claim).multiply(RATE).setScale(2, RoundingMode.HALF_UP);
        BigDecimal expenses =
                fee.multiply(EXPENSES).setScale(2, RoundingMode.HALF_UP).min(MOST_EXPENSES);
        BigDecimal net = fee.add(expenses);
        return Optional.of(withTax ? net.add(net.multiply(TAX).setScale(2, RoundingMode.HALF_UP)) : net);
    }

    private static BigDecimal wholeFee(BigDecimal claim) {
        if (claim.compareTo(UNDISPUTED_TRIFLE) <= 0) {
            return TRIFLE_FEE;
        }
        return FIRST_FEE
                .add(STEP_TO_2000.multiply(begun(claim, 500, 2000, 500)))
                .add(STEP_TO_10000.multiply(begun(claim, 2000, 10000, 1000)));
    }

    /** How many steps of this size were begun between two amounts. */
    private static BigDecimal begun(BigDecimal claim, int from, int to, int size) {
        return claim.min(BigDecimal.valueOf(to))
                .subtract(BigDecimal.valueOf(from))
                .max(BigDecimal.ZERO)
                .divide(BigDecimal.valueOf(size), 0, RoundingMode.UP);
    }
}
