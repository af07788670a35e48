package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.shared.BusinessClock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The dashboard's figures, of this moment or of the last one at which they were reckoned. */
@Component
class DashboardFigures {

    /** How long a page waits for figures. */
    static final String AT_ONCE = "${kulanz.desk.figures-at-once:PT0.2S}";

    private final Lately<CreditorScope, Figures> lately;

    /** @param atOnce how long a page waits for them */
    DashboardFigures(
            Portfolio portfolio,
            Attention attention,
            BusinessClock clock,
            @Value(AT_ONCE) Duration atOnce,
            FigureWorkers workers) {
        this.lately = new Lately<>(
                scope -> new Figures(portfolio.of(scope), attention.counted(scope)), clock, atOnce, workers);
    }

    record Figures(Portfolio.Overview portfolio, Attention.Counted counted) {}

    /** Empty: they are being reckoned for the first time. */
    Optional<Lately.Shown<Figures>> of(CreditorScope scope) {
        return lately.of(scope);
    }

    /** Who comes first after the start finds them. */
    @EventListener
    void on(ApplicationReadyEvent ready) {
        lately.begin(CreditorScope.ALL);
    }
}
