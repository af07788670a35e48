package dev.kulanz.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.kulanz.access.CreditorScope;
import dev.kulanz.demo.SampleDebtors.Who;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.ImportProgress;
import dev.kulanz.intake.Imports;
import dev.kulanz.payments.PaymentOrder;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Who owes nothing any more buys again. */
@KulanzTest
class NewInvoicesTests {

    private static final LocalDate FILLED = LocalDate.parse("2026-11-02");
    private static final LocalDate NEXT = FILLED.plusDays(1);

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-07T07:00");

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DemoState state;

    @Autowired
    private PlatformTransactionManager transactions;

    private List<PortfolioRow> rows;
    private NewInvoices invoices;

    @BeforeEach
    void twoOwe() {
        rows = CsvReader.builder().ofNamedCsvRecord(portfolioOf(story.creditorId())).stream()
                .map(row -> PortfolioRow.of(row, FILLED))
                .filter(row -> List.of("S10001", "S10003").contains(row.field("debtor_id")))
                .toList();
        assertThat(rows).hasSize(2);
        imports.run(
                new ByteArrayInputStream(PortfolioFile.toImport(
                        rows.stream().map(PortfolioRow::importFields).toList())),
                ImportOptions.CHANGES,
                CreditorScope.ALL,
                ImportProgress.UNSEEN);
        jdbc.sql("delete from demo_state where name = 'portfolio-invoiced-until'")
                .update();
        invoices = new NewInvoices(new SampleDebtors(rows), state, jdbc, imports, transactions);
        pays(rows.get(0));
    }

    @Test
    void goToThoseWhoOweNothing() {
        invoices.upTo(NEXT, FILLED);
        assertThat(invoicesOf(rows.get(0))).hasSize(2);
        assertThat(invoicesOf(rows.get(1))).as("of who owes still").hasSize(1);
    }

    @Test
    void areSentOnceAndForEachDay() {
        invoices.upTo(NEXT, FILLED);
        invoices.upTo(NEXT, FILLED);
        assertThat(invoicesOf(rows.get(0))).hasSize(2);
        pays(rows.get(0));
        invoices.upTo(NEXT.plusDays(3), FILLED);
        assertThat(invoicesOf(rows.get(0))).as("of three days at once").hasSize(5);
    }

    @Test
    void doNotMakeADayAgainThatWasCutOff() {
        invoices.upTo(NEXT, FILLED);
        jdbc.sql("delete from demo_state where name = 'portfolio-invoiced-until'")
                .update();
        pays(rows.get(0));
        invoices.upTo(NEXT, FILLED);
        assertThat(invoicesOf(rows.get(0))).hasSize(2);
    }

    @Test
    void sayOnlyWhatTheyMustOfTheDebtor() {
        Map<String, String> again = IntStream.range(0, PortfolioRow.IMPORT_COLUMNS.size())
                .boxed()
                .collect(Collectors.toMap(
                        PortfolioRow.IMPORT_COLUMNS::get, rows.get(0).again("SL-1", NEXT)::get));
        assertThat(again)
                .containsEntry("invoice_id", "SL-1")
                .containsEntry("invoice_date", "2026-11-03")
                .containsEntry("due_date", "2026-11-17")
                .containsEntry("debtor_id", "S10001")
                .containsEntry("email", "")
                .containsEntry("street", "");
    }

    /** The sample, with its debtors and invoices at this creditor. */
    private static String portfolioOf(String creditor) {
        try (var file = new ClassPathResource("demo/portfolio.csv").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("stadtwerke-lindental", creditor)
                    .replace("SL-", creditor + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pays(PortfolioRow row) {
        Who who = new Who(story.creditorId(), row.field("debtor_id"));
        story.house()
                .payments()
                .book(
                        new PaymentOrder(
                                "pays-" + invoicesOf(row).size(),
                                who.creditorId(),
                                who.debtorId(),
                                null,
                                Objects.requireNonNull(openOf(row)),
                                "EUR",
                                FILLED,
                                null),
                        CreditorScope.ALL);
    }

    private BigDecimal openOf(PortfolioRow row) {
        return jdbc.sql("""
                        select sum(b.open_amount) from item_balance b join account a on a.id = b.account_id
                        join debtor d on d.id = a.debtor_id where d.creditor_id = :creditor and d.external_id = :debtor""")
                .param("creditor", story.creditorId())
                .param("debtor", row.field("debtor_id"))
                .query(BigDecimal.class)
                .single();
    }

    private List<String> invoicesOf(PortfolioRow row) {
        return jdbc.sql("""
                        select i.invoice_id from open_item i join account a on a.id = i.account_id
                        join debtor d on d.id = a.debtor_id where d.creditor_id = :creditor and d.external_id = :debtor""")
                .param("creditor", story.creditorId())
                .param("debtor", row.field("debtor_id"))
                .query(String.class)
                .list();
    }
}
