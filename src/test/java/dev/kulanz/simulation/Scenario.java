package dev.kulanz.simulation;

import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What is simulated.
 *
 * @param only the number of the one debtor to be looked at; null: all
 */
record Scenario(long seed, int cases, int days, @Nullable Integer only) {

    static Scenario asked() {
        return new Scenario(
                Long.getLong(
                        "kulanz.simulation.seed", ThreadLocalRandom.current().nextInt(1_000_000)),
                Integer.getInteger("kulanz.simulation.cases", 1_000),
                Integer.getInteger("kulanz.simulation.days", 365),
                Integer.getInteger("kulanz.simulation.only"));
    }

    /** A Monday; the year that follows has all holidays. */
    LocalDate begin() {
        return LocalDate.of(2026, 11, 2);
    }

    /** How to see the same again. */
    String command() {
        return "mvn test -Dtest=YearSimulation -Dkulanz.simulation.seed=%d -Dkulanz.simulation.cases=%d -Dkulanz.simulation.days=%d"
                .formatted(seed, cases, days);
    }
}
