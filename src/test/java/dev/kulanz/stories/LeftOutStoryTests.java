package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.Results;
import dev.kulanz.demo.Reaction;
import dev.kulanz.journey.Operations;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A step that does not fit, or to which nobody found an address, is left out, and the ladder goes on. */
@KulanzTest
@Timeout(900)
class LeftOutStoryTests {

    private static final String NOTICES =
            "\"friendly-reminder\", \"second-reminder\", \"dunning-notice\", \"final-notice\"";

    @Autowired
    private Operations operations;

    @Autowired
    private Results results;

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    // ---- by rule

    @Test
    void goesOnWithTheSecondWhereTheFirstReminderDoesNotFit() {
        fitting("\"second-reminder\", \"dunning-notice\", \"final-notice\"");
        anna.owes("R-1", "12.00", "2026-10-30");
        story.until("2026-11-15T12:00");
        anna.received("2026-11-09 second-reminder", "2026-11-13 digital-nudge");
        assertThat(anna.summary().step()).isEqualTo("digital-nudge");
        assertThat(anna.told("StepLeftOut").facts()).containsEntry("step", "friendly-reminder");
        assertThat(incidents()).isZero();
    }

    @Test
    void goesOnBehindASecondReminderThatDoesNotFit() {
        fitting("\"friendly-reminder\", \"dunning-notice\", \"final-notice\"");
        ConsumerLadder.reaches(anna).owes("R-1", "100.00", "2026-10-30");
        story.until("2026-12-20T12:00");
        assertThat(anna.sent())
                .filteredOn(contact -> contact.purpose() == dev.kulanz.contact.Purpose.DEMAND)
                .extracting(contact -> contact.step())
                .containsExactly("friendly-reminder", "digital-nudge", "plan-offer", "dunning-notice", "final-notice");
        assertThat(incidents()).isZero();
    }

    @Test
    void keepsTheDaysBetweenTwoRungsWhenTheLadderBeginsAnewBehindWhatWasLeftOut() {
        fitting("\"second-reminder\", \"dunning-notice\", \"final-notice\"");
        anna.owes("R-1", "12.00", "2026-10-30");
        story.until("2026-11-05T12:00");
        anna.owes("R-2", "15.00", "2026-10-20"); // older, and its first reminder is still to come
        story.until("2026-11-16T07:00");
        anna.receivedNothing();
        story.until("2026-11-16T20:00");
        anna.received(
                "2026-11-16 second-reminder"); // a week after the 9th, when it would have come without the older one
    }

    @Test
    void comesBackToANoticeThatAHandoverRestsOnAndSaysSo() {
        fitting("\"friendly-reminder\", \"second-reminder\", \"final-notice\"");
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2027-02-15T12:00");
        assertThat(anna.sent()).extracting(contact -> contact.step()).doesNotContain("dunning-notice", "final-notice");
        anna.stillOwes("100.00");
        saysThatItGoesInACircle();
    }

    @Test
    void sendsNothingAndSaysSoWhereNoNoticeFitsAtAll() {
        deploy(table -> table.replace("<text>true</text>", "<text>false</text>"));
        anna.owes("R-1", "12.00", "2026-10-30");
        story.until("2027-02-01T12:00");
        anna.receivedNothing().stillOwes("12.00");
        saysThatItGoesInACircle();
        assertThat(anna.nextAction()).isNotNull();
    }

