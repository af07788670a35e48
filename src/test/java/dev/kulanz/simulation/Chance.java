package dev.kulanz.simulation;

import dev.kulanz.shared.CurrencyDecimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Chance that can be repeated: each debtor has his own of each day, so that what happens to one does not change what
 * happens to the others.
 */
final class Chance {

    private final Random random;

    private Chance(long seed) {
        this.random = new Random(seed);
    }

    static Chance of(long seed, Object... whose) {
        long mixed = seed * 0x9E3779B97F4A7C15L + Objects.hash(whose) * 0xBF58476D1CE4E5B9L;
        return new Chance(mixed ^ (mixed >>> 29));
    }

    /** @param probability from 0 to 1 */
    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** An amount of money, most of them small; in yen a hundred times as many, without decimals. */
    BigDecimal amount(String currency) {
        int euros = random.nextInt(10) < 7 ? between(8, 150) : between(150, 2_500);
        long hundredths = euros * 100L + random.nextInt(100);
        int decimals = CurrencyDecimals.of(currency).orElseThrow();
        return BigDecimal.valueOf(hundredths, decimals);
    }

    /** A part of an amount, of at least the smallest coin. */
    static BigDecimal share(BigDecimal of, double part, String currency) {
        int decimals = CurrencyDecimals.of(currency).orElseThrow();
        return of.multiply(BigDecimal.valueOf(part))
                .setScale(decimals, RoundingMode.HALF_UP)
                .max(BigDecimal.ONE.movePointLeft(decimals));
    }
}
