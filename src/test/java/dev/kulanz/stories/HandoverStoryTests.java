package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.PassedElements;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case goes to the collection agency, or does not, and what happens to it there. */
@KulanzTest
class HandoverStoryTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private PassedElements elements;

    @Autowired
    private RepositoryService repository;

    @Value("${kulanz.home}")
    private Path home;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T10:00");

    private final StoryDebtor anna = story.debtor("Anna")
            .with("street", "Am Bach 5")
            .with("postcode", "50667")
            .with("city", "Köln")
            .with("subject", "Schreibtisch")
            .with("contract_date", "2026-06-01");

    @BeforeEach
    void begin() {
        story.namesItsAddress(90);
    }

    // ---- a case at the end of its journey

    private void isDue(StoryDebtor who) {
        who.owes("R-1", "100.00", "2026-08-10");
        wasTold(who, "dunning-notice", "LETTER", "2026-09-10");
        wasTold(who, "final-notice", "LETTER", "2026-10-15");
        reachesTheHandover(who);
    }

    private void reachesTheHandover(StoryDebtor who) {
        // As it is when the journey's last step calls it: nothing else is under way.
        stories.runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(who.caseNumber())
                .list()
                .forEach(one -> stories.runtime().deleteProcessInstance(one.getId(), "the ladder is through"));
        stories.runtime().startProcessInstanceByKey("collection-handover", who.caseNumber());
    }

    /** All his open items were told of this step, with this last day to pay. */
    private void wasTold(StoryDebtor who, String step, String channel, String payBy) {
        DunningCase of = stories.cases().get(who.caseNumber());
        UUID contact = UUID.randomUUID();
        Timestamp at = Timestamp.from(Instant.parse(LocalDate.parse(payBy).minusDays(10) + "T08:00:00Z"));
        stories.jdbc()
                .sql("""
                        insert into contact (id, case_id, case_number, creditor_id, round, step, purpose, channel, tone, style,
                                             language, status, not_before, planned_at, sent_at, composed_at, pay_by, recipient)
                        values (:id, :case, :number, :creditor, 1, :step, 'DEMAND', :channel, 'firm', 'standard', 'de', 'SENT',
                                :at, :at, :at, :at, :payBy, 'Anna Beispiel, Am Bach 5, 50667 Köln')""")
                .param("id", contact)
                .param("case", of.id())
                .param("number", of.number())
                .param("creditor", of.creditorId())
                .param("step", step)
                .param("channel", channel)
                .param("at", at)
                .param("payBy", LocalDate.parse(payBy))
                .update();
        stories.jdbc()
                .sql("""
                        insert into notice (open_item_id, case_id, round, step, channel, contact_id, told_at, pay_by)
                        select open_item_id, :case, 1, :step, :channel, :contact, :at, :payBy from case_item
                        where case_id = :case""")
                .param("case", of.id())
                .param("step", step)
                .param("channel", channel)
                .param("contact", contact)
                .param("at", at)
                .param("payBy", LocalDate.parse(payBy))
                .update();
    }

    // ---- what people do

    private HttpResponse<String> decides(String user, String taskId, String decision, String... more) {
        StringBuilder variables = new StringBuilder("\"decision\": {\"value\": \"" + decision + "\"}");
        for (int i = 0; i < more.length; i += 2) {
            variables.append(", \"%s\": {\"value\": \"%s\"}".formatted(more[i], more[i + 1]));
        }
        return Browser.withPassword(port, user, user)
                .post("/engine-rest/task/" + taskId + "/submit-form", "{\"variables\": {" + variables + "}}");
    }

    private void decided(String user, String decision, String... more) {
        HttpResponse<String> answer = decides(user, anna.task().getId(), decision, more);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        story.now();
    }

    private HttpResponse<String> answers(String id, String answer) {
        HttpResponse<String> said = Browser.withPassword(port, "owner", "owner")
                .post("/api/v1/handovers/" + anna.caseNumber() + "/answers", """
                {"answerId": "%s", "answer": "%s", "reason": "Because.", "agencyReference": "AG-7"}""".formatted(
                                story.creditorId() + id, answer));
        story.now();
        return said;
    }

    private DunningCase itself() {
        return stories.cases().get(anna.caseNumber());
    }

    private String facts() {
        return stories.tasks()
                .getVariableLocal(anna.task().getId(), "caseFacts")
                .toString();
    }

    private Path out() {
        return home.resolve("handover/out").resolve(anna.caseNumber() + "-1");
    }

    private List<String> filesOut() throws IOException {
        try (Stream<Path> files = Files.list(out())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void isHandedOver() {
        isDue(anna);
        decided("clerk", "RELEASE");
        assertThat(itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
    }

    // ---- ready

    @Test
    void handsOverWhatAPersonReleasesWithAllThatTheAgencyNeeds() throws IOException {
        isDue(anna);
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        assertThat(anna.task().getDueDate()).isNotNull();
        assertThat(anna.task().getPriority()).isEqualTo(50);
        assertThat(facts()).contains("Bereit zur Übergabe: 100.00 EUR", "wird übergeben", "final-notice, LETTER");

        decided("clerk", "RELEASE");

        assertThat(itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
        assertThat(filesOut()).containsExactly("dossier.json", "dossier.pdf");
        JsonNode dossier = JSON.readTree(out().resolve("dossier.json").toFile());
        assertThat(dossier.at("/client/street").asText()).isEqualTo("Lindenallee 1");
        assertThat(dossier.at("/debtor/name").asText()).isEqualTo("Anna Beispiel");
        assertThat(dossier.at("/claims/0/contractDate").asText()).isEqualTo("2026-06-01");
        assertThat(dossier.at("/claims/0/subject").asText()).isEqualTo("Schreibtisch");
        assertThat(dossier.at("/claims/0/defaultSince").asText()).isEqualTo("2026-09-01");
        assertThat(dossier.at("/claims/0/interest/pointsOverBaseRate").asInt()).isEqualTo(5);
        assertThat(dossier.at("/totals/outstanding").decimalValue()).isEqualByComparingTo("100.00");
        assertThat(dossier.at("/reminders/1/proof").asText()).isEqualTo("LETTER_SENT");
        assertThat(dossier.at("/releasedBy").asText()).isEqualTo("clerk");
        assertThat(Files.readAllBytes(out().resolve("dossier.pdf")))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        anna.received("2026-08-31 dunning-notice", "2026-10-05 final-notice", "2026-11-02 handover-notice");
    }

    @Test
    void refusesAReleaseWhileSomethingIsMissingAndLosesNothing() {
        anna.with("contract_date", "").owes("R-1", "100.00", "2026-08-10");
        wasTold(anna, "dunning-notice", "EMAIL", "2026-09-10");
        wasTold(anna, "final-notice", "LETTER", "2026-10-30");
        reachesTheHandover(anna);
        anna.isBlocked(BlockReason.DISPUTE);
        story.now();
        assertThat(facts()).contains("bestritten", "nicht nachgewiesen", "Datum des Vertrags", "letzte Zahlungsfrist");

        HttpResponse<String> answer = decides("clerk", anna.task().getId(), "RELEASE", "comment", "Wichtig");

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).contains("bestritten", "Datum des Vertrags").doesNotContain("at dev.kulanz");
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        assertThat(itself().isOpen()).isTrue();
        assertThat(out()).doesNotExist();
    }

    @Test
    void refusesTheMachine() {
        isDue(anna);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> anna.taskCompleted(java.util.Map.of("decision", "RELEASE")))
                .hasMessageContaining("A person who is logged in");
    }

    @Test
    void letsTheCaseRestAndAsksAgain() {
        isDue(anna);
        assertThat(decides("clerk", anna.task().getId(), "RETURN", "comment", "Ruft am Montag an")
                        .body())
                .contains("until which day");
        decided("clerk", "RETURN", "until", "2026-11-05", "comment", "Ruft am Montag an");
        assertThat(anna.task()).isNull();
        assertThat(anna.summary().blocked()).isTrue();
        story.until("2026-11-05T23:00");
        assertThat(anna.task()).isNull();
        story.until("2026-11-06T11:00");
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        decided("clerk", "RETURN", "until", "2026-12-05", "comment", "Nochmals");
        anna.isFreed();
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
    }

    @Test
    void writesOffWithAReason() {
        isDue(anna);
        assertThat(decides("clerk", anna.task().getId(), "WRITE_OFF").body()).contains("reason");
        decided("clerk", "WRITE_OFF", "comment", "Zu klein");
        assertThat(itself().status()).isEqualTo(DunningCase.Status.WRITTEN_OFF);
        assertThat(stories.cases().openAmount(itself())).isZero();
        assertThat(anna.isOnTheWay()).isFalse();
        story.after(days(2));
        assertThat(anna.cases()).hasSize(1);
    }

    // ---- two people

    @Test
    void asksASecondPersonAboveTheLimit() {
        anna.owes("R-1", "1500.00", "2026-08-10");
        wasTold(anna, "dunning-notice", "LETTER", "2026-09-10");
        wasTold(anna, "final-notice", "LETTER", "2026-10-15");
        reachesTheHandover(anna);
        decided("clerk", "RELEASE");
        assertThat(anna.task().getName()).isEqualTo("Confirm hand-over");
        assertThat(facts()).contains("clerk");
        assertThat(decides("clerk", anna.task().getId(), "RELEASE").body()).contains("another person");
        decided("owner", "DECLINE", "comment", "Erst anrufen");
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        assertThat(facts()).contains("Nicht bestätigt", "Erst anrufen");
        decided("clerk", "RELEASE");
        decided("owner", "RELEASE");
        assertThat(itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
        assertThat(anna.told("HandoverConfirmed").actor()).isEqualTo("owner");
    }

    @Test
    void letsTheProcessOwnerReleaseAloneWhatTheClerkMayNot() {
        anna.owes("R-1", "1500.00", "2026-08-10");
        wasTold(anna, "dunning-notice", "LETTER", "2026-09-10");
        wasTold(anna, "final-notice", "LETTER", "2026-10-15");
        reachesTheHandover(anna);
        decided("owner", "RELEASE");
        assertThat(itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
    }

    @Test
    void countsOneOfTwoReleasesAtTheSameMoment() throws Exception {
        isDue(anna);
        String task = anna.task().getId();
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Integer> codes = new ArrayList<>();
        try {
            Callable<Integer> clerk = () -> decides("clerk", task, "RELEASE").statusCode();
            Callable<Integer> owner = () -> decides("owner", task, "RELEASE").statusCode();
            for (Future<Integer> done : two.invokeAll(List.of(clerk, owner))) {
                codes.add(done.get());
            }
        } finally {
            two.shutdownNow();
        }
        story.now();
        assertThat(codes).containsOnlyOnce(204);
        assertThat(stories.jdbc()
                        .sql("select count(*) from handover where case_number = :case")
                        .param("case", anna.caseNumber())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    // ---- the agency answers

    @Test
    void endsWhenTheAgencyAcceptsAndRefusesToHearItTwice() {
        isHandedOver();
        assertThat(answers("a", "ACCEPTED").statusCode()).isEqualTo(201);
        assertThat(anna.isOnTheWay()).isFalse();
        assertThat(answers("a", "ACCEPTED").statusCode()).isEqualTo(200);
        assertThat(answers("a", "REJECTED").statusCode()).isEqualTo(409);
        assertThat(answers("b", "ACCEPTED").statusCode()).isEqualTo(409);
        assertThat(itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
        String all = Browser.withPassword(port, "clerk", "clerk")
                .get("/api/v1/handovers?case=" + anna.caseNumber())
                .body();
        assertThat(all).contains("\"status\":\"ACCEPTED\"", "AG-7", "\"releasedBy\":\"clerk\"");
    }

    @Test
    void bringsARejectedCaseBackToTheReleaseWithTheReason() throws IOException {
        isHandedOver();
        assertThat(answers("a", "REJECTED").statusCode()).isEqualTo(201);
        assertThat(itself().isOpen()).isTrue();
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        assertThat(facts()).contains("Vom Inkassobüro abgelehnt", "Because.");
        decided("clerk", "RELEASE");
        assertThat(home.resolve("handover/out/" + anna.caseNumber() + "-1-2/dossier.json"))
                .exists();
    }

    @Test
    void reopensARecalledCaseInTheNextRoundAfterARest() throws IOException {
        isHandedOver();
        answers("a", "ACCEPTED");
        HttpResponse<String> recalled = Browser.withPassword(port, "owner", "owner")
                .post("/api/v1/handovers/" + anna.caseNumber() + "/recall", "{\"reason\": \"Vergleich\"}");
        assertThat(recalled.statusCode()).as(recalled.body()).isEqualTo(200);
        story.now();
        assertThat(itself().isOpen()).isTrue();
        assertThat(itself().round()).isEqualTo(2);
        assertThat(anna.summary().blocked()).isTrue();
        assertThat(filesOut()).contains("recall.json");
        assertThat(anna.nextAction()).isNotNull();
        assertThat(answers("late", "ACCEPTED").statusCode()).isEqualTo(409);
    }

    @Test
    void takesAnswersAsFilesAndSaysWhatWasWrongWithOthers() throws IOException {
        isHandedOver();
        Path in = Files.createDirectories(home.resolve("handover/in"));
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
        isHandedOver();
        Path in = Files.createDirectories(home.resolve("handover/in"));
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
        isDue(anna);
        assertThat(answers("early", "ACCEPTED").statusCode()).isEqualTo(409);
        assertThat(answers("odd", "PERHAPS").statusCode()).isEqualTo(422);
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
        isHandedOver();
        story.after(days(29));
        assertThat(filesOut().stream().filter(name -> name.startsWith("reminder-")))
                .hasSize(2);
        assertThat(itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
    }

    // ---- payments afterwards

    @Test
    void reportsEachPaymentOnceAndThanksNobody() throws IOException {
        isHandedOver();
        answers("a", "ACCEPTED");
        story.after(days(1));
        int sent = anna.sent().size();
        anna.pays("40.00");
        story.now();
        List<String> after = filesOut();
        assertThat(after.stream().filter(name -> name.startsWith("payment-"))).hasSize(1);
        assertThat(anna.told("PaymentBooked")).isNotNull();
        anna.pays("60.00");
        story.after(days(3));
        assertThat(filesOut().stream().filter(name -> name.startsWith("payment-")))
                .hasSize(2);
        assertThat(filesOut()).contains("settled.json");
        JsonNode first = JSON.readTree(out().resolve(after.stream()
                        .filter(name -> name.startsWith("payment-"))
                        .findFirst()
                        .orElseThrow())
                .toFile());
        assertThat(first.get("amount").decimalValue()).isEqualByComparingTo("40.00");
        assertThat(first.get("outstanding").decimalValue()).isEqualByComparingTo("60.00");
        assertThat(itself().status()).isEqualTo(DunningCase.Status.SETTLED);
        assertThat(anna.sent()).hasSize(sent);
    }

    @Test
    void handsOverOnlyItemsThatHadBothNoticesAndAsksForTheOthersItself() throws IOException {
        anna.owes("R-1", "100.00", "2026-08-10");
        wasTold(anna, "dunning-notice", "LETTER", "2026-09-10");
        wasTold(anna, "final-notice", "LETTER", "2026-10-15");
        anna.owes("R-2", "55.00", "2026-10-20");
        reachesTheHandover(anna);
        assertThat(facts()).contains("bleibt bei uns");
        decided("clerk", "RELEASE");
        String old = anna.caseNumber();
        JsonNode dossier = JSON.readTree(out().resolve("dossier.json").toFile());
        assertThat(dossier.get("claims")).hasSize(1);
        assertThat(stories.cases().openAmount(itself())).isEqualByComparingTo("100.00");
        story.after(days(1));
        assertThat(anna.cases()).hasSize(2);
        assertThat(anna.caseNumber()).isNotEqualTo(old);
        anna.stillOwes("55.00");
        story.now();
        HttpResponse<String> back = Browser.withPassword(port, "owner", "owner")
                .post("/api/v1/handovers/" + old + "/answers", """
                {"answerId": "%s", "answer": "REJECTED"}""".formatted(story.creditorId() + "r"));
        assertThat(back.statusCode()).as(back.body()).isEqualTo(201);
        story.now();
        assertThat(stories.cases().openAmount(stories.cases().get(old))).isEqualByComparingTo("155.00");
        assertThat(stories.cases().get(anna.caseNumber()).isOpen()).isFalse();
    }

    @Test
    void passesEachNodeAndFlow() {
        elements.forget();
        asksASecondPersonAboveTheLimit();
        story.after(days(15));
        answers("a", "REJECTED");
        decided("clerk", "RETURN", "until", "2026-11-20", "comment", "Ruht");
        story.until("2026-11-21T11:00");
        decided("clerk", "RETURN", "until", "2026-12-20", "comment", "Ruht");
        anna.isFreed();
        decided("owner", "RELEASE");
        answers("b", "ACCEPTED");
        StoryDebtor other = story.debtor("Otto")
                .with("street", "Am Bach 6")
                .with("postcode", "50667")
                .with("city", "Köln");
        other.owes("R-9", "20.00", "2026-08-10");
        reachesTheHandover(other);
        assertThat(decides("clerk", other.task().getId(), "WRITE_OFF", "comment", "Zu klein")
                        .statusCode())
                .isEqualTo(204);
        var model = repository.getBpmnModelInstance(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("collection-handover")
                .latestVersion()
                .singleResult()
                .getId());
        assertThat(PassedElements.missing(model, elements.passed())).isEmpty();
    }
}
