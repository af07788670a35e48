package dev.kulanz.intake;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.OverdueSweep;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** After an import overdue accounts become cases, and cases of which nothing is left are settled. */
@Component
class OpenAndSettle implements AfterImport {

    private final OverdueSweep overdue;
    private final Cases cases;

    OpenAndSettle(OverdueSweep overdue, Cases cases) {
        this.overdue = overdue;
        this.cases = cases;
    }

    @Override
    public void accountsChanged(Collection<UUID> accountIds) {
        cases.settlePaid(accountIds);
        overdue.run(accountIds);
    }
}
