package dev.kulanz.simulation;

import java.math.BigDecimal;
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

    /** An amount of money, most of them small. */
    BigDecimal amount() {
        int euros = random.nextInt(10) < 7 ? between(8, 150) : between(150, 2_500);
        return BigDecimal.valueOf(euros * 100L + random.nextInt(100), 2);
    }
}
