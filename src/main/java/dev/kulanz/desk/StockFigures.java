package dev.kulanz.desk;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.StockAndFlow;
import dev.kulanz.cases.StockWeek;
import dev.kulanz.shared.BusinessClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Stock and flow, of this moment or of the last one at which it was reckoned: it is counted from all that ever happened. */
@Component
class StockFigures {

    private final Lately<Asked, List<StockWeek>> lately;

    /** @param atOnce how long a page waits for them */
    StockFigures(
            StockAndFlow stock,
            BusinessClock clock,
            @Value(DashboardFigures.AT_ONCE) Duration atOnce,
            FigureWorkers workers) {
        this.lately = new Lately<>(
                asked -> stock.weeks(asked.scope(), asked.creditor(), asked.weeks()), clock, atOnce, workers);
    }

    private record Asked(CreditorScope scope, @Nullable String creditor, int weeks) {}

    /** See {@link StockAndFlow#weeks}; empty: they are being reckoned for the first time. */
    Optional<Lately.Shown<List<StockWeek>>> weeks(CreditorScope scope, @Nullable String creditor, int weeks) {
        return lately.of(new Asked(scope, creditor, weeks));
    }
}
