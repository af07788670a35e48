package dev.kulanz.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.payments.PaymentReturns;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A year of many debtors, who pay, promise, dispute and fall silent by chance, and what must hold whatever they do:
 * {@code mvn test -Dtest=YearSimulation}, with {@code -Dkulanz.simulation.seed=42 -Dkulanz.simulation.cases=1000
 * -Dkulanz.simulation.days=365} and, to look at one debtor, {@code -Dkulanz.simulation.only=17}. Not part of the build,
 * by its name.
 */
@KulanzTest
class YearSimulation {

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private PaymentReturns returns;

    @Test
    void keepsItsRulesForAYear() {
        Scenario scenario = Scenario.asked();
        System.out.println(scenario.command());
        assertThat(new Simulation(stories, returns, port, scenario).run())
                .as(scenario.command())
                .isEmpty();
    }
}