    @Test
    void releasesNothingWhoseFinalNoticeWasLeftOut() {
        fitting("\"friendly-reminder\", \"second-reminder\", \"dunning-notice\"");
        ConsumerLadder.reaches(anna).owes("R-1", "100.00", "2026-10-30");
        story.until("2027-02-15T12:00");
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        assertThat(Browser.withPassword(port, "clerk", "clerk")
                        .post(
                                "/engine-rest/task/" + anna.task().getId() + "/submit-form",
                                "{\"variables\":{\"decision\":{\"value\":\"RELEASE\"}}}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
    }

    @Test
    void leavesOutNothingWhoseTurnIsTakenAwayByTheOldestInvoice() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T12:00");
        anna.received("2026-11-02 friendly-reminder").addressFails();
        story.until("2026-11-11T12:00");
        assertThat(step()).isEqualTo("second-reminder");
        anna.owes("R-2", "50.00", "2026-10-01"); // older: the ladder takes the step away and looks anew
        story.after(Story.days(1));
        assertThat(anna.told("StepFound").facts()).containsEntry("next", "friendly-reminder");
        assertThat(step()).isEqualTo("friendly-reminder");
        assertThat(anna.history()).extracting(entry -> entry.kind()).doesNotContain("StepLeftOut");
        assertThat(leftOutByHand()).isEmpty();
    }

    @Test
    void leavesOutNothingThatWasSentBeforeAnOlderInvoiceCame() {
        anna.owes("R-1", "100.00", "2026-10-20");
        UUID reminder = isOnItsWayAndNobodyKnows();
        anna.owes("R-2", "50.00", "2026-10-01"); // older, and not named in the reminder
        results.resolve(reminder, true);
        story.until("2026-11-30T12:00");
        assertThat(anna.history()).extracting(entry -> entry.kind()).doesNotContain("StepLeftOut");
        assertThat(told("R-2")).startsWith("friendly-reminder", "second-reminder");
        assertThat(told("R-1")).startsWith("friendly-reminder", "friendly-reminder");
    }

    @Test
    void leavesOutWhatAnInvoiceWasToldOfBesideAnOlderOneThatIsPaid() {
        secondReminderToldBesideAnOlderInvoice();
        fitting("\"friendly-reminder\", \"dunning-notice\", \"final-notice\"");
        story.until("2026-12-01T12:00");
        assertThat(anna.told("StepLeftOut").facts())
                .containsEntry("step", "second-reminder")
                .containsEntry("reason", "it does not fit");
        assertThat(anna.history().stream().filter(entry -> entry.kind().equals("StepLeftOut")))
                .hasSize(1);
        assertThat(leftOut()).contains("second-reminder", "digital-nudge"); // who has just paid is not nudged
        assertThat(incidents()).isZero();
    }

    @Test
    void comesBackToTheMahnungThatAnInvoiceWasToldOfBesideAnOlderOneAndSaysSo() {
        ConsumerLadder.reaches(anna).owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-28T12:00");
        anna.owes("R-2", "50.00", "2026-11-10"); // first named in the Mahnung, at its own level
        story.until("2026-12-01T12:00");
        assertThat(told("R-2")).containsExactly("friendly-reminder");
        anna.paysFor("R-1", "100.00");
        fitting("\"friendly-reminder\", \"second-reminder\", \"final-notice\"");
        story.until("2027-02-28T12:00");
        assertThat(told("R-2")).doesNotContain("final-notice");
        saysThatItGoesInACircle();
    }

    @Test
    void foretellsTheStepBehindTheOneThatIsLeftOut() {
        fitting("\"second-reminder\", \"dunning-notice\", \"final-notice\"");
        anna.owes("R-1", "12.00", "2026-10-30");
        story.until("2026-11-04T12:00");
        assertThat(anna.wouldReceive("R-1", "12.00", "2026-10-30")).containsExactly("2026-11-09 second-reminder EMAIL");
    }

    // ---- by hand

    @Test
    void asksForTheNextStepAfterAPersonLeftOneOut() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T12:00");
        assertThat(step()).isEqualTo("friendly-reminder");
        anna.taskCompleted(Map.of("decision", "NOTHING_FOUND"));
        assertThat(anna.told("StepLeftOut").facts()).containsEntry("step", "friendly-reminder");
        story.until("2026-11-09T12:00");
        assertThat(step()).isEqualTo("second-reminder");
        anna.taskCompleted(Map.of("decision", "NOTHING_FOUND"));
        story.until("2026-12-01T12:00");
        assertThat(step()).isEqualTo("dunning-notice");
    }

