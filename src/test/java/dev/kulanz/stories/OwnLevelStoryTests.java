package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.demo.Reaction;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Each item is told at its own level: what a message says of its step holds for those that stand at it. */
@KulanzTest
class OwnLevelStoryTests {

    @Autowired
    private Stories stories;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00"); // a Monday

    private final StoryDebtor anna = story.debtor("Anna");

    private void stands(String invoice, String amount, String dueDate, String step, String remindedOn) {
        anna.with("dunning_step", step).with("last_reminder_on", remindedOn).owes(invoice, amount, dueDate);
        anna.with("dunning_step", "").with("last_reminder_on", "");
    }

    @Test
    void announcesTheHandOverOfWhatWasDunnedAloneAndWritesOfTheYoungerOneForTheFirstTime() {
        stands("A", "100.00", "2026-09-13", "Mahnung", "2026-10-25");
        anna.owes("B", "250.00", "2026-10-29");
        story.until("2026-11-16T12:00");
        assertThat(anna.lastSent().step()).isEqualTo("final-notice");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("350.00");
        String body = anna.lastBody();
        assertThat(body)
                .containsSubsequence(
                        "-A",
                        "Bitte zahlen Sie 100,00 € bis",
                        "hierzu schreiben wir Ihnen zum ersten Mal",
                        "-B",
                        "Bitte zahlen Sie hierfür 250,00 € bis",
                        "Alles zusammen sind das 350,00 €",
                        "Betrag: 350,00 €",
                        "die zuerst genannten 100,00 €",
                        "die zuerst genannten Rechnungen nach diesem Tag einem Inkassounternehmen")
                .doesNotContain("mehrmals", "die offenen Rechnungen");
        assertThat(told("A")).containsExactly("dunning-notice", "final-notice");
        assertThat(told("B")).containsExactly("friendly-reminder");
    }

    @Test
    void tellsThreeLevelsAtOnce() {
        stands("A", "100.00", "2026-09-13", "Mahnung", "2026-10-25");
        stands("B", "20.00", "2026-10-10", "friendly-reminder", "2026-10-13");
        anna.owes("C", "250.00", "2026-10-29");
        story.until("2026-11-16T12:00");
        assertThat(anna.lastSent().step()).isEqualTo("final-notice");
        assertThat(anna.lastBody())
                .containsSubsequence(
                        "-A",
                        "Bitte zahlen Sie 100,00 €",
                        "schon erinnert",
                        "-B",
                        "20,00 €",
                        "zum ersten Mal",
                        "-C",
                        "250,00 €");
        assertThat(told("B")).containsExactly("friendly-reminder", "second-reminder");
        assertThat(told("C")).containsExactly("friendly-reminder");
    }

    @Test
    void saysNothingOfALastMessageAboutAnInvoiceThatIsNewInTheSecondReminder() {
        anna.owes("A", "60.00", "2026-10-29");
        story.until("2026-11-03T12:00");
        anna.owes("B", "35.00", "2026-11-05");
        story.until("2026-11-11T12:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder");
        assertThat(anna.lastBody())
                .containsSubsequence("-A", "Bitte zahlen Sie 60,00 €", "zum ersten Mal", "-B", "hierfür 35,00 €");
        assertThat(told("B")).containsExactly("friendly-reminder");
        anna.paysFor("A", "60.00"); // B goes on where it stands: seven days after it was told
        story.until("2026-11-27T12:00");
        assertThat(anna.sent()).last().extracting("step").isEqualTo("second-reminder");
        assertThat(anna.lastBody()).doesNotContain("-A").contains("-B");
    }

    @Test
    void namesADayOfItsOwnForWhatIsNewBesideAnOffer() {
        anna.owes("A", "60.00", "2026-10-29");
        story.until("2026-11-12T12:00");
        anna.received("2026-11-02 friendly-reminder", "2026-11-11 second-reminder"); // to pay by the 23rd
        anna.owes("B", "35.00", "2026-11-16");
        story.until("2026-11-18T12:00");
        assertThat(anna.lastSent().step()).isEqualTo("digital-nudge");
        assertThat(anna.lastBody())
                .contains("Es bleibt beim 23. November 2026: Bitte zahlen Sie 60,00 €")
                .doesNotContain("-B");
        story.until("2026-11-20T12:00");
        assertThat(anna.lastSent().step()).isEqualTo("plan-offer");
        assertThat(anna.lastBody())
                .containsSubsequence(
                        "-A",
                        "auf einmal zahlen: 60,00 € bis zum 23. November 2026",
                        "zum ersten Mal",
                        "-B",
                        "hierfür 35,00 € bis zum 26. November 2026");
        assertThat(told("B")).containsExactly("friendly-reminder");
    }

    @Test
    void speaksOnThePhoneOfWhatWasWrittenOfAlone() {
        anna.with("mobile", "+4917612345678").with("birth_date", "1980-05-04");
        anna.atThePhone("+4917612345678", Reaction.says("Ja", "1980", "Nein"));
        anna.owes("A", "60.00", "2026-10-29");
        story.until("2026-11-20T12:00");
        anna.owes("B", "35.00", "2026-11-18");
        story.until("2026-11-24T12:00");
        assertThat(anna.lastSent().step()).isEqualTo("voicebot-call");
        assertThat(anna.lastBody()).contains("-A", "60,00").doesNotContain("-B", "95,00", "35,00");
        assertThat(anna.lastSent().demandedAmount()).isEqualByComparingTo("60.00");
    }

    @Test
    void bringsOnlyWhatWasReturnedUpAgain() {
        anna.owes("A", "60.00", "2026-10-29").paysFor("A", "60.00").isSettled();
        anna.owes("B", "35.00", "2026-10-29");
        anna.lastPaymentComesBack();
        story.until("2026-11-02T12:00");
        assertThat(anna.sent())
                .filteredOn("step", "payment-returned")
                .singleElement()
                .satisfies(sent ->
                        assertThat(StoryDebtor.textOf(sent)).contains("-A").doesNotContain("-B"));
    }

    @Test
    void keepsTheYoungerOneAtTheHandOver() {
        stands("A", "100.00", "2026-08-10", "second-reminder", "2026-10-12");
        StoryDebtor known = Handover.known(anna);
        story.namesItsAddress(3);
        known.owes("A", "100.00", "2026-08-10");
        story.until("2026-11-18T12:00");
        known.owes("B", "50.00", "2026-11-13");
        story.until("2026-12-31T12:00");
        assertThat(told("A")).contains("dunning-notice", "final-notice");
        assertThat(told("B")).doesNotContain("dunning-notice", "final-notice");
    }

    private List<String> told(String invoice) {
        return stories.jdbc()
                .sql("""
                        select n.step from notice n join open_item i on i.id = n.open_item_id
                        where i.invoice_id = :invoice order by n.told_at, n.id""")
                .param("invoice", story.creditorId() + "-" + invoice)
                .query(String.class)
                .list();
    }
}
