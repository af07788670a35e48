package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What happens to a case at the collection agency: it answers, is silent or gives it back, and the debtor pays. */
@KulanzTest
class AgencyStoryTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T10:00");

    private final StoryDebtor anna = Handover.known(story.debtor("Anna"));
    private final Handover handover = new Handover(story, anna);

    @BeforeEach
    void begin() {
        story.namesItsAddress(90);
    }

    @Test
    void endsWhenTheAgencyAcceptsAndRefusesToHearItTwice() {
        handover.isHandedOver();
        assertThat(handover.answers("a", "ACCEPTED").statusCode()).isEqualTo(201);
        assertThat(anna.isOnTheWay()).isFalse();
        assertThat(handover.answers("a", "ACCEPTED").statusCode()).isEqualTo(200);
        assertThat(handover.answers("a", "REJECTED").statusCode()).isEqualTo(409);
        assertThat(handover.answers("b", "ACCEPTED").statusCode()).isEqualTo(409);
        assertThat(handover.itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
        String all = Browser.withPassword(port, "clerk", "clerk")
                .get("/api/v1/handovers?case=" + anna.caseNumber())
                .body();
        assertThat(all).contains("\"status\":\"ACCEPTED\"", "AG-7", "\"releasedBy\":\"clerk\"");
    }

    @Test
    void bringsARejectedCaseBackToTheReleaseWithTheReason() throws IOException {
        handover.isHandedOver();
        assertThat(handover.answers("a", "REJECTED").statusCode()).isEqualTo(201);
        assertThat(handover.itself().isOpen()).isTrue();
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        assertThat(handover.facts()).contains("Vom Inkassobüro abgelehnt", "Because.");
        handover.decided("clerk", "RELEASE");
        assertThat(handover.folder().out("-1-2").resolve("dossier.json")).exists();
    }

    @Test
    void reopensARecalledCaseInTheNextRoundAfterARest() throws IOException {
        handover.isHandedOver();
        handover.answers("a", "ACCEPTED");
        HttpResponse<String> recalled = Browser.withPassword(port, "owner", "owner")
                .post("/api/v1/handovers/" + anna.caseNumber() + "/recall", "{\"reason\": \"Vergleich\"}");
        assertThat(recalled.statusCode()).as(recalled.body()).isEqualTo(200);
        story.now();
        assertThat(handover.itself().isOpen()).isTrue();
        assertThat(handover.itself().round()).isEqualTo(2);
        assertThat(anna.summary().blocked()).isTrue();
        assertThat(handover.folder().filesOut()).contains("recall.json");
        assertThat(anna.nextAction()).isNotNull();
        assertThat(handover.answers("late", "ACCEPTED").statusCode()).isEqualTo(409);
    }

    @Test
    void takesAnswersAsFilesAndSaysWhatWasWrongWithOthers() throws IOException {
        handover.isHandedOver();
        Path in = handover.folder().in();
        String id = story.creditorId();
        Files.writeString(in.resolve(id + "-1.json"), """
                {"answerId": "%s-f", "caseNumber": "%s", "answer": "ACCEPTED"}""".formatted(id, anna.caseNumber()));
        Files.writeString(in.resolve(id + "-2.json"), """
                {"answerId": "%s-g", "caseNumber": "K-1999-000001", "answer": "ACCEPTED"}""".formatted(id));
        Files.writeString(in.resolve(id + "-3.json"), "half a fi");
        Files.writeString(in.resolve(id + "-4.json"), """
                {"answerId": "%s-h", "caseNumber": "%s", "answer": "ACCEPTED"}""".formatted(id, anna.caseNumber()));
        story.now();
        assertThat(anna.isOnTheWay()).isFalse();
        assertThat(in.resolve("done/" + id + "-1.json")).exists();
        assertThat(in.resolve("refused/" + id + "-2.json.reason.txt")).content().contains("There is no case");
        assertThat(in.resolve("refused/" + id + "-3.json.reason.txt")).content().contains("can't be read");
        assertThat(in.resolve("refused/" + id + "-4.json.reason.txt")).content().contains("has accepted");
        assertThat(in.resolve(id + "-3.json")).doesNotExist();
    }

    @Test
    void takesTheFirstOfManyFilesAboutOneCase() throws IOException {
        handover.isHandedOver();
        Path in = handover.folder().in();
        String id = story.creditorId() + "-first";
        for (int i = 1; i <= 8; i++) {
            Files.writeString(in.resolve(id + i + ".json"), """
                    {"answerId": "%s%d", "caseNumber": "%s", "answer": "ACCEPTED"}""".formatted(id, i, anna.caseNumber()));
        }
        story.now();
        assertThat(in.resolve("done/" + id + "1.json")).exists();
        for (int i = 2; i <= 8; i++) {
            assertThat(in.resolve("refused/" + id + i + ".json")).exists();
        }
    }

    @Test
    void refusesAnswersAboutUnknownCasesAndInUnknownWords() {
        handover.isDue();
        assertThat(handover.answers("early", "ACCEPTED").statusCode()).isEqualTo(409);
        assertThat(handover.answers("odd", "PERHAPS").statusCode()).isEqualTo(422);
        assertThat(Browser.withPassword(port, "owner", "owner")
                        .post(
                                "/api/v1/handovers/K-1999-000001/answers",
                                "{\"answerId\": \"x\", \"answer\": \"ACCEPTED\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
    }

    @Test
    void remindsASilentAgencyEveryFourteenDays() throws IOException {
        handover.isHandedOver();
        story.after(days(29));
        assertThat(handover.folder().filesOut().stream().filter(name -> name.startsWith("reminder-")))
                .hasSize(2);
        assertThat(handover.itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
    }

    @Test
    void reportsEachPaymentOnceAndThanksNobody() throws IOException {
        handover.isHandedOver();
        handover.answers("a", "ACCEPTED");
        story.after(days(1));
        int sent = anna.sent().size();
        anna.pays("40.00");
        story.now();
        List<String> after = handover.folder().filesOut();
        assertThat(after.stream().filter(name -> name.startsWith("payment-"))).hasSize(1);
        assertThat(anna.told("PaymentBooked")).isNotNull();
        anna.pays("60.00");
        story.after(days(3));
        assertThat(handover.folder().filesOut().stream().filter(name -> name.startsWith("payment-")))
                .hasSize(2);
        assertThat(handover.folder().filesOut()).contains("settled.json");
        JsonNode first = JSON.readTree(handover.folder()
                .out()
                .resolve(after.stream()
                        .filter(name -> name.startsWith("payment-"))
                        .findFirst()
                        .orElseThrow())
                .toFile());
        assertThat(first.get("amount").decimalValue()).isEqualByComparingTo("40.00");
        assertThat(first.get("outstanding").decimalValue()).isEqualByComparingTo("60.00");
        assertThat(handover.itself().status()).isEqualTo(DunningCase.Status.SETTLED);
        assertThat(anna.sent()).hasSize(sent);
    }
}
