package dev.kulanz.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How many rows a second go in, and with how much memory: {@code mvn test -Dtests.jvm= -Dtest=ImportBenchmark -Drows=100000}. Not part
 * of the build, by its name.
 */
@IntakeTest
class ImportBenchmark {

    private static final int ROWS = Integer.getInteger("rows", 100_000);

    private final Portfolio portfolio;
    private final Imports imports;

    @Autowired
    ImportBenchmark(Portfolio portfolio, Imports imports) {
        this.portfolio = portfolio;
        this.imports = imports;
    }

    @Test
    void measures(@TempDir Path folder) throws IOException {
        portfolio.emptied();
        Path file = folder.resolve("benchmark.csv");
        write(file, "100.00");
        Path changed = folder.resolve("changed.csv");
        write(changed, "101.00");

        assertThat(timed("new", file).accepted()).isEqualTo(ROWS);
        assertThat(timed("the same again", file).unchanged()).isEqualTo(ROWS);
        assertThat(timed("every amount changed", changed).accepted()).isEqualTo(ROWS);
    }

    /** Half of the invoices are settled, as lists say it that go on naming them. */
    @Test
    void measuresRowsWithNothing(@TempDir Path folder) throws IOException {
        portfolio.emptied();
        Path file = folder.resolve("benchmark.csv");
        write(file, "100.00");
        Path settled = folder.resolve("settled.csv");
        write(settled, i -> i % 2 == 0 ? "0.00" : "100.00", i -> "D-" + i * 2 / 5);

        timed("new", file);
        assertThat(timed("half of them at nothing", settled).accepted()).isEqualTo((ROWS + 1) / 2);
        assertThat(timed("half of them at nothing again", settled).unchanged()).isEqualTo(ROWS);
    }

    /** Two circles of debtors' numbers that differ by zeros at the start only. */
    @Test
    void measuresTwoCirclesOfNumbers(@TempDir Path folder) throws IOException {
        portfolio.emptied();
        Path file = folder.resolve("circles.csv");
        write(file, i -> "100.00", i -> (i % 2 == 0 ? "000" : "") + (1 + i / 2));

        assertThat(timed("two circles of numbers", file).accepted()).isPositive();
    }

    private ImportResult timed(String what, Path file) throws IOException {
        resetPeaks();
        Instant start = Instant.now();
        try (InputStream in = Files.newInputStream(file)) {
            ImportResult result = imports.run(in, ImportOptions.CHANGES, CreditorScope.ALL, ImportProgress.UNSEEN);
            Duration took = Duration.between(start, Instant.now());
            System.out.printf(
                    "%s: %d rows in %.1f s, %d rows/s, at most %d MB heap%n",
                    what, ROWS, took.toMillis() / 1000.0, ROWS * 1000L / took.toMillis(), peakMegabytes());
            return result;
        }
    }

    /** Five invoices for two debtors, each debtor with an e-mail address and a mobile number. */
    private static void write(Path file, String amount) throws IOException {
        write(file, i -> amount, i -> "D-" + i * 2 / 5);
    }

    private static void write(Path file, IntFunction<String> amount, IntFunction<String> debtorId) throws IOException {
        try (PrintWriter out = new PrintWriter(file.toFile(), StandardCharsets.UTF_8)) {
            out.println(
                    "creditor_id;debtor_id;debtor_type;name;language;email;mobile;street;postcode;city;country;state;"
                            + "invoice_id;invoice_date;due_date;amount;currency;subject");
            for (int i = 0; i < ROWS; i++) {
                int name = Math.floorMod(debtorId.apply(i).hashCode(), 6_000_000);
                out.printf(
                        "%s;%s;CONSUMER;Debtor Number %d;de;debtor%d@example.com;0171 %07d;Lange Straße %d;10115;Berlin;"
                                + "DE;BE;R-%d;27.10.2026;10.11.2026;%s;EUR;Bestellung %d%n",
                        Portfolio.CREDITOR,
                        debtorId.apply(i),
                        name,
                        name,
                        3_000_000 + name,
                        name % 200,
                        i,
                        amount.apply(i),
                        i);
            }
        }
    }

    private static void resetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
