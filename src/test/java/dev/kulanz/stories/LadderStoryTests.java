package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.ContactView;
import dev.kulanz.contact.Purpose;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ladders from the first friendly words to the hand-over decision, and how far who pays goes up them. */
@KulanzTest
class LadderStoryTests {

    /**
     * What a silent consumer hears of an invoice that was due on Friday, 30 October 2026. A step's day is the later one of
     * its timer's and, before an escalation, the third bank day after the last day to pay.
     */
    private static final List<String> LADDER = List.of(
            "2026-11-02 friendly-reminder", // three days after the due date; to pay by Friday the 6th
            "2026-11-11 second-reminder", // timer: the 9th; patience: 6th + 3 bank days; to pay by Monday the 23rd
            "2026-11-16 digital-nudge", // four days later is Sunday the 15th
            "2026-11-19 plan-offer", // three days later
            "2026-11-27 call-missed", // calls on the 23rd, 25th and 27th
            "2026-11-30 dunning-notice", // three days later; to pay by Thursday, 10 December
            "2026-12-15 final-notice"); // timer: the 14th; patience: 10th + 3 bank days; to pay by the 29th

    @LocalServerPort
    private int port;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    private StoryDebtor canBeReachedAnyWay() {
        return anna.with("mobile", "+491713920001")
                .with("street", "Am Bach 5")
                .with("postcode", "50667")
                .with("city", "Köln");
    }

    /** What the ladder sends until a day, this day included. */
    private static Stream<String> ladderUntil(String day) {
        return LADDER.stream().filter(sent -> sent.substring(0, 10).compareTo(day) <= 0);
    }

    private void received(Stream<String> dayAndStep) {
        anna.received(dayAndStep.toArray(String[]::new));
    }

    private List<ContactView> sent(String step) {
        return anna.sent().stream()
                .filter(contact -> contact.step().equals(step))
                .toList();
    }

    // ---- silence

    @Test
    void climbsToTheHandoverDecisionWhenADebtorStaysSilent() {
        canBeReachedAnyWay().owes("R-1", "100.00", "2026-10-30");
        story.until("2027-01-02T07:59");
        received(LADDER.stream());
        assertThat(anna.sent())
                .filteredOn(contact -> contact.purpose() == Purpose.DEMAND)
                .extracting(contact -> contact.channel().name())
                .containsExactly("EMAIL", "EMAIL", "EMAIL", "EMAIL", "LETTER", "LETTER");
        assertThat(anna.task()).isNull();
        story.until("2027-01-02T20:00"); // 18 days after the final notice; 64 after the due date
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
        story.after(days(60));
        received(LADDER.stream());
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
    }

    @Test
    void callsOnThreeDaysAtThreeHours() {
        canBeReachedAnyWay().owes("R-1", "100.00", "2026-10-30");
        story.until("2026-12-01T12:00");
        assertThat(anna.contacts())
                .filteredOn(contact -> contact.step().equals("voicebot-call"))
                .allMatch(call -> call.status() == Contact.Status.FAILED)
                .extracting(call -> LocalDateTime.ofInstant(call.notBefore(), BusinessClock.ZONE)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString())
                .containsExactly("2026-11-23T10:00", "2026-11-25T13:00", "2026-11-27T17:30");
    }

    @Test
    void namesTheDayOfTheSecondReminderInNudgeAndOfferToo() {
        canBeReachedAnyWay().owes("R-1", "100.00", "2026-10-30");
        story.until("2026-12-16T12:00");
        assertThat(anna.sent())
                .filteredOn(contact -> contact.purpose() == Purpose.DEMAND)
                .extracting(contact -> contact.step() + " " + contact.payBy())
                .containsExactly(
                        "friendly-reminder 2026-11-06",
                        "second-reminder 2026-11-23",
                        "digital-nudge 2026-11-23",
                        "plan-offer 2026-11-23",
                        "dunning-notice 2026-12-10",
                        "final-notice 2026-12-29");
    }

