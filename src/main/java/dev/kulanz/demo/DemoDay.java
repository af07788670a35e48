package dev.kulanz.demo;

import dev.kulanz.journey.DailyWork;
import dev.kulanz.shared.BusinessClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Each morning after the sample portfolio was filled its creditors send invoices, and its debtors do what they have in mind. */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "kulanz.demo.portfolio", havingValue = "sample", matchIfMissing = true)
class DemoDay implements DailyWork {

    private final DemoState state;
    private final NewInvoices invoices;
    private final DebtorLife life;
    private final BusinessClock clock;

    DemoDay(DemoState state, NewInvoices invoices, DebtorLife life, BusinessClock clock) {
        this.state = state;
        this.invoices = invoices;
        this.life = life;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "demo-day";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(7, 45);
    }

    @Override
    public void run() {
        LocalDate today = clock.today();
        Optional<LocalDate> filledOn = state.get(PortfolioFill.DONE)
                .flatMap(done -> state.get(PortfolioFill.TODAY))
                .map(LocalDate::parse);
        if (filledOn.filter(today::isAfter).isPresent()) {
            invoices.upTo(today, filledOn.get());
            life.live(today);
        }
    }
}
