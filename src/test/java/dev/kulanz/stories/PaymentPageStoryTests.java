package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.contact.PaymentLinks;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody reads behind the link of an older message, whatever has become of the case since. */
@KulanzTest
class PaymentPageStoryTests {

    private static final String AGENCY = "Nordwind Inkasso, Hafenstraße 3, 20457 Hamburg";

    @Autowired
    private PaymentLinks links;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private final StoryDebtor anna = Handover.known(story.debtor("Anna"));
    private final Handover handover = new Handover(story, anna);
    private String link = "";

    private void wasReminded(String amount) {
        anna.owes("R-1", amount, "2026-10-30");
        story.until("2026-11-02T10:00");
        link = anna.lastLink();
    }

    /** The link is the one of the final notice. */
    private void hadBothNotices() {
        story.namesItsAddress(90);
        anna.owes("R-1", "100.00", "2026-08-10");
        handover.wasTold("dunning-notice", "LETTER", "2026-09-10");
        handover.wasTold("final-notice", "LETTER", "2026-10-15");
        handover.isReached();
        UUID notice = story.house()
                .jdbc()
                .sql("select id from contact where case_number = :case and step = 'final-notice'")
                .param("case", anna.caseNumber())
                .query(UUID.class)
                .single();
        link = links.link(notice).replaceAll(".*(/pay/)", "$1");
    }

    private String page() {
        String page = Browser.anonymous(story.house().port()).get(link).body();
        assertThat(page).doesNotContain("??", "Anna", "null", "{0}", "{1}", "{2}");
        return page.replace('\u00a0', ' ');
    }

    /** A case at the agency is not settled: who pays is sent where he has to pay. */
    @Test
    void sendsToTheAgencyWhoPaysAfterTheHandOver() {
        hadBothNotices();
        handover.decided("clerk", "RELEASE");
        assertThat(page())
                .contains("Inkassounternehmen", AGENCY, "nicht mehr an uns", "Haben Sie dazu eine Frage?")
                .doesNotContain("suchen wir zusammen", "nichts mehr offen", "Vielen Dank", "DE75", ">RF");

        handover.answers("a", "ACCEPTED");
        assertThat(page()).contains(AGENCY, "nicht mehr an uns");
        handover.answers("b", "RECALLED");
        assertThat(page())
                .contains("liegt wieder bei uns", "nur noch an uns", "Bis zum 16. November 2026", "DE75")
                .doesNotContain("nicht mehr an uns, sondern", AGENCY);
    }

    @Test
    void asksAgainForWhatTheAgencyDidNotTake() {
        hadBothNotices();
        handover.decided("clerk", "RELEASE");
        handover.answers("a", "REJECTED");
        assertThat(page())
                .contains("liegt wieder bei uns und nicht mehr beim Inkassounternehmen", "Noch offen", "DE75");
    }

    @Test
    void saysOfWhatWasPaidAtTheAgencyThatNothingIsOpenHere() {
        hadBothNotices();
        handover.decided("clerk", "RELEASE");
        anna.pays("100.00");
        assertThat(page()).contains("Bei uns ist nichts mehr offen", "Kosten").doesNotContain("DE75");
    }

    @Test
    void asksForNothingMoreAndThanksForNothingWhenItWasWrittenOff() {
        hadBothNotices();
        handover.decided("clerk", "WRITE_OFF", "comment", "Zu klein");
        assertThat(page()).contains("um nichts mehr").doesNotContain("Vielen Dank", "DE75", "nichts mehr offen");
    }

    @Test
    void keepsToThePromise() {
        wasReminded("100.00");
        anna.promises("60.00", "2026-11-10");
        assertThat(page())
                .contains("Zugesagt: 60,00 € bis zum 10. November 2026", "DE75")
                .doesNotContain("Noch offen", "100,00");
        story.until("2026-11-11T10:00");
        assertThat(page()).contains("Zugesagt waren 60,00 € bis zum 10. November 2026", "unterwegs");
    }