    @Test
    void climbsAShorterLadderWithABusiness() {
        canBeReachedAnyWay().with("debtor_type", "BUSINESS").owes("R-1", "5000.00", "2026-10-30");
        story.until("2026-12-21T07:59");
        anna.received(
                "2026-11-02 friendly-reminder", // three days after the due date; to pay by the 9th
                "2026-11-16 dunning-notice", // 14 days later; to pay by the 26th
                "2026-12-03 final-notice"); // 17 days later; to pay by Monday the 14th
        assertThat(anna.task()).isNull();
        story.until("2026-12-21T12:00"); // 18 days later
        assertThat(anna.task().getName()).isEqualTo("Release hand-over");
    }

    @Test
    void neverEscalatesWhatNobodyHeardOf() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        for (int week = 0; week < 30; week++) {
            story.after(days(7));
            if (anna.task() != null) {
                assertThat(anna.task().getName()).isEqualTo("Find contact details");
                anna.taskCompleted(Map.of("decision", "NOTHING_FOUND"));
            }
            assertThat(anna.nextAction()).as("in week " + week).isNotNull();
        }
        anna.receivedNothing().stillOwes("100.00");
        assertThat(anna.contacts()).isEmpty();
        assertThat(anna.history())
                .filteredOn(entry -> entry.kind().equals("StepFound"))
                .allSatisfy(entry -> assertThat(entry.facts()).containsEntry("next", "friendly-reminder"));
    }

    @Test
    void beginsFriendlyWithWhoIsFoundLate() {
        anna.with("email", "").owes("R-1", "100.00", "2026-10-30");
        for (int week = 0; week < 8; week++) {
            story.after(days(7));
            if (anna.task() != null) {
                anna.taskCompleted(Map.of("decision", "NOTHING_FOUND"));
            }
        }
        story.until("2027-01-11T10:00"); // a Monday
        anna.taskCompleted(Map.of("decision", "FOUND", "email", "anna.neu@example.com"));
        anna.received("2027-01-11 friendly-reminder");
        story.until("2027-01-20T12:00"); // to pay by the 15th, and three bank days
        anna.received("2027-01-11 friendly-reminder", "2027-01-20 second-reminder");
    }

    // ---- payments

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-03",
                "2026-11-12",
                "2026-11-17",
                "2026-11-20",
                "2026-11-24",
                "2026-11-28",
                "2026-12-01",
                "2026-12-16",
                "2027-01-05"
            })
    void isThankedAndLeftInPeaceOnWhateverStepHePays(String day) {
        canBeReachedAnyWay().owes("R-1", "100.00", "2026-10-30");
        story.until(day + "T12:00");
        anna.pays("100.00").isSettled();
        assertThat(anna.task()).isNull();
        story.after(days(90));
        received(Stream.concat(ladderUntil(day), Stream.of(day + " payment-thanks")));
        anna.isSettled();
        assertThat(anna.contacts()).noneMatch(contact -> contact.status() == Contact.Status.PLANNED);
    }

    @Test
    void takesBackThePlannedDemandOfWhoPays() {
        canBeReachedAnyWay().owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-15T12:00"); // a Sunday: the nudge waits for Monday
        assertThat(anna.contacts())
                .filteredOn(contact -> contact.step().equals("digital-nudge"))
                .extracting(ContactView::status)
                .containsExactly(Contact.Status.PLANNED);
        anna.pays("100.00").isSettled();
        assertThat(anna.contacts())
                .filteredOn(contact -> contact.step().equals("digital-nudge"))
                .extracting(ContactView::status)
                .containsExactly(Contact.Status.CANCELLED);
        story.after(days(90));
        received(Stream.concat(ladderUntil("2026-11-15"), Stream.of("2026-11-16 payment-thanks")));
    }

    @Test
    void goesBackToWhatTheYoungerInvoiceWasToldWhenTheOldestIsPaid() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("R-2", "50.00", "2026-11-19");
        story.until("2026-11-23T12:00"); // four days late; nobody can call her
        anna.paysFor("R-1", "100.00").stillOwes("50.00");
        story.until("2026-12-01T20:00");
        received(Stream.concat(ladderUntil("2026-11-19"), Stream.of("2026-11-23 friendly-reminder")));
        assertThat(anna.lastBody()).contains("-R-2", "50,00 €").doesNotContain("-R-1");
        assertThat(anna.lastSent().payBy()).isEqualTo("2026-11-27");
        story.until("2026-12-02T12:00"); // timer: 30 November; patience: the 27th + 3 bank days
        received(Stream.concat(
                ladderUntil("2026-11-19"), Stream.of("2026-11-23 friendly-reminder", "2026-12-02 second-reminder")));
        assertThat(anna.lastBody()).contains("-R-2").doesNotContain("-R-1");
    }

    @Test
    void restsAWeekOnceAStepForAFifth() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.pays("20.00");
        story.until("2026-11-06T10:00");
        anna.pays("20.00"); // a quarter of the rest, but in the same step
        story.until("2026-11-11T20:00");
        anna.received("2026-11-02 friendly-reminder");
        story.until("2026-11-12T10:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-12 second-reminder");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("60.00");
        anna.pays("12.00"); // a fifth again, in the next step: the nudge of the 16th has to wait
        story.until("2026-11-18T20:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-12 second-reminder");
        assertThat(anna.isBlockedNow()).isTrue();
        story.until("2026-11-19T10:00");
        assertThat(anna.isBlockedNow()).isFalse();
    }

    @Test
    void doesNotRestForLessThanAFifth() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.pays("19.99");
        assertThat(anna.isBlockedNow()).isFalse();
        story.until("2026-11-11T10:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder");
    }

    // ---- returned payments

    @Test
    void comesBackInTheNextRoundWhenThePaymentDoes() {
        paidAtTheMahnung();
        String number = anna.caseNumber();
        story.until("2026-12-04T10:00");
        anna.lastPaymentComesBack().stillOwes("100.00");
        assertThat(anna.caseNumber()).isEqualTo(number);
        assertThat(anna.cases()).singleElement().satisfies(one -> assertThat(one.round())
                .isEqualTo(2));
        assertThat(anna.lastSent().step()).isEqualTo("payment-returned");
        assertThat(anna.lastSent().payBy()).isEqualTo("2026-12-11");
        assertThat(anna.lastBody()).contains("100,00 €", "11. Dezember 2026");
        story.until("2026-12-16T07:59");
        received(Stream.concat(
                ladderUntil("2026-12-01"), Stream.of("2026-12-02 payment-thanks", "2026-12-04 payment-returned")));
        story.until("2026-12-16T12:00"); // the 11th + 3 bank days; the timer was over on the 14th
        received(Stream.concat(
                ladderUntil("2026-12-01"),
                Stream.of("2026-12-02 payment-thanks", "2026-12-04 payment-returned", "2026-12-16 final-notice")));
    }

    private void paidAtTheMahnung() {
        canBeReachedAnyWay().owes("R-1", "100.00", "2026-10-30");
        story.until("2026-12-02T12:00");
        anna.pays("100.00").isSettled();
    }

    @Test
    void comesBackOnceHoweverOftenTheReturnIsReported() {
        paidAtTheMahnung();
        story.until("2026-12-04T10:00");
        anna.lastPaymentComesBack().lastPaymentComesBack().stillOwes("100.00");
        assertThat(sent("payment-returned")).hasSize(1);
        assertThat(anna.cases()).singleElement().satisfies(one -> assertThat(one.round())
                .isEqualTo(2));
    }

    @Test
    void owesAgainWhatAPartPaymentHadPaid() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-05T10:00");
        anna.pays("10.00").stillOwes("90.00");
        story.until("2026-11-06T10:00");
        anna.lastPaymentComesBack().stillOwes("100.00");
        assertThat(anna.cases()).singleElement().satisfies(one -> assertThat(one.round())
                .isEqualTo(1));
        anna.received("2026-11-02 friendly-reminder", "2026-11-06 payment-returned");
        assertThat(anna.lastSent().payBy()).isEqualTo("2026-11-13");
        story.until("2026-11-17T20:00");
        assertThat(sent("second-reminder")).isEmpty();
        story.until("2026-11-18T10:00"); // the 13th + 3 bank days
        assertThat(anna.lastSent().step()).isEqualTo("second-reminder");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("100.00");
    }

    @Test
    void takesReturnsFromOtherSystemsAndRefusesUnknownPayments() {
        anna.owes("R-1", "100.00", "2026-10-30").pays("10.00");
        assertThat(returned(anna.lastPayment()).statusCode()).isEqualTo(201);
        assertThat(returned(anna.lastPayment()).statusCode()).isEqualTo(200);
        anna.stillOwes("100.00");
        HttpResponse<String> unknown = returned("P-never-seen");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("P-never-seen").doesNotContain("at dev.kulanz");
    }

    private HttpResponse<String> returned(String payment) {
        return Browser.withPassword(port, "owner", "owner")
                .post("/api/v1/payments/returns", """
                {"creditorId": "%s", "externalId": "%s", "reason": "AM04"}""".formatted(story.creditorId(), payment));
    }

    // ---- blocks

    @Test
    void takesTheStepWhoseTimerPassedWhenAShortBlockEnds() {
        canBeReachedAnyWay().owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-28T10:00");
        anna.isBlockedUntil("2026-12-03");
        story.until("2026-12-03T23:00");
        received(ladderUntil("2026-11-28"));
        story.until("2026-12-18T20:00"); // 14 days later; to pay by the 14th, and three bank days
        received(Stream.concat(
                ladderUntil("2026-11-28"), Stream.of("2026-12-04 dunning-notice", "2026-12-18 final-notice")));
    }

    @Test
    void goesOnWithTheMahnungAfterFriendlyWordsWhenALongBlockEnds() {
        canBeReachedAnyWay().owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-28T10:00");
        anna.isBlocked(BlockReason.HARDSHIP);
        story.until("2026-12-10T10:00");
        anna.isFreed();
        assertThat(anna.lastSent().style()).isEqualTo("after-block");
        assertThat(anna.lastSent().payBy()).isEqualTo("2026-12-17");
        story.until("2026-12-22T12:00"); // the 17th + 3 bank days
        received(Stream.concat(
                ladderUntil("2026-11-28"), Stream.of("2026-12-10 friendly-reminder", "2026-12-22 dunning-notice")));
    }

    @Test
    void standsWhereTheRestStandsWhileTheOldestInvoiceIsDisputed() {
        anna.owes("R-1", "100.00", "2026-10-30").owes("R-2", "50.00", "2026-11-12");
        story.until("2026-11-13T10:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder");
        anna.isBlockedFor("R-1");
        story.until("2026-11-17T10:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder", "2026-11-16 friendly-reminder");
        assertThat(anna.lastBody()).contains("-R-2").doesNotContain("-R-1");
        assertThat(anna.summary().step()).isEqualTo("friendly-reminder");
        story.until("2026-11-18T10:00");
        anna.isFreed();
        anna.received(
                "2026-11-02 friendly-reminder",
                "2026-11-11 second-reminder",
                "2026-11-16 friendly-reminder",
                "2026-11-18 digital-nudge"); // was to come on the 16th
        assertThat(anna.lastBody()).contains("-R-1");
        assertThat(anna.summary().step()).isEqualTo("digital-nudge");
        assertThat(anna.lastSent().payBy()).isEqualTo("2026-11-23");
    }
}
