package dev.kulanz.demo;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.demo.SampleDebtors.Who;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.ImportProgress;
import dev.kulanz.intake.ImportResult;
import dev.kulanz.intake.Imports;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The creditors of the sample portfolio go on selling to those who owe them nothing: a few invoices a day. */
@Component
@Profile("demo")
class NewInvoices {

    private static final int A_DAY = 3;
    private static final String UNTIL = "portfolio-invoiced-until";

    private final SampleDebtors sample;
    private final DemoState state;
    private final JdbcClient jdbc;
    private final Imports imports;
    private final TransactionTemplate outside;

    NewInvoices(
            SampleDebtors sample,
            DemoState state,
            JdbcClient jdbc,
            Imports imports,
            PlatformTransactionManager transactions) {
        this.sample = sample;
        this.state = state;
        this.jdbc = jdbc;
        this.imports = imports;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** Those of all days up to this one that were not sent yet; the same again changes nothing. */
    void upTo(LocalDate today, LocalDate filledOn) {
        LocalDate from = state.get(UNTIL).map(LocalDate::parse).orElse(filledOn).plusDays(1);
        if (from.isAfter(today)) {
            return;
        }
        List<Who> customers = customers(today);
        List<List<String>> rows = from.datesUntil(today.plusDays(1))
                .flatMap(day -> ofDay(day, customers).stream())
                .toList();
        outside.executeWithoutResult(none -> take(rows));
        state.set(UNTIL, today.toString());
    }

    private List<List<String>> ofDay(LocalDate day, List<Who> customers) {
        return customers.stream()
                .sorted(Comparator.comparing(
                        who -> Lot.of("buys", who.debtorId(), day).below(1_000_000)))
                .limit(A_DAY)
                .map(who -> invoice(who, day))
                .toList();
    }

    /** Its number names day and debtor: whatever is sent once more after a crash is the same. */
    private List<String> invoice(Who who, LocalDate day) {
        List<PortfolioRow> bought = sample.rowsOf(who);
        PortfolioRow like = bought.get(Lot.of("what", who.debtorId(), day).below(bought.size()));
        String series = like.field("invoice_id").replaceFirst("\\d+$", "");
        return like.again(series + day.toEpochDay() + who.debtorId().replaceAll("\\D", "-"), day);
    }

    private void take(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        ImportResult result = imports.run(
                new ByteArrayInputStream(PortfolioFile.toImport(rows)),
                ImportOptions.CHANGES,
                CreditorScope.ALL,
                ImportProgress.UNSEEN);
        if (result.rejectedRows() > 0) {
            throw new IllegalStateException("New invoices of the sample have bad rows: " + result.rejected());
        }
    }

    /** Nobody sells to whoever still owes, or is not to be written to. */
    private List<Who> customers(LocalDate today) {
        List<Who> all = sample.all();
        return jdbc.sql("""
                        select d.creditor_id, d.external_id as debtor_id
                        from unnest(:creditors, :debtors) as s (creditor_id, debtor_id)
                        join debtor d on d.creditor_id = s.creditor_id and d.external_id = s.debtor_id
                        where not exists (select from account a join item_balance b on b.account_id = a.id
                                          where a.debtor_id = d.id and b.open_amount > 0)
                          and not exists (select from person_block p
                                          where p.debtor_id = d.id and holds_on(p.lifted_at, p.until_date, :today))
                        order by d.creditor_id, d.external_id""")
                .param("creditors", all.stream().map(Who::creditorId).toArray(String[]::new))
                .param("debtors", all.stream().map(Who::debtorId).toArray(String[]::new))
                .param("today", today)
                .query(Who.class)
                .list();
    }
}
