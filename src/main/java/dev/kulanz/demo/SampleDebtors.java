package dev.kulanz.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Those of the sample portfolio, where it is wanted. Whoever else is imported is played by the person at the desk. */
@Component
@Profile("demo")
class SampleDebtors implements Tempers {

    /** A debtor as the creditor calls him. */
    record Who(String creditorId, String debtorId) {}

    private final Map<Who, List<PortfolioRow>> rows;

    @Autowired
    SampleDebtors(DemoSettings settings) {
        this(settings.isWanted() ? PortfolioFile.rows(LocalDate.EPOCH) : List.of());
    }

    SampleDebtors(List<PortfolioRow> portfolio) {
        Map<Who, List<PortfolioRow>> byDebtor = new LinkedHashMap<>();
        portfolio.forEach(row -> byDebtor.computeIfAbsent(
                        new Who(row.field("creditor_id"), row.field("debtor_id")), who -> new ArrayList<>())
                .add(row));
        this.rows = byDebtor;
    }

    List<Who> all() {
        return List.copyOf(rows.keySet());
    }

    @Override
    public Optional<Temper> of(Who who) {
        return rows.containsKey(who) ? Optional.of(Temper.of(who.creditorId(), who.debtorId())) : Optional.empty();
    }

    /** What he has bought in the sample: what he may buy again. */
    List<PortfolioRow> rowsOf(Who who) {
        return rows.getOrDefault(who, List.of());
    }
}
