package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.support.Browser;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A case at the end of its ladder: what people decide about it, and what the agency answers. */
final class Handover {

    private final Story story;
    private final StoryDebtor debtor;

    Handover(Story story, StoryDebtor debtor) {
        this.story = story;
        this.debtor = debtor;
    }

    /** A debtor of whom everything is known that an agency asks for. */
    static StoryDebtor known(StoryDebtor debtor) {
        return debtor.livesAt("Am Bach 5", "50667", "Köln")
                .with("subject", "Schreibtisch")
                .with("contract_date", "2026-06-01");
    }

    private Stories house() {
        return story.house();
    }

    /** He owes 100 euros and had both notices; nothing stands in the way. */
    void isDue() {
        isDueFor("100.00");
    }

    /** He owes so much and had both notices; nothing stands in the way. */
    void isDueFor(String amount) {
        debtor.owes("R-1", amount, "2026-08-10");
        wasTold("dunning-notice", "LETTER", "2026-09-10");
        wasTold("final-notice", "LETTER", "2026-10-15");
        isReached();
    }

    /** As when the journey's last step calls it: nothing else is under way. */
    void isReached() {
        house().runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(debtor.caseNumber())
                .rootProcessInstances()
                .list()
                .forEach(one -> house().runtime().deleteProcessInstance(one.getId(), "the ladder is through"));
        house().runtime().startProcessInstanceByKey("collection-handover", debtor.caseNumber());
    }

    /** All his open items were told of this step, with this last day to pay. */
    void wasTold(String step, String channel, String payBy) {
        DunningCase of = house().cases().get(debtor.caseNumber());
        UUID contact = UUID.randomUUID();
        Timestamp at = Timestamp.from(Instant.parse(LocalDate.parse(payBy).minusDays(10) + "T08:00:00Z"));
        house().jdbc()
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
        house().jdbc()
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

    /** A person completes a task by its form; more answers come as pairs of a name and a value. */
    HttpResponse<String> decides(String user, String taskId, String decision, String... more) {
        StringBuilder variables = new StringBuilder("\"decision\": {\"value\": \"" + decision + "\"}");
        for (int i = 0; i < more.length; i += 2) {
            variables.append(", \"%s\": {\"value\": \"%s\"}".formatted(more[i], more[i + 1]));
        }
        return Browser.withPassword(house().port(), user, user)
                .post("/engine-rest/task/" + taskId + "/submit-form", "{\"variables\": {" + variables + "}}");
    }

    /** A person has completed the open task. */
    void decided(String user, String decision, String... more) {
        assertThat(debtor.task()).as("task of %s", debtor.caseNumber()).isNotNull();
        HttpResponse<String> answer = decides(user, debtor.task().getId(), decision, more);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        story.now();
    }

    HttpResponse<String> answers(String id, String answer) {
        HttpResponse<String> said = Browser.withPassword(house().port(), "owner", "owner")
                .post("/api/v1/handovers/" + debtor.caseNumber() + "/answers", """
                {"answerId": "%s", "answer": "%s", "reason": "Because.", "agencyReference": "AG-7"}""".formatted(
                                story.creditorId() + id, answer));
        story.now();
        return said;
    }

    void isHandedOver() {
        isDue();
        decided("clerk", "RELEASE");
        assertThat(itself().status()).isEqualTo(DunningCase.Status.HANDED_OVER);
    }

    /** The folders that the agency shares. */
    AgencyFolder folder() {
        return new AgencyFolder(house().home(), debtor);
    }

    DunningCase itself() {
        return house().cases().get(debtor.caseNumber());
    }

    /** What the open task shows. */
    String facts() {
        return house().tasks()
                .getVariableLocal(debtor.task().getId(), "caseFacts")
                .toString();
    }
}
