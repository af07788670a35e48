package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.contact.ContactView;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Each in his language and in the tone that fits, with everything that one needs to pay. */
@KulanzTest
class WordsStoryTests {

    @Autowired
    private Stories stories;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private ContactView firstMessageTo(StoryDebtor debtor) {
        debtor.owes("R-1", "1234.50", "2026-10-30");
        story.after(days(1));
        debtor.received("2026-11-02 friendly-reminder");
        return debtor.lastSent();
    }

    @Test
    void asksAConsumerInAFriendlyTone() {
        ContactView sent = firstMessageTo(story.debtor("Anna"));
        assertThat(sent.tone()).isEqualTo("friendly");
        assertThat(StoryDebtor.textOf(sent))
                .startsWith("Guten Tag Anna Beispiel,")
                .contains("Rechnung " + story.creditorId() + "-R-1", "1.234,50 €", "6. November 2026")
                .contains("DE75 5121 0800 1245 1261 99", "Verwendungszweck: RF")
                .contains("Haben Sie schon bezahlt?")
                .containsPattern("(?m)^http\\S+/pay/\\S+$")
                .doesNotContain("{{", "null", "??");
        assertThat(sent.subject()).contains("Lindenhof").doesNotContainPattern("\\d|Mahn|Schuld|Zahl|offen");
    }

    @Test
    void asksABusinessInANeutralToneAndNamesThePersonInCharge() {
        ContactView sent = firstMessageTo(
                story.debtor("Wolf").with("debtor_type", "BUSINESS").with("contact_name", "Dieter Wolf"));
        assertThat(sent.tone()).isEqualTo("neutral");
        assertThat(StoryDebtor.textOf(sent)).startsWith("Guten Tag Dieter Wolf,");
    }

    @Test
    void writesEnglishToWhoReadsEnglish() {
        ContactView sent = firstMessageTo(story.debtor("Olivia").with("language", "en"));
        assertThat(sent.language()).isEqualTo("en");
        assertThat(StoryDebtor.textOf(sent))
                .startsWith("Hello Olivia Beispiel,")
                .contains("€1,234.50", "6 November 2026")
                .doesNotContain("Bitte", "null", "??");
    }

    @Test
    void writesInTheCreditorsLanguageToWhoReadsAnother() {
        ContactView german = firstMessageTo(story.debtor("Mehmet").with("language", "tr"));
        assertThat(german.language()).isEqualTo("de");
        story.settings("en", 3);
        StoryDebtor pole = story.debtor("Piotr").with("language", "pl").owes("R-2", "10.00", "2026-10-30");
        story.after(days(1));
        assertThat(pole.lastSent().language()).isEqualTo("en");
    }

    @Test
    void becomesNeutralWithAConsumerWhoIsLongOverdue() {
        StoryDebtor anna = story.debtor("Anna").owes("R-1", "100.00", "2026-09-20");
        StoryDebtor ben = story.debtor("Ben").owes("R-2", "100.00", "2026-10-30");
        story.after(days(14));
        assertThat(anna.lastSent()).extracting("step", "tone").containsExactly("second-reminder", "neutral");
        assertThat(ben.lastSent()).extracting("step", "tone").containsExactly("second-reminder", "friendly");
    }

    @Test
    void putsAFormulaOrMarkupInANameIntoTheMessageAsText() {
        StoryDebtor anna = story.debtor("Anna").with("name", "<b>Anna</b> [(${m})]");
        ContactView sent = firstMessageTo(anna);
        assertThat(StoryDebtor.textOf(sent)).startsWith("Guten Tag <b>Anna</b> [(${m})],");
        String html = stories.contacts().html(sent.id()).orElseThrow();
        assertThat(html).contains("&lt;b&gt;Anna&lt;/b&gt;").doesNotContain("<b>Anna</b>");
    }

    @Test
    void tellsWhyItChoseThisWay() {
        StoryDebtor anna = story.debtor("Anna");
        firstMessageTo(anna);
        assertThat(anna.told("ContactChosen").facts()).containsKeys("chosen", "notChosen", "probability");
        assertThat(anna.told("ContactChosen").facts().toString()).contains("Rule_FriendlyReminder_Consumer");
    }
}