    @Test
    void saysWhyItRests() {
        wasReminded("100.00");
        anna.isBlocked(BlockReason.DISPUTE);
        assertThat(page()).contains("prüfen").doesNotContain("DE75", "100,00");
        anna.isFreed().isBlocked(BlockReason.UNCLEAR_PAYMENT);
        assertThat(page()).contains("schon bezahlt ist", "nichts überweisen").doesNotContain("DE75");
        anna.isFreed().isBlocked(BlockReason.REPLY);
        assertThat(page()).contains("antworten").doesNotContain("DE75");
        anna.isFreed().isBlockedUntil("2026-11-20");
        assertThat(page()).contains("ruht bis zum 20. November 2026").doesNotContain("DE75");
        anna.isFreed().isBlockedFor("R-1");
        assertThat(page()).contains("prüfen").doesNotContain("DE75", "Noch offen");
    }

    /** Who holds the link is not known: what is true of the person alone is said to nobody. */
    @Test
    void tellsNothingOfThePerson() {
        wasReminded("100.00");
        for (BlockReason reason : new BlockReason[] {
            BlockReason.DECEASED,
            BlockReason.INSOLVENCY,
            BlockReason.MINOR,
            BlockReason.REPRESENTED,
            BlockReason.HARDSHIP
        }) {
            anna.isBlocked(reason);
            assertThat(page())
                    .as("%s", reason)
                    .contains("Zurzeit ist nichts zu tun", "für jemand anderen")
                    .doesNotContain("Noch offen", "gestorben", "verstorben", "nsolven", "minderjährig", "vertr");
            anna.isFreed();
        }
    }

    @Test
    void saysThatItIsTooLittleToBeAskedFor() {
        story.demandsFrom("3.00", "15.00", "50.00", "0.00");
        wasReminded("100.00");
        anna.pays("98.50");
        anna.isFreed();
        assertThat(page()).contains("Ein kleiner Betrag ist noch offen: 1,50 €", "DE75");
    }

    @Test
    void thanksForAPartAndNamesTheRest() {
        wasReminded("100.00");
        anna.pays("40.00");
        assertThat(page()).contains("noch offen sind 60,00 €", "Bis zum 8. November 2026", "DE75");
    }

    @Test
    void tellsHowItWasSettled() {
        story.demandsFrom("3.00", "15.00", "50.00", "1.00");
        wasReminded("100.00");
        anna.pays("99.60");
        assertThat(page())
                .contains("nichts mehr offen", "0,40 €", "Vielen Dank")
                .doesNotContain("DE75");
    }

    @Test
    void thanksNobodyForWhatTheCreditorCleared() {
        anna.owes("R-2", "30.00", "2026-12-20");
        wasReminded("100.00");
        anna.owesOnly("R-2", "30.00", "2026-12-20").isSettled();
        assertThat(page()).contains("nichts mehr offen").doesNotContain("Vielen Dank", "bezahlt");
    }

    @Test
    void tellsThatWhatTheMessageWasAboutIsDone() {
        wasReminded("100.00");
        anna.owes("R-2", "30.00", "2026-10-28");
        story.after(days(1));
        anna.paysFor("R-1", "100.00").isFreed();
        assertThat(page()).contains("Was in Ihrer Nachricht stand, ist erledigt", "30,00 €");
    }

    @Test
    void tellsThatItIsOpenAgain() {
        wasReminded("100.00");
        anna.pays("100.00").isSettled();
        assertThat(page()).contains("Es ist nichts mehr offen", "Vielen Dank");
        anna.lastPaymentComesBack();
        assertThat(page()).contains("wieder offen", "100,00 €", "DE75");
    }

    /** Items that the agency does not get are another case: behind the link stand both. */
    @Test
    void tellsOfWhatTheAgencyDidNotGet() {
        hadBothNotices();
        anna.owes("R-2", "30.00", "2026-08-12");
        handover.decided("clerk", "RELEASE");
        story.until("2026-11-11T10:00");
        assertThat(page()).contains(AGENCY, "getrennt", "30,00 €", "DE75");
    }

    @Test
    void leavesOutWhatRests() {
        anna.owes("R-2", "30.00", "2026-10-28");
        wasReminded("100.00");
        story.house()
                .blocks()
                .place(
                        anna.caseNumber(),
                        new Blocks.Wanted(BlockReason.DISPUTE, story.creditorId() + "-R-2", null, "DESK", null));
        assertThat(page()).contains("Noch offen", "100,00 €", "nicht enthalten").doesNotContain("130,00");
    }
}
