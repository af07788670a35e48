package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.NextAction;
import dev.kulanz.journey.Operations;
import dev.kulanz.receivables.CreditorSettings;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** A task to release a case opens when it can be decided, and says at each moment what is missing then. */
@KulanzTest
class ReleaseTaskStoryTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Operations operations;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = Handover.known(story.debtor("Anna"));
    private final Handover handover = new Handover(story, anna);

    // ---- opens

    @Test
    void opensWhenAPaymentOfTheLastDayMayHaveCome() {
        story.namesItsAddress(3);
        anna.with("debtor_type", "BUSINESS").with("mobile", "+491713920001").owes("R-1", "5000.00", "2026-10-30");
        story.until("2026-12-23T07:59"); // 18 days passed on the 21st; to pay by Friday the 18th, and three bank days
        anna.received("2026-11-02 friendly-reminder", "2026-11-16 dunning-notice", "2026-12-03 final-notice");
        assertThat(anna.task()).isNull();
        story.until("2026-12-23T08:30");
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        assertThat(handover.facts()).contains("Bereit zur Übergabe: 5000.00 EUR");
    }

    @Test
    void opensNoEarlierWhereADiagramGivesFewerDays() {
        story.namesItsAddress(3);
        story.deploys("processes/business-journey.bpmn", text -> text.replace("P18D", "PT1H"));
        anna.with("debtor_type", "BUSINESS").owes("R-1", "5000.00", "2026-10-30");
        story.until("2026-12-23T07:59");
        assertThat(anna.sent()).hasSize(3);
        assertThat(anna.task()).isNull();
        story.until("2026-12-23T08:30");
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
    }

    /** As one that waited already when this was not known yet, or where a later day was given since. */
    @Test
    void opensNoEarlierWhereATimerIsSetTooEarly() {
        story.namesItsAddress(3);
        anna.with("debtor_type", "BUSINESS").owes("R-1", "5000.00", "2026-10-30");
        story.until("2026-12-05T10:00");
        int timers =
                story.house().jdbc().sql("""
                        update act_ru_job j set duedate_ = '2026-12-08 09:00' from act_ru_execution p
                        where p.id_ = j.process_instance_id_ and p.business_key_ = :number""").param("number", anna.caseNumber()).update();
        assertThat(timers).isOne();
        assertThat(next().at()).isEqualTo("2026-12-23T07:00:00Z");
        story.until("2026-12-23T07:59");
        assertThat(anna.task()).isNull();
        assertThat(operations.countIncidents(new CreditorScope(false, Set.of(story.creditorId()))))
                .isZero();
        story.until("2026-12-23T08:30");
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
    }

    @Test
    void opensAsLateAsItsDiagramSays() {
        story.namesItsAddress(3);
        story.deploys("processes/business-journey.bpmn", text -> text.replace("P18D", "P40D"));
        anna.with("debtor_type", "BUSINESS").owes("R-1", "5000.00", "2026-10-30");
        story.until("2027-01-12T07:59");
        assertThat(anna.task()).isNull();
        story.until("2027-01-12T12:00");
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
    }

    // ---- says

    @Test
    void forgetsABlockThatRanOut() {
        story.namesItsAddress(90);
        handover.isDue();
        anna.isBlockedUntil("2026-11-10");
        assertThat(handover.facts()).contains("Paused", "Missing");
        assertThat(readiness()).isEqualTo("1 missing / 1 fehlt");
        assertThat(next().ready()).isFalse();
        story.until("2026-11-10T23:59");
        assertThat(handover.facts()).contains("Paused");
        story.until("2026-11-11T05:30"); // the list is written anew in the morning
        assertThat(handover.facts()).doesNotContain("Paused").contains("Bereit zur Übergabe: 100.00 EUR");
        assertThat(readiness()).isEqualTo("ready / bereit");
        assertThat(next().ready()).isTrue();
        assertThat(handover.decides("clerk", anna.task().getId(), "RELEASE").statusCode())
                .isEqualTo(204);
    }

    /** Nobody collects for whom nobody can reach or pay. */
    @Test
    void namesWhatTheCreditorHasNotSaid() {
        story.namesItsAddress(90);
        handover.isDue();
        assertThat(handover.facts()).contains("Bereit zur Übergabe: 100.00 EUR");
        story.house()
                .creditors()
                .put(
                        story.creditorId(),
                        new CreditorSettings(
                                "Lindenhof",
                                null,
                                "Weg 1",
                                "04177",
                                "Leipzig",
                                "DE",
                                null,
                                null,
                                null,
                                null,
                                "de",
                                90,
                                null));
        assertThat(HtmlUtils.htmlUnescape(opened("form-variables")))
                .contains(
                        "Lindenhof: account to pay to / Bankkonto",
                        "Lindenhof: telephone or e-mail / Telefon oder E-Mail");
        HttpResponse<String> refused = handover.decides("clerk", anna.task().getId(), "RELEASE");
        assertThat(refused.statusCode()).isBetween(400, 422);
        assertThat(refused.body()).contains("Bankkonto");
        story.namesItsAddress(90);
        assertThat(handover.decides("clerk", anna.task().getId(), "RELEASE").statusCode())
                .isEqualTo(204);
    }

    @Test
    void saysWhenTheDaysToPayAreOver() {
        story.namesItsAddress(90);
        anna.owes("R-1", "100.00", "2026-08-10");
        handover.wasTold("dunning-notice", "LETTER", "2026-09-10");
        handover.wasTold("final-notice", "LETTER", "2026-11-04"); // a Wednesday
        handover.isReached();
        assertThat(handover.facts()).contains("letzte Zahlungsfrist");
        story.until("2026-11-09T00:30");
        assertThat(opened("form-variables")).as("before the morning").contains("Bereit zur Übergabe");
        assertThat(readiness()).isEqualTo("ready / bereit");
    }

    @Test
    void saysWhatHoldsWhenItIsOpenedWhateverHasChanged() {
        story.namesItsAddress(90);
        handover.isDue();
        changeWithoutAWord("update debtor set city = 'Bonn' where creditor_id = :creditor");
        assertThat(opened("form-variables")).contains("Bonn").doesNotContain("Köln");
        changeWithoutAWord("update debtor set city = 'Ulm' where creditor_id = :creditor");
        assertThat(opened("localVariables")).contains("Ulm");
        changeWithoutAWord("update debtor set city = 'Jena' where creditor_id = :creditor");
        assertThat(opened("variables")).contains("Jena");
    }

    @Test
    void countsWhatIsMissingWhenADisputeComesAndGoes() {
        story.namesItsAddress(90);
        handover.isDue();
        assertThat(readiness()).isEqualTo("ready / bereit");
        anna.isBlocked(BlockReason.DISPUTE);
        assertThat(readiness()).isEqualTo("1 missing / 1 fehlt");
        anna.isFreed();
        assertThat(readiness()).isEqualTo("ready / bereit");
    }

    // ---- the list

    @Test
    void isFoundAmongThoseThatAreReady() throws JsonProcessingException {
        story.namesItsAddress(90);
        handover.isDue();
        Browser clerk = Browser.withPassword(story.house().port(), "clerk", "clerk");
        assertThat(inList(clerk, "Ready to hand over")).contains(anna.task().getId());
        assertThat(Browser.loggedIn(story.house().port(), "clerk")
                        .page("/cases?mark=READY_FOR_HANDOVER&creditor=" + story.creditorId())
                        .body())
                .contains(anna.caseNumber());
        anna.isBlocked(BlockReason.DISPUTE);
        assertThat(inList(clerk, "Ready to hand over"))
                .doesNotContain(anna.task().getId());
        assertThat(Browser.loggedIn(story.house().port(), "clerk")
                        .page("/cases?creditor=" + story.creditorId())
                        .body())
                .contains("something is missing")
                .doesNotContain("mark=READY_FOR_HANDOVER");
    }

    private static String inList(Browser clerk, String name) throws JsonProcessingException {
        JsonNode filters =
                JSON.readTree(clerk.get("/engine-rest/filter?maxResults=100").body());
        for (JsonNode filter : filters) {
            if (filter.get("name").asText().equals(name)) {
                return clerk.get("/engine-rest/filter/" + filter.get("id").asText() + "/list")
                        .body();
            }
        }
        throw new AssertionError("There is no list " + name + " in " + filters);
    }

    private String opened(String what) {
        return Browser.withPassword(story.house().port(), "clerk", "clerk")
                .get("/engine-rest/task/" + anna.task().getId() + "/" + what)
                .body();
    }

    private String readiness() {
        return String.valueOf(story.house().tasks().getVariableLocal(anna.task().getId(), "readiness"));
    }

    private NextAction next() {
        return story.house().nextActions().of(List.of(anna.caseNumber())).get(anna.caseNumber());
    }

    private void changeWithoutAWord(String sql) {
        assertThat(story.house()
                        .jdbc()
                        .sql(sql)
                        .param("creditor", story.creditorId())
                        .update())
                .isPositive();
    }
}
