package dev.kulanz.stories;

import static dev.kulanz.stories.Calls.MOBILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.contact.Contact;
import dev.kulanz.contact.ContactView;
import dev.kulanz.contact.Results;
import dev.kulanz.demo.Reaction;
import dev.kulanz.receivables.ContactPoint;
import dev.kulanz.receivables.ContactPoints;
import dev.kulanz.shared.Refusal;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.PassedElements;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** A call task: at most three calls at other hours on other days, to numbers that work, and none is made twice. */
@KulanzTest
class CallAttemptStoryTests {

    private static final String STRANGERS = "+4915123001234";
    private static final String ANOTHER_STRANGERS = "+4915123001235";
    private static final String LANDLINE = "+493023125001";
    private static final Reaction PROMISES = Reaction.promises(LocalDate.parse("2026-11-20"), "de");

    @Autowired
    private Stories stories;

    @Autowired
    private ContactPoints contactPoints;

    @Autowired
    private Results results;

    @Autowired
    private PassedElements elements;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna").with("mobile", MOBILE);

    private final Calls calls = new Calls(story, anna);

    private boolean isUsable(String number) {
        return contactPoints.of(anna.cases().get(0).debtorId()).stream()
                .anyMatch(point -> point.value().equals(number) && point.usable());
    }

    @Test
    void triesThreeTimesAtOtherHoursOnOtherDaysAndThenWrites() {
        anna.atThePhone(MOBILE, new Reaction.Busy(), new Reaction.NoAnswer(), new Reaction.Voicemail());
        calls.areDue();
        story.until("2026-11-09T10:00");
        assertThat(calls.made())
                .containsExactly("2026-11-03T10:00 FAILED", "2026-11-05T13:00 FAILED", "2026-11-09T17:30 PLANNED");
        story.until("2026-11-10T09:00");
        assertThat(calls.made()).last().isEqualTo("2026-11-09T17:30 FAILED");
        assertThat(calls.isUnderWay()).isFalse();
        anna.received("2026-11-02 friendly-reminder", "2026-11-09 call-missed");
        assertThat(calls.itemsTold("voicebot-call")).isZero();
    }

    @Test
    void countsTheCallsThatAReleaseBeforePlaced() {
        calls.areDue();
        story.until("2026-11-06T10:00");
        assertThat(calls.made()).hasSize(2);
        stories.jdbc().sql("""
                        update contact set occasion = 'call:of-an-instance'
                        where case_number = :case and step = 'voicebot-call'""").param("case", anna.caseNumber()).update();
        story.until("2026-11-20T12:00");
        assertThat(calls.made()).hasSize(3);
        assertThat(calls.isUnderWay()).isFalse();
    }

    @Test
    void givesWhoWasReachedAsMuchTimeAsThreeCallsWouldTake() {
        anna.atThePhone(MOBILE, Reaction.listens("de"));
        calls.areDue();
        story.until("2026-11-07T09:00");
        assertThat(calls.isUnderWay()).isTrue();
        story.until("2026-11-07T11:00");
        assertThat(calls.isUnderWay()).isFalse();
        anna.received("2026-11-02 friendly-reminder", "2026-11-03 voicebot-call");
        assertThat(calls.itemsTold("voicebot-call")).isEqualTo(1);
    }

    @Test
    void marksAWrongNumberAndTriesAnother() {
        anna.with("mobile", STRANGERS)
                .with("phone", LANDLINE)
                .atThePhone(STRANGERS, Reaction.isSomebodyElse("de"))
                .atThePhone(LANDLINE, PROMISES);
        calls.areDue();
        story.until("2026-11-05T20:00");
        assertThat(isUsable(STRANGERS)).isFalse();
        assertThat(isUsable(LANDLINE)).isTrue();
        assertThat(calls.made()).containsExactly("2026-11-03T10:00 FAILED", "2026-11-05T13:00 SENT");
        assertThat(calls.last().recipient()).isEqualTo(LANDLINE);
    }

