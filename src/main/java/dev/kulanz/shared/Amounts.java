package dev.kulanz.shared;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How many digits an amount of money may have. Asked before anything else is done with a number from outside: {@code
 * 1e150000000} is read at once, and fills the memory when it is written out.
 */
public final class Amounts {

    /** What to tell where {@link #fits} says no. */
    public static final Said DIGITS =
            Said.of("payment.digits", "An amount has at most two decimals and twelve digits before them.");

    private static final int BEFORE_THE_POINT = 12;
    private static final int DECIMALS = 2;
    private static final int LONGEST = 30;

    private Amounts() {}

    /** The number in JSON's spelling; empty if it is too long to be an amount, whatever its decimals. */
    public static Optional<BigDecimal> read(String written) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(written)).filter(Amounts::isShort);
        } catch (NumberFormatException e) {
            return Optional.empty(); // its exponent is beyond all numbers
        }
    }

    /** Whether the books can keep it. */
    public static boolean fits(BigDecimal amount) {
        return has(DECIMALS, amount);
    }

    /** Whether the books can keep it, and the currency has so many decimals; true of one that is not in use. */
    public static boolean fits(BigDecimal amount, String currency) {
        return has(Math.min(DECIMALS, CurrencyDecimals.of(currency).orElse(DECIMALS)), amount);
    }

    /** The number with a point, and as many decimals as the currency has: 1234.50, or 12500 of yen. */
    public static String plain(BigDecimal amount, String currency) {
        int decimals = CurrencyDecimals.of(currency).orElse(DECIMALS);
        BigDecimal bare = amount.stripTrailingZeros();
        return bare.setScale(Math.max(decimals, bare.scale())).toPlainString();
    }

    private static boolean has(int decimals, BigDecimal amount) {
        return isShort(amount) && amount.stripTrailingZeros().scale() <= decimals;
    }

    /** Whether it has at most twelve digits before the point, and is not endless behind it. */
    public static boolean isShort(BigDecimal amount) {
        return amount.scale() <= LONGEST && (long) amount.precision() - amount.scale() <= BEFORE_THE_POINT;
    }
}