    @Test
    void beginsFriendlyAllTheSameOnceThereIsAnAddress() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-02T12:00");
        anna.taskCompleted(Map.of("decision", "NOTHING_FOUND"));
        story.until("2026-11-09T12:00");
        anna.taskCompleted(Map.of("decision", "FOUND", "email", "anna.neu@example.com"));
        story.until("2026-11-10T12:00");
        anna.received("2026-11-09 friendly-reminder");
        story.until("2026-11-30T12:00");
        assertThat(anna.sent().get(1).step()).isEqualTo("second-reminder");
    }

    @Test
    void leavesOutByHandWhatAnInvoiceWasToldOfBesideAnOlderOneThatIsPaid() {
        secondReminderToldBesideAnOlderInvoice();
        anna.addressFails();
        story.until("2026-11-20T12:00");
        assertThat(step()).isEqualTo("second-reminder");
        anna.taskCompleted(Map.of("decision", "NOTHING_FOUND"));
        assertThat(anna.told("StepLeftOut").facts()).containsEntry("reason", "nothing to write to was found");
        assertThat(leftOutByHand()).containsExactly("second-reminder");
        story.until("2026-12-20T12:00");
        assertThat(step()).isEqualTo("dunning-notice");
    }

    @Test
    void takesNoOtherAnswerOfAPersonForAnAddressNotFound() {
        anna.with("mobile", "+491713920001").atThePhone("+491713920001", Reaction.asksForAPerson("de"));
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-24T12:00");
        assertThat(anna.task().getName()).isEqualTo("Call back debtor");
        anna.taskCompleted(Map.of("decision", "TALKED", "comment", "Pays next week."));
        story.until("2026-11-25T12:00");
        assertThat(leftOutByHand()).isEmpty();
        assertThat(leftOut()).contains("voicebot-call");
    }

    @Test
    void waitsForAPersonAtTheMahnungOfWhoCanNotBeWrittenToAndSaysSo() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        for (int week = 0; week < 12; week++) {
            story.after(Story.days(7));
            if (anna.task() != null) {
                assertThat(anna.task().getName()).isEqualTo("Find contact details");
                anna.taskCompleted(Map.of("decision", "NOTHING_FOUND"));
            }
        }
        anna.receivedNothing().stillOwes("100.00");
        saysThatItGoesInACircle();
    }

    /** R-2 was named in the second reminder of R-1, which is paid now: so it stands at its first. */
    private void secondReminderToldBesideAnOlderInvoice() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T12:00");
        anna.owes("R-2", "50.00", "2026-11-03");
        story.until("2026-11-12T12:00");
        assertThat(told("R-2")).containsExactly("friendly-reminder");
        anna.paysFor("R-1", "100.00");
    }

    /** As a dispatcher leaves it that died after the mail server took the message. */
    private UUID isOnItsWayAndNobodyKnows() {
        UUID contact = anna.contacts().get(0).id();
        story.standAt("2026-11-02T08:00");
        story.house().jdbc().sql("""
                        with sending as (
                            update contact set status = 'SENDING', claimed_until = now() - interval '1 second',
                                composed_at = not_before, recipient = 'anna@example.com', pay_by = '2026-11-06'
                            where id = :id returning id, case_id)
                        insert into contact_item (contact_id, open_item_id)
                        select s.id, ci.open_item_id from sending s join case_item ci on ci.case_id = s.case_id""").param("id", contact).update();
        story.until("2026-11-03T12:00");
        assertThat(anna.contacts()).extracting(one -> one.status()).containsExactly(Contact.Status.UNKNOWN);
        return contact;
    }

    /** What he was told of an invoice, in order. */
    private List<String> told(String invoice) {
        return story.house()
                .jdbc()
                .sql("""
                        select n.step from notice n join open_item i on i.id = n.open_item_id
                        where i.invoice_id = :invoice order by n.told_at, n.id""")
                .param("invoice", story.creditorId() + "-" + invoice)
                .query(String.class)
                .list();
    }

    private List<String> leftOut() {
        return leftOut("true");
    }

    private List<String> leftOutByHand() {
        return leftOut("by_hand");
    }

    private List<String> leftOut(String which) {
        return story.house()
                .jdbc()
                .sql("select distinct step from left_out where case_id = :case and " + which)
                .param("case", anna.cases().get(0).id())
                .query(String.class)
                .list();
    }

    private void saysThatItGoesInACircle() {
        CreditorScope ours = new CreditorScope(false, Set.of(story.creditorId()));
        assertThat(operations.groups(ours, 0, 20)).singleElement().satisfies(group -> {
            assertThat(group.first().kind()).isEqualTo(Operations.Kind.CIRCLE);
            assertThat(group.count()).isEqualTo(1);
            assertThat(group.cases()).containsExactly(anna.caseNumber());
        });
        assertThat(Browser.loggedIn(port, "clerk").page("/incidents").body())
                .contains("comes to the same step again and again", anna.caseNumber());
    }

    private long incidents() {
        return operations.countIncidents(new CreditorScope(false, Set.of(story.creditorId())));
    }

    private Object step() {
        return story.house().runtime().getVariable(anna.task().getExecutionId(), "step");
    }

    /** Of the notices only these fit. */
    private void fitting(String notices) {
        deploy(table -> table.replace(NOTICES, notices));
    }

    private void deploy(UnaryOperator<String> change) {
        story.deploys("rules/step-fitting.dmn", change);
    }
}
