package dev.kulanz.journey.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.access.NewUser;
import dev.kulanz.access.Role;
import dev.kulanz.access.Users;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.LockWaiters;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two people at one task. All of them have read it before anybody may write: a lock on its row holds them until each waits.
 * Who then is faster does not matter.
 */
@KulanzTest
@ExtendWith(OutputCaptureExtension.class)
class TaskRaceTests {

    private static final String FOUND_NOTHING = "{\"variables\":{\"decision\":{\"value\":\"NOTHING_FOUND\"}}}";

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private Users users;

    @Autowired
    private TransactionTemplate transaction;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor anna = story.debtor("Anna");

    private String task = "";

    @BeforeEach
    void findNoAddress() {
        if (users.find("colleague").isEmpty()) {
            users.create(new NewUser("colleague", "", "colleague", Role.CASE_WORKER, CreditorScope.ALL));
        }
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T10:00");
        task = anna.task().getId();
    }

    @Test
    void letsOneOfTwoClaimIt(CapturedOutput log) {
        List<HttpResponse<String>> answers = atOnce(
                () -> EngineDoor.rest(port, "clerk").post("task/" + task + "/claim", "{\"userId\":\"clerk\"}"),
                () -> EngineDoor.rest(port, "colleague").post("task/" + task + "/claim", "{\"userId\":\"colleague\"}"));
        assertOneWon(answers, log);
        assertThat(anna.task().getAssignee()).isIn("clerk", "colleague");
    }

    @Test
    void takesASecondClickForOne(CapturedOutput log) {
        Supplier<HttpResponse<String>> click =
                () -> EngineDoor.rest(port, "clerk").post("task/" + task + "/claim", "{\"userId\":\"clerk\"}");
        assertThat(atOnce(click, click))
                .extracting(HttpResponse::statusCode)
                .contains(204)
                .allSatisfy(status -> assertThat(status).isIn(204, 409));
        assertThat(anna.task().getAssignee()).isEqualTo("clerk");
        assertThat(log.getAll()).doesNotContain("duplicate key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form"})
    void letsOneOfTwoCompleteIt(String way, CapturedOutput log) {
        List<HttpResponse<String>> answers = atOnce(
                () -> EngineDoor.rest(port, "clerk").post("task/" + task + "/" + way, FOUND_NOTHING),
                () -> EngineDoor.rest(port, "colleague").post("task/" + task + "/" + way, FOUND_NOTHING));
        assertOneWon(answers, log);
        assertThat(anna.task()).isNull();
        assertThat(anna.history().stream().filter(entry -> entry.kind().equals("TaskCompleted")))
                .hasSize(1);
    }

    @Test
    void letsThePaymentOrTheClerkComeFirst(CapturedOutput log) {
        List<HttpResponse<String>> answers =
                atOnce(() -> EngineDoor.rest(port, "clerk").post("task/" + task + "/complete", FOUND_NOTHING), () -> {
                    anna.pays("100.00");
                    return null;
                });
        HttpResponse<String> answer = answers.get(0);
        assertThat(answer.statusCode()).as(answer.body()).isIn(204, 400, 404, 409);
        assertThat(answer.body()).doesNotContain("dev.kulanz", "org.camunda", "java.");
        // where the clerk came first, the news of the payment is delivered again a moment later
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            story.now();
            anna.isSettled();
        });
        anna.receivedNothing();
        assertThat(anna.task()).isNull();
        assertThat(traces(log)).isEmpty();
    }

    private void assertOneWon(List<HttpResponse<String>> answers, CapturedOutput log) {
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 204).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 204)
                .singleElement()
                .satisfies(lost -> {
                    assertThat(lost.statusCode()).as(lost.body()).isIn(404, 409);
                    assertThat(lost.body())
                            .contains("\"type\"", "\"message\"", "faster")
                            .doesNotContain("dev.kulanz", "org.camunda", "java.");
                });
        assertThat(traces(log)).isEmpty();
    }

    /** Lines of traces; what is tried again leaves none. */
    private static Stream<String> traces(CapturedOutput log) {
        return log.getAll().lines().filter(line -> line.startsWith("\tat ") || line.startsWith("    at "));
    }

    private List<HttpResponse<String>> atOnce(
            Supplier<HttpResponse<String>> one, Supplier<HttpResponse<String>> another) {
        List<CompletableFuture<HttpResponse<String>>> running = transaction.execute(status -> {
            stories.jdbc()
                    .sql("select 1 from act_ru_task where id_ = :id for update")
                    .param("id", task)
                    .query(Integer.class)
                    .single();
            var all = List.of(CompletableFuture.supplyAsync(one), CompletableFuture.supplyAsync(another));
            LockWaiters.until(2, stories.jdbc(), all.toArray(CompletableFuture[]::new));
            return all;
        });
        return running.stream().map(CompletableFuture::join).toList();
    }
}
