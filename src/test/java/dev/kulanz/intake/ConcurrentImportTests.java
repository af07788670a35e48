package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports and others that change balances at the same moment neither double anything nor wait for each other in a circle. */
@IntakeTest
class ConcurrentImportTests {

    private static final int ROWS = 500;

    @Autowired
    private Portfolio portfolio;

    @Autowired
    private PlatformTransactionManager transactions;

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
    void waitsForWhoeverHoldsAnAccountAndThenCountsWhatHePaid() throws Exception {
        portfolio.imported(file(row("D-1", "R-1")));
        CountDownLatch booked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService bank = Executors.newSingleThreadExecutor();
        try {
            Future<?> payment = bank.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                portfolio.strings("select id::text from debtor for no key update");
                portfolio.strings("select id::text from account for no key update");
                portfolio.execute("""
                        insert into ledger_entry (account_id, open_item_id, kind, amount, value_date, booked_at, source)
                        select account_id, id, 'PAYMENT', -60, due_date, now(), 'API' from open_item""");
                booked.countDown();
                await(goOn);
            }));
            await(booked);
            List<Future<ImportResult>> running = new ArrayList<>();
            ExecutorService importer = Executors.newSingleThreadExecutor();
            running.add(importer.submit(
                    () -> portfolio.imported(Portfolio.HEADER + ",paid\n" + row("D-1", "R-1") + ",60\n")));
            portfolio.untilSomebodyWaitsForALock();
            goOn.countDown();
            payment.get();
            assertThat(running.get(0).get().unchanged()).isEqualTo(1);
            importer.shutdown();
        } finally {
            bank.shutdown();
        }
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("40.00");
    }

    @Test
    void beginsAgainWhenADeadlockBrokeItOff() {
        portfolio.imported(file(row("D-1", "R-1")));
        CompletableFuture<ImportResult> importing = new TransactionTemplate(transactions).execute(status -> {
            portfolio.strings("select id::text from account for no key update");
            var waiting = CompletableFuture.supplyAsync(() -> portfolio.imported(file(row("D-1", "R-1", "120.00"))));
            portfolio.untilSomebodyWaitsForALock();
            portfolio.strings("select id::text from debtor for no key update"); // in the wrong order
            return waiting;
        });
        assertThat(importing.join().accepted()).isEqualTo(1);
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("120.00");
        assertThat(portfolio.recent()).hasSize(2);
    }

    private static String rows(IntStream numbers) {
        return file(numbers.mapToObj(i -> {
                    String row = row("D-" + i, "R-" + i);
                    return i % 2 == 0 ? row : row.replace(Portfolio.CREDITOR, "other");
                })
                .toArray(String[]::new));
    }

    private static <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(works)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
