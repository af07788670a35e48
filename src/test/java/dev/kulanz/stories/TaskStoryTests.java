package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What only a person can do: find an address, and decide how to go on when the reminders are through. */
@KulanzTest
class TaskStoryTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor anna = story.debtor("Anna");

    private void owesWithoutAddress() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T10:00");
        assertThat(anna.task().getName()).isEqualTo("Find contact details");
    }

    private Object shown(String variable) {
        return stories.tasks().getVariableLocal(anna.task().getId(), variable);
    }

    @Test
    void showsTheFactsBesideTheTask() {
        owesWithoutAddress();
        assertThat(shown("caseFacts").toString()).contains("Anna Beispiel", "100.00 EUR", "R-1", anna.caseNumber());
        assertThat(anna.task().getPriority()).isEqualTo(50);
        assertThat(anna.task().getDueDate()).isEqualTo("2026-11-04T17:00:00.000+01:00");
        assertThat(anna.nextAction()).isEqualTo("Find contact details");
    }

    @Test
    void keepsTheFactsTrueWhenAPartIsPaid() {
        owesWithoutAddress();
        anna.pays("60.00");
        assertThat(shown("caseFacts").toString()).contains("40.00 EUR").doesNotContain("100.00 EUR");
        assertThat(anna.task().getPriority()).isEqualTo(25);
    }

    @Test
    void showsWhatFindsRoomOfFactsThatAreVeryLong() {
        String long100 = "<".repeat(80);
        anna.with("email", "")
                .with("name", "|".repeat(140))
                .with("street", "~".repeat(140))
                .with("city", "{".repeat(100));
        for (int i = 1; i <= 9; i++) {
            anna.owes("R-" + i + long100, "10.00", "2026-10-2" + i);
        }
        owesWithoutAddress();
        assertThat(shown("caseFacts").toString()).contains("190.00 EUR", " more, see the case file");
    }

    @Test
    void sendsTheReminderToTheAddressThatWasFound() {
        owesWithoutAddress();
        anna.taskCompleted(Map.of("decision", "FOUND", "email", "anna.neu@example.com"))
                .received("2026-11-02 friendly-reminder");
        assertThat(anna.lastSent().recipient()).isEqualTo("anna.neu@example.com");
        assertThat(anna.told("TaskCompleted").facts()).containsEntry("outcome", "FOUND");
    }

    /** What Tasklist or another program sends about the open task. */
    private HttpResponse<String> clerkPosts(String action, String variables) {
        return Browser.withPassword(port, "clerk", "clerk")
                .post("/engine-rest/task/" + anna.task().getId() + "/" + action, variables);
    }

    @Test
    void letsAClerkCompleteTheTaskAsTasklistDoes() {
        owesWithoutAddress();
        HttpResponse<String> answer = clerkPosts("submit-form", """
                {"variables": {"decision": {"value": "FOUND", "type": "String"},
                               "email": {"value": "anna.neu@example.com", "type": "String"},
                               "comment": {"value": "Found in the shop.", "type": "String"}}}""");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        story.now();
        anna.received("2026-11-02 friendly-reminder");
        assertThat(anna.told("TaskCompleted").actor()).isEqualTo("clerk");
        assertThat(anna.told("TaskCompleted").facts()).containsEntry("comment", "Found in the shop.");
    }

    @Test
    void letsAProgramCompleteTheTaskWithoutItsFormAndLeavesNothingInTheProcess() {
        owesWithoutAddress();
        HttpResponse<String> answer = clerkPosts("complete", """
                {"variables": {"decision": {"value": "FOUND"}, "email": {"value": "anna.neu@example.com"}}}""");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(variablesThatTell("%anna%")).isEmpty();
        story.now();
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void refusesAWrongAddressAndKeepsTheTask() {
        owesWithoutAddress();
        String task = anna.task().getId();
        assertThatThrownBy(() -> anna.taskCompleted(Map.of("decision", "FOUND", "email", "anna at example")))
                .hasMessageContaining("not an e-mail address");
        assertThatThrownBy(() -> anna.taskCompleted(Map.of("decision", "FOUND")))
                .hasMessageContaining("Please enter the e-mail address or the postal address");
        assertThatThrownBy(() -> anna.taskCompleted(Map.of("decision", "PERHAPS")))
                .hasMessageContaining("FOUND, NOTHING_FOUND");
        story.after(days(30));
        assertThat(anna.task().getId()).isEqualTo(task);
        anna.receivedNothing();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anna und bert@example.com|stands something else",
                "anna@example.com (gehört Nachbarn)|stands something else",
                "anna@example.com (privat)|stands something else",
                "anna@example.com; n/a|stands something else",
                "Mutter <anna@example.com>|stands something else",
                "anna@example.com, bert@example.com|several",
                "anna@example.com; bert@|several"
            })
    void keepsNoAddressThatMayBeAStrangers(String written, String advice) {
        owesWithoutAddress();
        assertThatThrownBy(() -> anna.taskCompleted(Map.of("decision", "FOUND", "email", written)))
                .hasMessageContaining(advice);
        assertThat(points()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Anna <anna@example.com>", "&#97;nna@example.com", "mailto:anna@example.com", "an\u200bna@example.com"})
    void keepsTheAddressThatIsCertain(String written) {
        owesWithoutAddress();
        anna.taskCompleted(Map.of("decision", "FOUND", "email", written));
        assertThat(points()).containsExactly("EMAIL anna@example.com CLERK");
    }

    @Test
    void callsNoStrangerForARemarkOrForAMissingCountryCode() {
        owesWithoutAddress();
        assertThatThrownBy(
                        () -> anna.taskCompleted(Map.of("decision", "NOTHING_FOUND", "phone", "030 5550142 (Mutter)")))
                .hasMessageContaining("Beside the number stands something else");
        assertThatThrownBy(() -> anna.taskCompleted(
                        Map.of("decision", "NOTHING_FOUND", "phone", "030 5550142 oder 030 5550143")))
                .hasMessageContaining("several");
        assertThatThrownBy(() -> anna.taskCompleted(Map.of("decision", "NOTHING_FOUND", "phone", "491713920012")))
                .hasMessageContaining("country code");
        assertThat(points()).isEmpty();

        anna.taskCompleted(Map.of(
                "decision",
                "FOUND",
                "phone",
                "0664 1234567",
                "street",
                "Graben 1",
                "postcode",
                "1010",
                "city",
                "Wien",
                "country",
                "AT"));
        assertThat(points()).as("where she lives by the same answer").containsExactly("PHONE +436641234567 CLERK");
    }

    @Test
    void refusesAsFoundAPhoneNumberAloneForNoMessageGoesThere() {
        owesWithoutAddress();
        assertThatThrownBy(() -> anna.taskCompleted(Map.of("decision", "FOUND", "phone", "+49 341 2345678")))
                .hasMessageContaining("can't be sent to a phone number");
        assertThat(points()).as("nothing is kept of what was refused").isEmpty();
        anna.taskCompleted(Map.of("decision", "NOTHING_FOUND", "phone", "+49 341 2345678"));
        assertThat(anna.task()).isNull();
        assertThat(points()).containsExactly("PHONE +493412345678 CLERK");
    }

    @Test
    void writesALetterToThePostalAddressThatWasFound() {
        owesWithoutAddress();
        anna.taskCompleted(Map.of(
                        "decision", "FOUND",
                        "street", "Ahornstraße 17",
                        "postcode", "1010",
                        "city", "Wien",
                        "country", "Österreich"))
                .received("2026-11-02 friendly-reminder");
        assertThat(anna.lastSent().recipient()).isEqualTo("Anna Beispiel, Ahornstraße 17, 1010 Wien");
        assertThat(stories.jdbc()
                        .sql("select country from debtor where creditor_id = :creditor")
                        .param("creditor", story.creditorId())
                        .query(String.class)
                        .single())
                .isEqualTo("AT");
        assertThat(journalledOfDebtor()).contains("DebtorChanged").doesNotContain("Ahornstraße", "Wien");
        assertThat(variablesThatTell("%Ahornstra%")).isEmpty();
    }

    @Test
    void refusesHalfAPostalAddressOnTheFieldThatIsMissing() {
        owesWithoutAddress();
        assertThatThrownBy(() ->
                        anna.taskCompleted(Map.of("decision", "FOUND", "street", "Ahornstraße 17", "city", "Leipzig")))
                .hasMessageContaining("the postcode is missing");
        assertThat(anna.task()).isNotNull();
    }

    @Test
    void refusesAnAddressOfAWayThatTheCreditorDoesNotUse() {
        story.usesChannels("EMAIL", "VOICE");
        owesWithoutAddress();
        assertThatThrownBy(() -> anna.taskCompleted(Map.of(
                        "decision", "FOUND", "street", "Ahornstraße 17", "postcode", "04109", "city", "Leipzig")))
                .hasMessageContaining("the creditor does not use this way");
        assertThat(anna.task()).isNotNull();
    }

    private List<String> points() {
        return stories.jdbc()
                .sql("""
                        select p.kind || ' ' || p.value || ' ' || p.source from contact_point p
                        join debtor d on d.id = p.debtor_id where d.creditor_id = :creditor""")
                .param("creditor", story.creditorId())
                .query(String.class)
                .list();
    }

    private String journalledOfDebtor() {
        return String.join(
                "\n",
                stories.jdbc()
                        .sql("""
                        select j.kind || ' ' || j.facts from journal j join debtor d on d.id = j.debtor_id
                        where d.creditor_id = :creditor""")
                        .param("creditor", story.creditorId())
                        .query(String.class)
                        .list());
    }

    @Test
    void refusesAWrongAddressOverTheEnginesRestAsTheCallersMistake() {
        owesWithoutAddress();
        HttpResponse<String> answer = clerkPosts("submit-form", """
                {"variables": {"decision": {"value": "FOUND"}, "email": {"value": "anna at example"}}}""");
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).contains("not an e-mail address").doesNotContain("at dev.kulanz");
        assertThat(anna.task()).isNotNull();
    }

    @Test
    void goesOnWithTheLadderWhenNothingWasFound() {
        owesWithoutAddress();
        anna.taskCompleted(Map.of("decision", "NOTHING_FOUND"));
        assertThat(anna.task()).isNull();
        anna.receivedNothing();
        story.after(days(7));
        assertThat(anna.task().getName()).isEqualTo("Find contact details");
        anna.taskCompleted(Map.of("decision", "FOUND", "email", "anna.neu@example.com"))
                .received("2026-11-09 friendly-reminder"); // the first words he hears are the friendly ones
    }

    @Test
    void withdrawsTheTaskOfASettledCaseAndKeepsTheClerksDraft() {
        owesWithoutAddress();
        stories.tasks().setVariableLocal(anna.task().getId(), "comment", "Called, nobody there");
        anna.pays("100.00").isSettled();
        assertThat(anna.task()).isNull();
        assertThat(anna.told("TaskWithdrawn").facts())
                .containsEntry("task", "Find contact details")
                .containsEntry("draft", "Called, nobody there");
        story.after(days(30));
        anna.receivedNothing();
    }

    @Test
    void keepsNoPersonalDataInTheEnginesHistory() {
        owesWithoutAddress();
        anna.taskCompleted(Map.of("decision", "FOUND", "email", "anna.neu@example.com"));
        assertThat(variablesThatTell("%Anna%")).isEmpty();
        assertThat(variablesThatTell("%anna%")).isEmpty();
    }

    /** Values in the engine, running or in its history, that are like this. */
    private List<String> variablesThatTell(String pattern) {
        return stories.jdbc()
                .sql("""
                        select text_ from act_hi_varinst where text_ like :pattern
                        union all select text_ from act_hi_detail where text_ like :pattern
                        union all select text_ from act_ru_variable where text_ like :pattern""")
                .param("pattern", pattern)
                .query(String.class)
                .list();
    }
}