    @Test
    void neverCallsANumberAgainThatIsSomebodyElsesWhosoeverIsSaidToHaveIt() {
        StoryDebtor bea = story.debtor("Bea").with("mobile", ANOTHER_STRANGERS).owes("R-2", "100.00", "2026-12-30");
        anna.with("mobile", ANOTHER_STRANGERS).atThePhone(ANOTHER_STRANGERS, Reaction.isSomebodyElse("de"));
        calls.areDue();
        story.until("2026-11-03T12:00");
        assertThat(isUsable(ANOTHER_STRANGERS)).isFalse();
        StoryDebtor carl =
                story.debtor("Carl").with("mobile", ANOTHER_STRANGERS).owes("R-3", "100.00", "2026-12-30");
        assertThat(List.of(bea, carl)).allSatisfy(other -> assertThat(pointsOf(other))
                .extracting(ContactPoint::value, ContactPoint::usable)
                .contains(tuple(ANOTHER_STRANGERS, false)));
        assertThatThrownBy(() -> contactPoints.add(idOf(carl), ContactPoint.Kind.MOBILE, "0151 2300 1235", "CLERK"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("we don't call it again");
    }

    private List<ContactPoint> pointsOf(StoryDebtor debtor) {
        return contactPoints.of(idOf(debtor));
    }

    private UUID idOf(StoryDebtor debtor) {
        return stories.jdbc()
                .sql("select id from debtor where creditor_id = :creditor and external_id = :id")
                .param("creditor", story.creditorId())
                .param("id", debtor.id())
                .query(UUID.class)
                .single();
    }

    @Test
    void writesAtOnceWhenTheOnlyNumberIsWrong() {
        anna.atThePhone(MOBILE, new Reaction.NotInService());
        calls.areDue();
        story.until("2026-11-03T12:00");
        assertThat(isUsable(MOBILE)).isFalse();
        anna.received("2026-11-02 friendly-reminder", "2026-11-03 call-missed");
        story.until("2026-11-07T11:00");
        assertThat(calls.isUnderWay()).isFalse();
        assertThat(calls.made()).hasSize(1);
    }

    @Test
    void saysOfNoPaidInvoiceThatItIsOpenWhenItIsFoundThatTheNoticeOfTheCallWasNotSent() {
        ContactView notice = noticeThatIs("UNKNOWN");
        anna.pays("100.00");
        assertThat(anna.cases()).extracting(DunningCase::status).containsExactly(DunningCase.Status.SETTLED);
        results.resolve(notice.id(), false);
        story.now();
        assertThat(notices()).extracting(ContactView::status).containsExactly(Contact.Status.FAILED);
    }

    @Test
    void saysOfNoPaidInvoiceThatItIsOpenWhenTheNoticeOfTheCallHadToWait() {
        noticeThatIs("PLANNED");
        anna.pays("100.00");
        assertThat(anna.cases()).extracting(DunningCase::status).containsExactly(DunningCase.Status.SETTLED);
        assertThat(notices()).extracting(ContactView::status).containsExactly(Contact.Status.CANCELLED);
    }

    /** As if it had not gone out when it was to. */
    private ContactView noticeThatIs(String status) {
        anna.atThePhone(MOBILE, new Reaction.NotInService());
        calls.areDue();
        story.until("2026-11-03T12:00");
        stories.jdbc()
                .sql(
                        "update contact set status = :status, sent_at = null where case_number = :case and step = 'call-missed'")
                .param("status", status)
                .param("case", anna.caseNumber())
                .update();
        return notices().get(0);
    }

    private List<ContactView> notices() {
        return anna.contacts().stream()
                .filter(contact -> contact.step().equals("call-missed"))
                .toList();
    }

    @Test
    void doesNotCallWhileTheCaseIsBlockedAndCallsWhenItIsNoLonger() {
        anna.atThePhone(MOBILE, PROMISES);
        calls.areDue();
        anna.isBlocked(BlockReason.DISPUTE);
        story.until("2026-11-04T14:00");
        assertThat(anna.promised()).isEmpty();
        anna.isFreed();
        story.until("2026-11-06T10:00");
        assertThat(calls.made()).filteredOn(call -> call.endsWith("SENT")).hasSize(1);
        assertThat(anna.promised()).containsExactly("100.00 by 2026-11-20: OPEN");
    }

    @Test
    void looksEachDayWhetherABlockHasRunOut() {
        anna.atThePhone(MOBILE, PROMISES).owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-03T09:00");
        anna.isBlockedUntil("2026-11-04").isDueForACall();
        story.until("2026-11-05T12:00");
        assertThat(calls.made()).containsExactly("2026-11-05T10:00 SENT");
    }

    @Test
    void callsNobodyWhoHasNoNumberAndWritesNothingAboutIt() {
        anna.with("mobile", "");
        calls.areDue();
        story.until("2026-11-07T08:59");
        assertThat(calls.isUnderWay()).isTrue();
        story.until("2026-11-07T09:01");
        assertThat(calls.isUnderWay()).isFalse();
        assertThat(calls.made()).isEmpty();
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void callsNobodyWhoseOnlyNumberWasFoundWrongWhileTheCaseWasBlocked() {
        anna.owes("R-1", "100.00", "2026-10-30");
        story.until("2026-11-03T09:00");
        anna.isBlocked(BlockReason.DISPUTE).isDueForACall();
        elements.forget();
        contactPoints.markFailed(anna.cases().get(0).debtorId(), ContactPoint.Kind.MOBILE, MOBILE);
        anna.isFreed();
        story.until("2026-11-07T09:59");
        assertThat(calls.isUnderWay()).isTrue();
        story.until("2026-11-07T10:01");
        assertThat(calls.isUnderWay()).isFalse();
        assertThat(calls.made()).containsExactly("2026-11-03T10:00 CANCELLED");
        assertThat(elements.passed()).contains("voicebot-call/Flow_TalkedOrNoNumber");
        anna.received("2026-11-02 friendly-reminder");
    }

    @Test
    void writesInsteadWhereNobodyCanPlaceCallsAndLetsAsMuchTimePass() {
        story.usesChannels("EMAIL", "LETTER");
        calls.areDue();
        story.until("2026-11-07T09:59");
        assertThat(calls.made()).containsExactly("2026-11-03T10:00 CANCELLED");
        assertThat(calls.last().reason()).isEqualTo("no telephony provider");
        anna.received("2026-11-02 friendly-reminder", "2026-11-03 call-missed");
        assertThat(calls.isUnderWay()).isTrue();
        story.until("2026-11-07T10:01");
        assertThat(calls.isUnderWay()).isFalse();
    }

    @Test
    void triesAgainWhenTheTelephoneNetworkFails() {
        anna.atThePhone(MOBILE, new Reaction.Outage(), PROMISES);
        calls.areDue();
        story.until("2026-11-05T14:00");
        assertThat(calls.made()).containsExactly("2026-11-03T10:00 FAILED", "2026-11-05T13:00 SENT");
    }

    @Test
    void neverCallsTwiceWhenTheFirstCallWasLost() {
        anna.atThePhone(MOBILE, PROMISES);
        calls.areDue();
        isLostInTheMiddleOfTheCall();
        story.until("2026-11-20T12:00");
        assertThat(calls.made()).containsExactly("2026-11-03T10:00 UNKNOWN");
        assertThat(anna.promised()).isEmpty();
    }

    /** As if the application had died while it was talking, longer ago than a call may take. */
    private void isLostInTheMiddleOfTheCall() {
        stories.jdbc().sql("""
                        insert into contact_item (contact_id, open_item_id)
                        select c.id, i.open_item_id from contact c join case_item i on i.case_id = c.case_id
                        where c.case_number = :case and c.status = 'PLANNED'""").param("case", anna.caseNumber()).update();
        stories.jdbc().sql("""
                        update contact set status = 'SENDING', composed_at = not_before, claimed_until = '2026-01-01'
                        where case_number = :case and status = 'PLANNED'""").param("case", anna.caseNumber()).update();
        story.now();
    }

    @Test
    void goesOnWhenAPersonFoundOutThatALostCallNeverRang() {
        anna.atThePhone(MOBILE, PROMISES);
        calls.areDue();
        isLostInTheMiddleOfTheCall();
        results.resolve(calls.last().id(), false);
        story.until("2026-11-05T14:00");
        assertThat(calls.made()).containsExactly("2026-11-03T10:00 FAILED", "2026-11-05T13:00 SENT");
    }

    @Test
    void goesOnWhenAPersonFoundOutThatALostCallReachedTheDebtor() {
        calls.areDue();
        isLostInTheMiddleOfTheCall();
        results.resolve(calls.last().id(), true);
        story.until("2026-11-08T14:00");
        assertThat(calls.made()).containsExactly("2026-11-03T10:00 SENT");
        assertThat(calls.itemsTold("voicebot-call")).isEqualTo(1);
        assertThat(calls.isUnderWay()).isFalse();
    }

    @Test
    void makesNoNextCallForACaseThatWasPaid() {
        anna.atThePhone(MOBILE, new Reaction.Busy());
        calls.areDue();
        story.until("2026-11-03T12:00");
        anna.pays("100.00");
        story.until("2026-11-30T12:00");
        assertThat(calls.made()).containsExactly("2026-11-03T10:00 FAILED");
    }
}
