package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.journey.Operations;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A table in force that can't answer: whoever asks it hears which one it is, and everything else goes on. */
@KulanzTest
@Timeout(900)
class FailingTableStoryTests {

    @Autowired
    private Operations operations;

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    @Test
    void isNamedOnTheCaseFileBesideEverythingElse() {
        anna.owes("R-1", "100.00", "2026-10-30");
        failing("promise-limits");
        HttpResponse<String> page = clerk().page("/cases/" + anna.caseNumber());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("The table “promise-limits” can&#39;t answer");
        assertThat(page.body()).contains(anna.caseNumber(), "R-1");
    }

    @Test
    void isNamedToTheProgramThatTellsAPromise() {
        anna.owes("R-1", "100.00", "2026-10-30");
        failing("promise-limits");
        HttpResponse<String> answer = program()
                .post(
                        "/api/v1/promises",
                        "{\"caseNumber\":\"%s\",\"amount\":50.00,\"date\":\"2026-11-10\"}"
                                .formatted(anna.caseNumber()));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("promise-limits").doesNotContain("Exception", "reference");
    }

    @ParameterizedTest
    @CsvSource({"journey-choice", "step-fitting", "contact-choice"})
    void isNamedToTheProgramThatTriesAnImport(String table) {
        failing(table);
        HttpResponse<String> answer =
                program().send("/api/v1/open-items/import?dryRun=true", "text/csv", """
                        creditor_id,debtor_id,name,email,invoice_id,amount,currency,invoice_date,due_date
                        %1$s,B,Bert,bert@example.com,%1$s-R-9,100.00,EUR,2026-10-17,2026-10-31
                        """.formatted(story.creditorId()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains(table).doesNotContain("Exception", "reference");
    }

    @Test
    void isNamedToTheClerkWhoseAnswerAsksIt() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-02T12:00");
        failing("contact-choice");
        HttpResponse<String> answer = Browser.withPassword(port, "clerk", "clerk")
                .post(
                        "/engine-rest/task/" + anna.task().getId() + "/submit-form",
                        "{\"variables\":{\"decision\":{\"value\":\"FOUND\"},\"email\":{\"value\":\"a@example.com\"}}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("contact-choice");
        assertThat(anna.task().getName()).isEqualTo("Find contact details");
    }

    @Test
    void saysOfTheCaseThatItHasFailedAndWhere() {
        failing("step-fitting");
        anna.owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-02T20:00");
        CreditorScope ours = new CreditorScope(false, Set.of(story.creditorId()));
        assertThat(operations.groups(ours, 0, 20)).singleElement().satisfies(group -> {
            assertThat(group.first().table()).isEqualTo("Step fitting");
            assertThat(group.first().where()).isNotEqualTo("Task_CheckFit");
        });
        var next = story.house().nextActions().of(List.of(anna.caseNumber())).get(anna.caseNumber());
        assertThat(next.failed()).isTrue();
        assertThat(next.at()).isNull();
        assertThat(clerk().page("/cases/" + anna.caseNumber()).body()).contains(">Failed<");

        assertThat(operations.countTriedAgain(ours)).isZero();
        assertThat(operations.retry(operations.groups(ours, 0, 1).get(0).first().id(), ours))
                .isTrue(); // and nobody works on it yet
        assertThat(operations.countTriedAgain(ours)).isOne();
        assertThat(operations.countIncidents(ours)).isZero();
        story.now();
        assertThat(operations.countTriedAgain(ours)).isZero();
        assertThat(operations.countIncidents(ours)).isOne();
    }

    @Test
    void isNoIncidentThatNobodyKnows() {
        Browser clerk = clerk();
        assertThat(clerk.submit("/incidents/retry", "cause=x").statusCode()).isEqualTo(404);
    }

    private Browser clerk() {
        return Browser.loggedIn(port, "clerk");
    }

    private Browser program() {
        return Browser.withPassword(port, "clerk", "clerk");
    }

    /** The table in force answers nothing any more: each of its conclusions divides by zero. */
    private void failing(String table) {
        story.deploys(
                "rules/" + table + ".dmn",
                text -> text.replaceAll("(<outputEntry id=\"[^\"]*\">\\s*<text>)[^<]*(</text>)", "$11/0$2"));
    }
}
