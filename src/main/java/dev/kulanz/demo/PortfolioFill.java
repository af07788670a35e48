package dev.kulanz.demo;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.Cases;
import dev.kulanz.desk.FillProgress;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.ImportProgress;
import dev.kulanz.intake.ImportResult;
import dev.kulanz.intake.Imports;
import dev.kulanz.payments.PaymentOrder;
import dev.kulanz.payments.Payments;
import dev.kulanz.receivables.Debtors;
import dev.kulanz.receivables.Ledger;
import dev.kulanz.shared.BusinessClock;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Fills the sample portfolio by living through ten weeks: each day brings its invoices, the journey runs, and some debtors
 * pay or object on the way. So every state is a true one. After a restart it goes on where it was.
 */
@Component
@Profile("demo")
class PortfolioFill implements FillProgress {

    private static final Logger LOG = LoggerFactory.getLogger(PortfolioFill.class);
    static final int DAYS = 70;
    static final String TODAY = "portfolio-today";
    static final String DONE = "portfolio-done";

    private final DemoState state;
    private final DemoCreditors creditors;
    private final TimeMachine machine;
    private final Imports imports;
    private final Payments payments;
    private final Blocks blocks;
    private final Cases cases;
    private final Debtors debtors;
    private final Ledger ledger;
    private final DemoSettings portfolio;
    private volatile int day;
    private volatile boolean done;
    private volatile boolean failed;

    PortfolioFill(
            DemoState state,
            DemoCreditors creditors,
            TimeMachine machine,
            Imports imports,
            Payments payments,
            Blocks blocks,
            Cases cases,
            Debtors debtors,
            Ledger ledger,
            DemoSettings portfolio) {
        this.state = state;
        this.creditors = creditors;
        this.machine = machine;
        this.imports = imports;
        this.payments = payments;
        this.blocks = blocks;
        this.cases = cases;
        this.debtors = debtors;
        this.ledger = ledger;
        this.portfolio = portfolio;
    }

    @Override
    public boolean isDone() {
        return !portfolio.isWanted() || done || state.get(DONE).isPresent();
    }

    /** How much of the ten weeks has been lived through. */
    @Override
    public int percent() {
        return Math.min(100, day * 100 / DAYS);
    }

    @Override
    public boolean hasFailed() {
        return failed;
    }

    void run() {
        if (isDone()) {
            return;
        }
        try {
            machine.exclusively(this::fill);
        } catch (RuntimeException e) {
            failed = true;
            LOG.error("The sample portfolio could not be filled; the next start tries to go on", e);
        }
    }

    private void fill() {
        LocalDate today = state.get(TODAY).map(LocalDate::parse).orElseGet(this::begin);
        List<PortfolioRow> rows = PortfolioFile.rows(today);
        LocalDate first = LocalDate.ofInstant(machine.now(), BusinessClock.ZONE);
        take(rows.stream().filter(row -> !row.comesOn().isAfter(first)).toList());
        for (LocalDate morning = first; morning.isBefore(today); morning = morning.plusDays(1)) {
            live(morning, morning.isAfter(first), rows);
            day = (int) today.minusDays(DAYS).until(morning, ChronoUnit.DAYS);
            LOG.info("Sample portfolio: {} %", percent());
        }
        goTo(Clock.systemUTC().instant());
        state.set(DONE, "yes");
        done = true;
        LOG.info("Sample portfolio: filled");
    }

    /** @param brings whether the invoices of this day are still to come */
    private void live(LocalDate morning, boolean brings, List<PortfolioRow> rows) {
        if (brings) {
            take(rows.stream().filter(row -> row.comesOn().equals(morning)).toList());
        }
        rows.stream().filter(row -> row.happensOn().equals(morning)).forEach(this::happen);
        goTo(morning.plusDays(1)
                .atTime(LocalTime.of(6, 0))
                .atZone(BusinessClock.ZONE)
                .toInstant());
    }

    private void take(List<PortfolioRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        ImportResult result = imports.run(
                new ByteArrayInputStream(PortfolioFile.toImport(
                        rows.stream().map(PortfolioRow::importFields).toList())),
                ImportOptions.CHANGES,
                CreditorScope.ALL,
                ImportProgress.UNSEEN);
        if (result.rejectedRows() > 0) {
            throw new IllegalStateException("The sample portfolio has bad rows: " + result.rejected());
        }
    }

    private LocalDate begin() {
        LocalDate today = LocalDate.now(Clock.system(BusinessClock.ZONE));
        machine.beginAt(today.minusDays(DAYS)
                .atTime(LocalTime.of(6, 0))
                .atZone(BusinessClock.ZONE)
                .toInstant());
        creditors.make();
        state.set(TODAY, today.toString());
        return today;
    }

    /** Never beyond the present. */
    private void goTo(Instant moment) {
        Instant present = Clock.systemUTC().instant();
        Duration left = Duration.between(machine.now(), moment.isBefore(present) ? moment : present);
        if (left.toMillis() > 0) {
            machine.advance(left);
        }
    }

    private void happen(PortfolioRow row) {
        switch (row.story()) {
            case "PAY", "PART" -> pay(row);
            case "BLOCK" -> block(row);
            default -> {}
        }
    }

    private void pay(PortfolioRow row) {
        payments.book(
                new PaymentOrder(
                        "demo-" + row.field("invoice_id"),
                        row.field("creditor_id"),
                        row.field("debtor_id"),
                        row.field("invoice_id"),
                        row.amount(),
                        row.field("currency"),
                        row.happensOn(),
                        null),
                CreditorScope.ALL);
    }

    private void block(PortfolioRow row) {
        UUID debtor = debtors.find(row.field("creditor_id"), row.field("debtor_id"))
                .orElseThrow()
                .id();
        UUID account = Objects.requireNonNull(ledger.accountOf(debtor, row.field("currency")));
        cases.openCaseOf(account)
                .filter(of -> !blocks.isBlocked(of))
                .ifPresent(of -> blocks.place(
                        of.number(),
                        new Blocks.Wanted(BlockReason.valueOf(row.storyValue()), null, null, "DEMO", null)));
    }
}
