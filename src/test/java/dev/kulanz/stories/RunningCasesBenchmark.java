package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.intake.ImportOptions;
import dev.kulanz.intake.ImportProgress;
import dev.kulanz.intake.ImportResult;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * How long an import of running cases takes, and how long a block of one of them waits meanwhile:
 * {@code mvn test -Dtests.jvm= -Dtest=RunningCasesBenchmark -Drows=5000}. Not part of the build, by its name.
 */
@KulanzTest
class RunningCasesBenchmark {

    private static final int ROWS = Integer.getInteger("rows", 5_000);

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    @Test
    void measures() {
        Browser clerk = Browser.withPassword(port, "clerk", "clerk");
        timed("new running cases", file("N", true));
        timed("plain rows", file("R", false));
        List<String> numbers = stories.jdbc()
                .sql("select number from dunning_case where creditor_id = :creditor order by number desc")
                .param("creditor", story.creditorId())
                .query(String.class)
                .list();
        assertThat(numbers).hasSize(2 * ROWS);
        var importing = CompletableFuture.runAsync(() -> timed("known cases that ran elsewhere", file("R", true)));
        List<Duration> waited = new ArrayList<>();
        for (int i = 0; !importing.isDone(); i++) {
            waited.add(blocked(clerk, numbers.get(i * 997 % ROWS)));
        }
        importing.join();
        System.out.printf(
                "%d blocks were placed meanwhile; the slowest waited %d ms%n",
                waited.size(),
                waited.stream().mapToLong(Duration::toMillis).max().orElse(0));
    }

    private static Duration blocked(Browser clerk, String number) {
        Instant start = Instant.now();
        assertThat(clerk.post("/api/v1/cases/" + number + "/blocks", "{\"reason\":\"MANUAL\",\"until\":\"2026-12-31\"}")
                        .statusCode())
                .isEqualTo(201);
        return Duration.between(start, Instant.now());
    }

    private void timed(String what, String csv) {
        Instant start = Instant.now();
        ImportResult result = stories.imports()
                .run(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                        ImportOptions.CHANGES,
                        CreditorScope.ALL,
                        ImportProgress.UNSEEN);
        Duration took = Duration.between(start, Instant.now());
        assertThat(result.accepted()).isEqualTo(ROWS);
        System.out.printf(
                "%s: %d rows in %.1f s, %d rows/s%n",
                what, ROWS, took.toMillis() / 1000.0, ROWS * 1000L / took.toMillis());
    }

    /** One invoice for each debtor; of those that run elsewhere every second one is blocked, every fourth one promised. */
    private String file(String prefix, boolean runs) {
        StringBuilder csv = new StringBuilder(
                "creditor_id,debtor_id,debtor_type,name,language,email,country,invoice_id,"
                        + "invoice_date,due_date,amount,currency,dunning_step,last_reminder_on,block_reason,blocked_until,promise_date\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append(
                    "%1$s,D-%2$s%3$d,CONSUMER,Debtor %3$d,de,d%3$d@example.com,DE,%1$s-%2$s%3$d,2026-09-01,2026-09-15,"
                            .formatted(story.creditorId(), prefix, i));
            csv.append("100.00,EUR,%s,%s,%s%n"
                    .formatted(
                            runs ? "second-reminder,2026-10-20" : ",",
                            runs && i % 2 == 0 ? "HARDSHIP,2026-11-10" : ",",
                            runs && i % 4 == 1 ? "2026-11-10" : ""));
        }
        return csv.toString();
    }
}
