package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports and others that change balances at the same moment neither double anything nor wait for each other in a circle. */
@IntakeTest
class ConcurrentImportTests {

    private static final int ROWS = 500;

    private static final String PAYING = """
            insert into ledger_entry (account_id, open_item_id, kind, amount, value_date, booked_at, source)
            select account_id, id, 'PAYMENT', -60, due_date, now(), 'API' from open_item""";

    @Autowired
    private Portfolio portfolio;

    @Autowired
    private PlatformTransactionManager transactions;

    /** As many as are needed at once: one that waits keeps nobody else waiting. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @BeforeEach
    void empty() {
        portfolio.emptied().withCreditor("other");
    }

    @Test
    void takesTheSameFileOnceWhenItComesFourTimesAtOnce() throws Exception {
        String forth = rows(IntStream.range(0, ROWS));
        String back = rows(IntStream.range(0, ROWS).map(i -> ROWS - 1 - i));

        List<ImportResult> results = atOnce(List.of(
                () -> portfolio.imported(forth),
                () -> portfolio.imported(back),
                () -> portfolio.imported(forth),
                () -> portfolio.imported(back)));

        assertThat(results).extracting(ImportResult::accepted).containsExactlyInAnyOrder((long) ROWS, 0L, 0L, 0L);
        assertThat(portfolio.count("debtor")).isEqualTo(ROWS);
        assertThat(portfolio.count("ledger_entry")).isEqualTo(ROWS);
        assertThat(portfolio.count("contact_point")).isEqualTo(ROWS);
    }

    @Test
    void waitsForWhoeverHoldsAnAccountAndThenCountsWhatHePaid() {
        portfolio.imported(file(row("D-1", "R-1")));
        ImportResult result = importedWhile(PAYING, Portfolio.HEADER + ",paid\n" + row("D-1", "R-1") + ",60\n");
        assertThat(result.unchanged()).isEqualTo(1);
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("40.00");
    }

    @ParameterizedTest
    @EnumSource(
            value = AmountMeaning.class,
            names = {"UNSAID", "REMAINING"})
    void readsWhatIsLeftBesideWhatWasPaidMeanwhile(AmountMeaning amounts) {
        portfolio.imported(file(row("D-1", "R-1")));
        importedWhile(PAYING, file(row("D-1", "R-1", "40.00")), amounts);
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("40.00");
    }

    @Test
    void lowersACreditNoteThatWasUsedMeanwhile() {
        portfolio.imported(file(row("D-1", "R-1"), row("D-1", "G-1", "-100.00")));
        importedWhile("""
                insert into ledger_entry (account_id, open_item_id, credit_note_id, kind, amount, value_date, booked_at, source)
                select n.account_id, side.item, n.id, 'CREDIT', side.amount, now(), now(), 'CREDIT'
                from credit_note n, open_item i
                cross join lateral (values (null, 100), (i.id, -100)) as side (item, amount)""", file(row("D-1", "G-1", "-60.00")));
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("40.00");
        assertThat(portfolio.strings("select granted || ' left ' || unused from credit_balance"))
                .containsExactly("60.00 left 0.00");
    }

    private ImportResult importedWhile(String booking, String csv) {
        return importedWhile(booking, csv, AmountMeaning.UNSAID);
    }

    /** The file comes while somebody holds all locks, and waits; he books, and lets go. */
    private ImportResult importedWhile(String booking, String csv, AmountMeaning amounts) {
        ImportOptions options = new ImportOptions(false, ImportOptions.Mode.CHANGES, false, amounts, null);
        CompletableFuture<ImportResult> importing = new TransactionTemplate(transactions).execute(status -> {
            portfolio.strings("select id::text from debtor for no key update");
            portfolio.strings("select id::text from account for no key update");
            portfolio.execute(booking);
            var waiting = CompletableFuture.supplyAsync(() -> portfolio.imported(csv, options), threads);
            portfolio.untilWaitingForLocks(1, waiting);
            return waiting;
        });
        return Objects.requireNonNull(importing).join();
    }

    /**
     * An import locks debtors, then accounts by their ids; another does so in the wrong order. A gate at the first account
     * holds the import until the other waits for it. Then the import itself closes the circle, and it alone looks for one.
     */
    @Test
    void beginsAgainWhenADeadlockBrokeItOff() {
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2")));
        List<String> accounts = portfolio.strings("select id::text from account order by id");
        TransactionTemplate gate = new TransactionTemplate(transactions);
        TransactionTemplate other = new TransactionTemplate(transactions);
        CompletableFuture<ImportResult> importing = gate.execute(closed -> {
            lockAccount(accounts.get(0));
            var waiting = CompletableFuture.supplyAsync(
                    () -> portfolio.imported(file(row("D-1", "R-1", "120.00"), row("D-2", "R-2", "120.00"))), threads);
            portfolio.untilWaitingForLocks(1, waiting);
            var wrongOrder = CompletableFuture.runAsync(
                    () -> other.executeWithoutResult(status -> {
                        portfolio.execute("set local deadlock_timeout = '1h'");
                        lockAccount(accounts.get(1));
                        portfolio.strings("select id::text from debtor for no key update");
                    }),
                    threads);
            portfolio.untilWaitingForLocks(2, waiting, wrongOrder);
            return waiting;
        });
        assertThat(importing.join().accepted()).isEqualTo(2);
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("120.00");
        assertThat(portfolio.balance("R-2")).isEqualByComparingTo("120.00");
        assertThat(portfolio.recent()).hasSize(2);
    }

    private void lockAccount(String id) {
        portfolio.strings("select id::text from account where id = '%s' for no key update".formatted(id));
    }

    private static String rows(IntStream numbers) {
        return file(numbers.mapToObj(i -> {
                    String row = row("D-" + i, "R-" + i);
                    return i % 2 == 0 ? row : row.replace(Portfolio.CREDITOR, "other");
                })
                .toArray(String[]::new));
    }

    private <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : threads.invokeAll(works)) {
            results.add(future.get());
        }
        return results;
    }
}
