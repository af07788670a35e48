package dev.kulanz.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.payments.PaymentReturns;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A little of what {@link YearSimulation} does at length. */
@KulanzTest
class SimulationTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private PaymentReturns returns;

    @Test
    void keepsItsRulesWhateverDebtorsDo() {
        Scenario scenario = new Scenario(42, 30, 100, null);
        assertThat(new Simulation(stories, returns, port, scenario).run())
                .as(scenario.command())
                .isEmpty();
    }
}
