package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.intake.AmountMeaning;
import dev.kulanz.stops.Stops;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A case goes to the collection agency, or does not: what people decide, and what the agency is given. */
@KulanzTest
class HandoverStoryTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Stories stories;

    @Autowired
    private PassedElements elements;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Stops stops;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T10:00");

    private final StoryDebtor anna = Handover.known(story.debtor("Anna"));
    private final Handover handover = new Handover(story, anna);

    @BeforeEach
    void begin() {
        story.namesItsAddress(90);
    }

    // ---- ready

    @Test
    void handsOverWhatAPersonReleasesWithAllThatTheAgencyNeeds() throws IOException {
        handover.isDue();
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        assertThat(anna.task().getDueDate()).isNotNull();
        assertThat(anna.task().getPriority()).isEqualTo(50);
        assertThat(handover.facts())
                .contains("Bereit zur Übergabe: 100.00 EUR", "wird übergeben", "final-notice, LETTER");

        handover.decided("clerk", "RELEASE");

        assertThat(handover.itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
        assertThat(handover.folder().filesOut()).containsExactly("dossier.json", "dossier.pdf");
        JsonNode dossier =
                JSON.readTree(handover.folder().out().resolve("dossier.json").toFile());
        assertThat(dossier.at("/client/street").asText()).isEqualTo("Lindenallee 1");
        assertThat(dossier.at("/debtor/name").asText()).isEqualTo("Anna Beispiel");
        assertThat(dossier.at("/claims/0/contractDate").asText()).isEqualTo("2026-06-01");
        assertThat(dossier.at("/claims/0/subject").asText()).isEqualTo("Schreibtisch");
        assertThat(dossier.at("/claims/0/defaultSince").asText()).isEqualTo("2026-09-01");
        assertThat(dossier.at("/claims/0/interest/pointsOverBaseRate").asInt()).isEqualTo(5);
        assertThat(dossier.at("/totals/outstanding").decimalValue()).isEqualByComparingTo("100.00");
        assertThat(dossier.at("/reminders/1/proof").asText()).isEqualTo("LETTER_SENT");
        assertThat(dossier.at("/releasedBy").asText()).isEqualTo("clerk");
        assertThat(Files.readAllBytes(handover.folder().out().resolve("dossier.pdf")))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        anna.received("2026-08-31 dunning-notice", "2026-10-05 final-notice", "2026-11-02 handover-notice");
        assertThat(anna.lastBody())
                .contains("an dieses Inkassounternehmen: Nordwind Inkasso, Hafenstraße 3, 20457 Hamburg.")
                .contains("Es geht um 100,00 €:", "R-1", "Schreibtisch")
                .doesNotContain("Verwendungszweck");
    }

    @Test
    void bringsNothingToTheAgencyWhileAllOfTheCreditorIsStopped() throws IOException {
        handover.isDue();
        UUID stop = stops.place(new Stops.Wanted(story.creditorId(), null, null, null), CreditorScope.ALL)
                .id();
        handover.decided("clerk", "RELEASE");
        story.now();
        assertThat(handover.folder().out()).doesNotExist();

        stops.lift(stop, CreditorScope.ALL);
        story.now();
        assertThat(handover.folder().filesOut()).containsExactly("dossier.json", "dossier.pdf");
    }

    @Test
    void bringsNothingThatTheAgencyWasFoundToHaveAfterABackupWasRestored() {
        handover.isDue();
        stories.jdbc()
                .sql(
                        "insert into departed (thing, channel, left_at, proof, found_at) values (:thing, 'AGENCY', now(), 'FILE', now())")
                .param(
                        "thing",
                        UUID.nameUUIDFromBytes(
                                ("handover " + anna.caseNumber() + "-1").getBytes(StandardCharsets.UTF_8)))
                .update();
        handover.decided("clerk", "RELEASE");
        assertThat(handover.itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
        assertThat(handover.folder().out()).doesNotExist();
        assertThat(anna.told("HandoverTransmitted").facts())
                .containsEntry("receipt", "handover/out/" + anna.caseNumber() + "-1");
    }

    @Test
    void tellsTheInstalmentsOfAnInvoiceApart() throws IOException {
        anna.with("instalment", "1").owes("R-77", "60.00", "2026-08-10");
        handover.wasTold("dunning-notice", "LETTER", "2026-09-10");
        handover.wasTold("final-notice", "LETTER", "2026-10-15");
        anna.with("instalment", "2").owes("R-77", "40.00", "2026-10-20").with("instalment", "");
        anna.ofOneInvoiceOwes("R-78", "30.00 2026-10-21", "20.00 2026-10-22");
        handover.isReached();
        assertThat(handover.facts())
                .contains("R-77, instalment / Rate 1: 60.00 EUR, is handed over")
                .contains("R-77, instalment / Rate 2: 40.00 EUR, stays ours")
                .contains("R-78, due / fällig 2026-10-21: 30.00 EUR, stays ours");

        handover.decided("clerk", "RELEASE");

        JsonNode dossier =
                JSON.readTree(handover.folder().out().resolve("dossier.json").toFile());
        assertThat(dossier.at("/claims/0/instalment").asInt()).isEqualTo(1);
        assertThat(dossier.at("/reminders/0/invoices/0").asText()).endsWith("R-77");
        assertThat(dossier.at("/reminders/0/items/0/instalment").asInt()).isEqualTo(1);
        assertThat(dossier.at("/reminders/0/items/0/dueDate").asText()).isEqualTo("2026-08-10");
    }

    @Test
    void refusesAReleaseWhileSomethingIsMissingAndLosesNothing() {
        anna.with("contract_date", "").owes("R-1", "100.00", "2026-08-10");
        handover.wasTold("dunning-notice", "EMAIL", "2026-09-10");
        handover.wasTold("final-notice", "LETTER", "2026-10-30");
        handover.isReached();
        anna.isBlocked(BlockReason.DISPUTE);
        story.now();
        assertThat(handover.facts())
                .contains("bestritten", "nicht nachgewiesen", "Datum des Vertrags", "letzte Zahlungsfrist");

        HttpResponse<String> answer = handover.decides("clerk", anna.task().getId(), "RELEASE", "comment", "Wichtig");

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).contains("bestritten", "Datum des Vertrags").doesNotContain("at dev.kulanz");
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        assertThat(handover.itself().isOpen()).isTrue();
        assertThat(handover.folder().out()).doesNotExist();
    }

    /** A variable of the engine ends at 4,000 characters; each invoice here lacks something and says so. */
    @Test
    void isDecidedHoweverManyInvoicesThereAre() {
        anna.with("contract_date", "").with("contract_id", "");
        for (int i = 1; i <= 45; i++) {
            anna.owes("INVOICE-WITH-A-LONG-NUMBER/" + i, "10.00", "2026-08-10");
        }
        handover.wasTold("dunning-notice", "LETTER", "2026-09-10");
        handover.wasTold("final-notice", "LETTER", "2026-10-16");
        handover.isReached();
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        assertThat(handover.facts()).hasSizeLessThanOrEqualTo(4_000).contains("450.00 EUR", "more");
    }

    @Test
    void handsOverNothingBelowTheLowestAmount() {
        handover.isDueFor("49.99");
        assertThat(handover.facts()).contains("weniger offen, als der Gläubiger übergibt");

        HttpResponse<String> answer = handover.decides("clerk", anna.task().getId(), "RELEASE");

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).contains("weniger offen");
        assertThat(handover.itself().isOpen()).isTrue();
        handover.decided("clerk", "WRITE_OFF", "comment", "zu klein");
        assertThat(handover.itself().status()).isEqualTo(DunningCase.Status.WRITTEN_OFF);
    }

    /** The limit stands behind the rules. */
    @Test
    void handsOverNothingBelowTheLowestAmountWhateverTheTableSays() {
        story.deploys(
                "rules/handover-readiness.dmn",
                table -> table.replaceAll("(?s)<rule id=\"Rule_TooLittle\">.*?</rule>", ""));
        handover.isDueFor("49.99");

        HttpResponse<String> answer = handover.decides("clerk", anna.task().getId(), "RELEASE");

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(handover.itself().isOpen()).isTrue();
    }

    @Test
    void handsOverTheLowestAmount() {
        handover.isDueFor("50.00");
        handover.decided("clerk", "RELEASE");
        assertThat(handover.itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
    }

    @Test
    void refusesTheMachine() {
        handover.isDue();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> anna.taskCompleted(java.util.Map.of("decision", "RELEASE")))
                .hasMessageContaining("A person who is logged in");
    }

    @Test
    void letsTheCaseRestAndAsksAgain() {
        handover.isDue();
        assertThat(handover.decides("clerk", anna.task().getId(), "RETURN", "comment", "Ruft am Montag an")
                        .body())
                .contains("until which day");
        handover.decided("clerk", "RETURN", "until", "2026-11-05", "comment", "Ruft am Montag an");
        assertThat(anna.task()).isNull();
        assertThat(anna.summary().blocked()).isTrue();
        story.until("2026-11-05T23:00");
        assertThat(anna.task()).isNull();
        story.until("2026-11-06T11:00");
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        handover.decided("clerk", "RETURN", "until", "2026-12-05", "comment", "Nochmals");
        anna.isFreed();
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
    }

    @Test
    void writesOffWithAReason() {
        handover.isDue();
        assertThat(handover.decides("clerk", anna.task().getId(), "WRITE_OFF").body())
                .contains("reason");
        handover.decided("clerk", "WRITE_OFF", "comment", "Zu klein");
        assertThat(handover.itself().status()).isEqualTo(DunningCase.Status.WRITTEN_OFF);
        assertThat(stories.cases().openAmount(handover.itself())).isZero();
        assertThat(anna.isOnTheWay()).isFalse();
        story.after(days(2));
        assertThat(anna.cases()).hasSize(1);
    }

    // ---- two people

    @Test
    void asksASecondPersonAboveTheLimit() {
        handover.isDueFor("1500.00");
        handover.decided("clerk", "RELEASE");
        assertThat(anna.task().getName()).isEqualTo("Confirm hand-over");
        assertThat(handover.facts()).contains("clerk");
        assertThat(handover.decides("clerk", anna.task().getId(), "RELEASE").body())
                .contains("another person");
        handover.decided("owner", "DECLINE", "comment", "Erst anrufen");
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        assertThat(handover.facts()).contains("Nicht bestätigt", "Erst anrufen");
        handover.decided("clerk", "RELEASE");
        handover.decided("owner", "RELEASE");
        assertThat(handover.itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
        assertThat(anna.told("HandoverConfirmed").actor()).isEqualTo("owner");
    }

    @Test
    void letsTheProcessOwnerReleaseAloneWhatTheClerkMayNot() {
        handover.isDueFor("1500.00");
        handover.decided("owner", "RELEASE");
        assertThat(handover.itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
    }

    @Test
    void countsOneOfTwoReleasesAtTheSameMoment() throws Exception {
        handover.isDue();
        String task = anna.task().getId();
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Integer> codes = new ArrayList<>();
        try {
            Callable<Integer> clerk =
                    () -> handover.decides("clerk", task, "RELEASE").statusCode();
            Callable<Integer> owner =
                    () -> handover.decides("owner", task, "RELEASE").statusCode();
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

    /** What was paid before the creditor's list named the rest is not known: the agency is not told that nothing was. */
    @Test
    void saysOfARestThatItIsOne() throws IOException {
        anna.owes("R-1", "100.00", "2026-08-10", AmountMeaning.REMAINING);
        handover.wasTold("dunning-notice", "LETTER", "2026-09-10");
        handover.wasTold("final-notice", "LETTER", "2026-10-15");
        handover.isReached();
        handover.decided("clerk", "RELEASE");
        JsonNode dossier =
                JSON.readTree(handover.folder().out().resolve("dossier.json").toFile());
        assertThat(dossier.at("/claims/0/principalIsRest").asBoolean()).isTrue();
        assertThat(dossier.at("/claims/0/outstanding").decimalValue()).isEqualByComparingTo("100.00");
    }

    @Test
    void handsOverOnlyItemsThatHadBothNoticesAndAsksForTheOthersItself() throws IOException {
        anna.owes("R-1", "100.00", "2026-08-10");
        handover.wasTold("dunning-notice", "LETTER", "2026-09-10");
        handover.wasTold("final-notice", "LETTER", "2026-10-15");
        anna.owes("R-2", "55.00", "2026-10-20");
        handover.isReached();
        assertThat(handover.facts()).contains("bleibt bei uns");
        handover.decided("clerk", "RELEASE");
        String old = anna.caseNumber();
        JsonNode dossier =
                JSON.readTree(handover.folder().out().resolve("dossier.json").toFile());
        assertThat(dossier.get("claims")).hasSize(1);
        assertThat(stories.cases().openAmount(handover.itself())).isEqualByComparingTo("100.00");
        story.after(days(1));
        assertThat(anna.cases()).hasSize(2);
        assertThat(anna.caseNumber()).isNotEqualTo(old);
        anna.stillOwes("55.00");
        story.now();
        HttpResponse<String> back = Browser.withPassword(stories.port(), "owner", "owner")
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
        handover.answers("a", "REJECTED");
        handover.decided("clerk", "RETURN", "until", "2026-11-20", "comment", "Ruht");
        story.until("2026-11-21T11:00");
        handover.decided("clerk", "RETURN", "until", "2026-12-20", "comment", "Ruht");
        anna.isFreed();
        handover.decided("owner", "RELEASE");
        handover.answers("b", "ACCEPTED");
        StoryDebtor other = story.debtor("Otto").livesAt("Am Bach 6", "50667", "Köln");
        other.owes("R-9", "20.00", "2026-08-10");
        new Handover(story, other).isReached();
        assertThat(handover.decides("clerk", other.task().getId(), "WRITE_OFF", "comment", "Zu klein")
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
