package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kulanz.agreements.Promise;
import dev.kulanz.agreements.Promises;
import dev.kulanz.cases.BlockReason;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.ContactView;
import dev.kulanz.contact.Purpose;
import dev.kulanz.contact.Results;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Refusal;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.LockWaiters;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who has promised to pay is left in peace until the day, is reminded of it once, and is taken at his word. */
@KulanzTest
class PromiseStoryTests {

    @Autowired
    private Stories stories;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Results results;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T09:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    @BeforeEach
    void begin() {
        anna.owes("R-1", "100.00", "2026-10-28");
        story.until("2026-11-04T10:00");
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void isConfirmedRemindedOfTheDayBeforeAndKept() {
        anna.promises("100.00", "2026-11-20"); // a Friday
        assertThat(anna.isBlockedNow()).isTrue();
        story.until("2026-11-19T07:59");
        anna.received("2026-11-02 friendly-reminder", "2026-11-04 promise-confirmation");
        story.until("2026-11-20T10:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-04 promise-confirmation", "2026-11-19 promise-reminder");
        assertThat(anna.lastSentAt()).isEqualTo("2026-11-19T08:00");
        anna.pays("100.00").isSettled();
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: KEPT");
        assertThat(anna.told("PromiseKept").facts()).containsEntry("paid", new BigDecimal("100.00"));
        story.after(days(30));
        assertThat(anna.lastSent().step()).isEqualTo("payment-thanks");
        assertThat(anna.sent()).hasSize(4);
    }

    @Test
    void isBrokenWhenTheGraceIsOverAndNothingWasPaid() {
        anna.promises("100.00", "2026-11-20"); // Friday; grace until Wednesday
        story.until("2026-11-26T07:59");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: OPEN");
        assertThat(anna.isBlockedNow()).isTrue();
        assertThat(anna.sent()).hasSize(3);
        story.until("2026-11-26T08:01");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: BROKEN");
        assertThat(anna.isBlockedNow()).isFalse();
        assertThat(anna.followedUp()).isZero();
        anna.stillOwes("100.00");
        assertThat(anna.sent()).hasSize(4);
        assertThat(anna.lastSent().purpose()).as("the ladder goes on").isEqualTo(Purpose.DEMAND);
    }

    @Test
    void isPartlyKeptWhenLessWasPaid() {
        anna.promises("80.00", "2026-11-20");
        story.until("2026-11-24T10:00");
        anna.pays("30.00").stillOwes("70.00");
        assertThat(anna.promised()).containsExactly("80.00 by 2026-11-20: OPEN");
        story.until("2026-11-26T08:01");
        assertThat(anna.promised()).containsExactly("80.00 by 2026-11-20: PARTLY_KEPT");
        assertThat(anna.told("PromisePartlyKept").facts()).containsEntry("paid", new BigDecimal("30.00"));
        assertThat(stories.promises().lastBroken(anna.cases().get(0).id()))
                .hasValueSatisfying(broken -> assertThat(broken.status()).isEqualTo(Promise.Status.PARTLY_KEPT));
    }

    @Test
    void isKeptInTheGraceAndNotReportedAsBroken() {
        anna.promises("60.00", "2026-11-20");
        story.until("2026-11-25T18:00");
        anna.pays("60.00").stillOwes("40.00");
        assertThat(anna.promised()).containsExactly("60.00 by 2026-11-20: KEPT");
        assertThat(stories.blocks().active(anna.cases().get(0)))
                .extracting("reason")
                .containsExactly(BlockReason.PART_PAYMENT);
        assertThat(stories.promises().lastBroken(anna.cases().get(0).id())).isEmpty();
    }

    @Test
    void isKeptAtOnceWhenItIsPaidBeforeTheDayByWhomever() {
        anna.promises("60.00", "2026-11-20");
        story.until("2026-11-10T10:00");
        anna.pays("20.00").pays("40.00"); // the ledger does not ask from whose account
        assertThat(anna.promised()).containsExactly("60.00 by 2026-11-20: KEPT");
        assertThat(anna.followedUp()).isZero();
        story.until("2026-11-30T10:00");
        assertThat(anna.sent()).extracting("step").doesNotContain("promise-reminder");
    }

    @Test
    void doesNotCountWhatHadBeenPaidBefore() {
        anna.pays("30.00").promises("70.00", "2026-11-20");
        story.until("2026-11-10T10:00");
        anna.pays("40.00");
        assertThat(anna.promised()).containsExactly("70.00 by 2026-11-20: OPEN");
    }

    @Test
    void endsWithTheCaseWhenItIsSettledInBetween() {
        anna.promises("50.00", "2026-11-20");
        story.until("2026-11-10T10:00");
        anna.owesOnly("R-9", "10.00", "2027-05-01").isSettled(); // the creditor's file no longer names the invoice
        assertThat(anna.promised()).containsExactly("50.00 by 2026-11-20: KEPT");
        assertThat(anna.isBlockedNow()).isFalse();
        story.after(days(60));
        anna.received("2026-11-02 friendly-reminder", "2026-11-04 promise-confirmation");
    }

    @Test
    void takesThePlaceOfTheOneBefore() {
        anna.promises("100.00", "2026-11-20");
        story.until("2026-11-10T10:00");
        anna.promises("100.00", "2026-12-04"); // a Friday
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: REPLACED", "100.00 by 2026-12-04: OPEN");
        assertThat(anna.followedUp()).isEqualTo(1);
        assertThat(stories.blocks().active(anna.cases().get(0)))
                .singleElement()
                .satisfies(block -> assertThat(block.until()).isEqualTo("2026-12-10"));
        story.until("2026-12-09T10:00");
        anna.received(
                "2026-11-02 friendly-reminder",
                "2026-11-04 promise-confirmation",
                "2026-11-10 promise-confirmation",
                "2026-12-03 promise-reminder");
        story.until("2026-12-10T08:01");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: REPLACED", "100.00 by 2026-12-04: BROKEN");
    }

    @Test
    void doesNotConfirmWhatWasReplacedBeforeTheMorning() {
        story.until("2026-11-07T23:00"); // the Saturday is over, Sunday is silent
        anna.promises("100.00", "2026-11-20").promises("100.00", "2026-11-27");
        story.until("2026-11-09T08:01");
        anna.received("2026-11-02 friendly-reminder", "2026-11-09 promise-confirmation");
        assertThat(anna.contacts()).extracting("status").contains(Contact.Status.CANCELLED);
    }

    @Test
    void isNotRemindedOfWhenTheDayIsTodayOrTomorrow() {
        StoryDebtor ben = story.debtor("Ben").owes("B-1", "50.00", "2026-10-28");
        anna.promises("100.00", "2026-11-04");
        ben.promises("50.00", "2026-11-05");
        story.until("2026-11-10T07:59"); // both days and the grace are over on Tuesday and Wednesday
        assertThat(anna.sent()).extracting("step").containsExactly("friendly-reminder", "promise-confirmation");
        assertThat(ben.sent()).extracting("step").containsExactly("friendly-reminder", "promise-confirmation");
        story.until("2026-11-11T08:01");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-04: BROKEN");
        assertThat(ben.promised()).containsExactly("50.00 by 2026-11-05: BROKEN");
    }

    @Test
    void isRemindedOfOnTheSaturdayWhenTheDayIsAMonday() {
        anna.promises("100.00", "2026-11-16");
        story.until("2026-11-16T10:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-04 promise-confirmation", "2026-11-14 promise-reminder");
    }

    /** A credit note took 20 off: paying what the slip names keeps the promise. */
    @Test
    void isRemindedOfNoMoreThanIsLeftOfIt() {
        anna.promises("100.00", "2026-11-13")
                .with("credits_invoice", story.creditorId() + "-R-1")
                .owes("G-1", "-20.00", "2026-11-05");
        story.until("2026-11-12T10:00");
        assertThat(anna.lastSent().step()).isEqualTo("promise-reminder");
        assertThat(anna.lastBody())
                .contains(
                        "100,00 € bis zum 13. November 2026 zugesagt",
                        "Davon sind jetzt noch 80,00 € zu zahlen.",
                        "Betrag: 80,00 €")
                .doesNotContain("Betrag: 100,00 €");
        anna.pays("80.00");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-13: KEPT");
    }

    /** The amount that was promised stands in the same message: it says why it asks for less. */
    @Test
    void isConfirmedWithWhatIsLeftOfItWhereACreditNoteCameBeforeTheMorning() {
        story.until("2026-11-04T22:00");
        anna.promises("100.00", "2026-11-13")
                .with("credits_invoice", story.creditorId() + "-R-1")
                .owes("G-1", "-20.00", "2026-11-04");
        story.until("2026-11-05T08:01");
        assertThat(anna.lastSent().step()).isEqualTo("promise-confirmation");
        assertThat(anna.lastBody())
                .contains(
                        "Sie zahlen 100,00 € bis zum 13. November 2026",
                        "Von den 100,00 € sind jetzt noch 80,00 € zu zahlen.",
                        "Betrag: 80,00 €");
    }

    /** Nobody knew whether the slip had gone out; by the time that somebody finds that it had not, the promise is over. */
    @ParameterizedTest
    @ValueSource(strings = {"paid", "promised anew", "too late"})
    void isNotRemindedOfAfterItsEndHoweverLateItIsFoundThatTheReminderWasNotSent(String end) {
        anna.promises("60.00", "2026-11-20");
        story.until("2026-11-19T10:00");
        ContactView reminder = anna.lastSent();
        assertThat(reminder.step()).isEqualTo("promise-reminder");
        isOfUnknownFate(reminder);
        switch (end) {
            case "paid" -> anna.pays("60.00");
            case "promised anew" -> anna.promises("60.00", "2026-12-11");
            default -> story.until("2026-11-26T08:01");
        }
        results.resolve(reminder.id(), false);
        story.now().after(days(1));
        assertThat(anna.contacts())
                .filteredOn(contact -> contact.step().equals("promise-reminder"))
                .hasSize(1);
    }

    @Test
    void isRemindedOfOnceMoreAsLongAsItIsOpenWhenTheReminderWasNotSent() {
        anna.promises("60.00", "2026-11-20");
        story.until("2026-11-19T10:00");
        ContactView reminder = anna.lastSent();
        isOfUnknownFate(reminder);
        results.resolve(reminder.id(), false);
        story.now();
        assertThat(anna.lastSent().step()).isEqualTo("promise-reminder");
    }

    private void isOfUnknownFate(ContactView contact) {
        stories.jdbc()
                .sql("update contact set status = 'UNKNOWN', sent_at = null where id = :id")
                .param("id", contact.id())
                .update();
    }

    @Test
    void isRemindedOfNoMoreThanIsLeftAfterAPartWasPaid() {
        anna.promises("60.00", "2026-11-13").pays("20.00");
        story.until("2026-11-12T10:00");
        assertThat(anna.lastSent().step()).isEqualTo("promise-reminder");
        assertThat(anna.lastBody())
                .contains("60,00 € bis zum 13. November 2026 zugesagt", "Betrag: 40,00 €")
                .doesNotContain("Betrag: 60,00 €");
    }

    @Test
    void isRemindedOfNoMoreThanTheCaseOwesByThen() {
        anna.promises("100.00", "2026-11-13").owes("R-1", "70.00", "2026-10-28");
        story.until("2026-11-12T10:00");
        assertThat(anna.lastSent().step()).isEqualTo("promise-reminder");
        assertThat(anna.lastBody()).contains("Betrag: 70,00 €").doesNotContain("Betrag: 100,00 €");
    }

    /** What came back had been paid before: of what he paid since it takes nothing away. */
    @Test
    void isKeptAlsoIfAnEarlierPaymentComesBackMeanwhile() {
        anna.pays("30.00").promises("50.00", "2026-11-20");
        story.until("2026-11-10T10:00");
        anna.lastPaymentComesBack().stillOwes("100.00").pays("50.00");
        assertThat(anna.promised()).containsExactly("50.00 by 2026-11-20: KEPT");
    }

    @Test
    void countsNothingThatCameBackSince() {
        anna.promises("50.00", "2026-11-20");
        story.until("2026-11-10T10:00");
        anna.pays("40.00").lastPaymentComesBack().pays("20.00");
        story.until("2026-11-26T08:01");
        assertThat(anna.promised()).containsExactly("50.00 by 2026-11-20: PARTLY_KEPT");
        assertThat(anna.told("PromisePartlyKept").facts()).containsEntry("paid", new BigDecimal("20.00"));
    }

    @Test
    void takesBackAReminderThatIsPlannedAlready() {
        StoryDebtor ben = story.debtor("Ben");
        story.until("2026-11-07T21:00"); // a Saturday night: it would go out on Monday
        ben.owes("B-1", "50.00", "2026-10-28").promises("50.00", "2026-11-13");
        assertThat(ben.contacts().stream().filter(contact -> contact.purpose() == Purpose.DEMAND))
                .extracting("status")
                .containsExactly(Contact.Status.CANCELLED);
        story.until("2026-11-12T07:00");
        ben.received("2026-11-09 promise-confirmation");
    }

    @Test
    void stopsTheReminderThatIsAboutToGoOutAtTheSameMoment() {
        StoryDebtor ben = story.debtor("Ben");
        story.until("2026-11-07T21:00"); // a Saturday night: it would go out on Monday
        ben.owes("B-1", "50.00", "2026-10-28");
        UUID planned = ben.contacts().get(0).id();
        stories.time().standAt(Instant.parse("2026-11-09T07:00:00Z"));
        CompletableFuture<Void> dispatcher = transaction.execute(status -> {
            ben.promisesUnnoticed("50.00", "2026-11-13");
            var dispatching =
                    CompletableFuture.runAsync(() -> stories.dispatcher().dispatch(List.of(planned)));
            LockWaiters.until(1, stories.jdbc(), dispatching);
            return dispatching;
        });
        dispatcher.join();
        story.now();
        ben.received("2026-11-09 promise-confirmation");
    }

    @Test
    void isTheSameOneWhenItIsSaidTwiceAtTheSameMoment() {
        CompletableFuture<Promises.Made> second = transaction.execute(status -> {
            assertThat(make("100.00", "2026-11-20").isNew()).isTrue();
            var saidAgain = CompletableFuture.supplyAsync(() -> make("100.0", "2026-11-20"));
            LockWaiters.until(1, stories.jdbc(), saidAgain);
            return saidAgain;
        });
        assertThat(second.join().isNew()).isFalse();
        story.now();
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: OPEN");
        assertThat(anna.followedUp()).isEqualTo(1);
        assertThat(anna.sent()).extracting("step").containsOnlyOnce("promise-confirmation");
    }

    @Test
    void replacesTheOtherWhenTwoCallersPromiseDifferentDaysAtTheSameMoment() {
        CompletableFuture<Promises.Made> second = transaction.execute(status -> {
            make("100.00", "2026-11-20");
            var other = CompletableFuture.supplyAsync(() -> make("100.00", "2026-11-27"));
            LockWaiters.until(1, stories.jdbc(), other);
            return other;
        });
        assertThat(second.join().isNew()).isTrue();
        story.now();
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: REPLACED", "100.00 by 2026-11-27: OPEN");
        assertThat(anna.followedUp()).isEqualTo(1);
    }

    @Test
    void isNotTakenAThirdTime() {
        anna.promises("100.00", "2026-11-20").promises("90.00", "2026-11-20");
        assertRefused("80.00", "2026-11-20", "caseNumber");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: REPLACED", "90.00 by 2026-11-20: OPEN");
    }

    @ParameterizedTest
    @CsvSource({
        "100.00, 2026-11-03, date", // yesterday
        "100.00, 2026-12-06, date", // 32 days ahead
        "100.00, 2027-02-02, date", // 90 days ahead
        "0.00, 2026-11-20, amount",
        "-1.00, 2026-11-20, amount",
        "10.001, 2026-11-20, amount",
        "100.01, 2026-11-20, amount" // more than is owed
    })
    void isRefusedWithTheFieldWhenItCannotBeTaken(String amount, String day, String field) {
        assertRefused(amount, day, field);
        assertThat(anna.promised()).isEmpty();
        assertThat(anna.isBlockedNow()).isFalse();
    }

    @Test
    void mayBeMadeForTheThirtyFirstDayAhead() {
        anna.promises("100.00", "2026-12-05");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-12-05: OPEN");
    }

    @Test
    void isRefusedWhenTheCaseIsSettled() {
        anna.pays("100.00").isSettled();
        assertRefused("10.00", "2026-11-20", "caseNumber");
    }

    @Test
    void leavesAnotherBlockInForceWhenItEnds() {
        anna.promises("60.00", "2026-11-20").isBlocked(BlockReason.DISPUTE);
        anna.pays("60.00");
        assertThat(stories.blocks().active(anna.cases().get(0)))
                .extracting("reason")
                .containsExactly(BlockReason.DISPUTE, BlockReason.PART_PAYMENT);
    }

    @Test
    void endsAndIsNotJudgedWhenAClerkLiftedItsBlock() {
        anna.promises("100.00", "2026-11-20").isFreed();
        story.until("2026-11-26T08:01");
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: WITHDRAWN");
        assertThat(anna.followedUp()).isZero();
    }

    @Test
    void isWhatComesNextInTheCase() {
        anna.promises("100.00", "2026-11-20");
        assertThat(anna.nextAction()).isEqualTo("Remind of promise");
        story.until("2026-11-19T10:00");
        assertThat(anna.nextAction()).isEqualTo("Judge promise");
    }

    private Promises.Made make(String amount, String day) {
        return stories.promises()
                .make(anna.caseNumber(), new BigDecimal(amount), LocalDate.parse(day), Promise.Source.CALL);
    }

    private void assertRefused(String amount, String day, String field) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> make(amount, day))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNACCEPTABLE);
                    assertThat(refusal.errors()).extracting(FieldError::field).isEqualTo(List.of(field));
                });
    }
}
