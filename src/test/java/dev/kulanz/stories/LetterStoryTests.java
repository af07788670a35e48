package dev.kulanz.stories;

import static dev.kulanz.support.Story.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kulanz.contact.Channel;
import dev.kulanz.contact.ContactView;
import dev.kulanz.contact.Letters;
import dev.kulanz.intake.AmountMeaning;
import dev.kulanz.receivables.CreditorSettings;
import dev.kulanz.shared.FieldError;
import dev.kulanz.shared.Refusal;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Who has no e-mail address gets a letter, which staff can read as it was printed. */
@KulanzTest
class LetterStoryTests {

    @Autowired
    private Letters letters;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private Stories stories;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private StoryDebtor withoutEmail() {
        return story.debtor("Anna").with("email", "").livesAt("Ahornstraße 17", "04109", "Leipzig");
    }

    @Test
    void writesALetterToWhoHasNoEmailAddress() {
        StoryDebtor anna = withoutEmail().owes("R-1", "1234.50", "2026-10-30");
        story.after(days(1));
        anna.received("2026-11-02 friendly-reminder");
        ContactView letter = anna.lastSent();
        assertThat(letter.channel()).isEqualTo(Channel.LETTER);
        assertThat(letter.recipient()).isEqualTo("Anna Beispiel, Ahornstraße 17, 04109 Leipzig");
        assertThat(anna.lastBody())
                .contains("Rechnung " + story.creditorId() + "-R-1", "1.234,50 €")
                .containsPattern("(?m)^http\\S+/pay/\\S+$");
        byte[] printed = letters.of(letter.id()).orElseThrow();
        assertThat(printed).satisfies(LetterStoryTests::isPdf);
        assertThat(letters.of(letter.id())).as("printed once, kept for good").hasValue(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"محمد النموذج", "דוד לדוגמה", "ნინო მაგალითი", "Ἀθηνᾶ Παράδειγμα"})
    void writesToWhoHasANameInTheseLetters(String name) throws IOException {
        StoryDebtor anna = withoutEmail().with("name", name).owes("R-1", "1234.50", "2026-10-30");
        story.after(days(1));
        anna.received("2026-11-02 friendly-reminder");
        byte[] printed = letters.of(anna.lastSent().id()).orElseThrow();
        try (PDDocument letter = Loader.loadPDF(printed)) {
            String text = new PDFTextStripper().getText(letter);
            assertThat(text).doesNotContain("##", "[U+");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"王小明", "สมชาย ตัวอย่าง", "देवदत्त", "Anna \ud83d\ude00"})
    void aPersonLooksAfterWhomNoLetterOfOursCanName(String name) {
        StoryDebtor anna = withoutEmail().with("name", name);
        assertThat(anna.wouldReceive("R-1", "1234.50", "2026-10-30")).noneMatch(contact -> contact.contains("LETTER"));
        anna.owes("R-1", "1234.50", "2026-10-30");
        story.after(days(1));
        anna.receivedNothing();
        assertThat(anna.task().getName()).isEqualTo("Find contact details");
        assertThat(stories.tasks().getVariableLocal(anna.task().getId(), "caseFacts"))
                .asString()
                .contains("ours can&#39;t show the name");
    }

    /** He had a letter while it could name him; thanks to “####” would be none. */
    @Test
    void thanksNobodyByALetterThatCanNotNameHim() {
        StoryDebtor anna = withoutEmail().owes("R-1", "20.00", "2026-10-30");
        story.after(days(1));
        anna.with("name", "王小明").owes("R-1", "20.00", "2026-10-30");
        anna.pays("20.00");
        story.after(days(1));
        anna.received("2026-11-02 friendly-reminder").isSettled();
        assertThat(anna.told("NoWayForServiceMessage")).isNotNull();
    }

    /** The letter tells of the shelf alone; that none can tell of the other invoice does not keep it back. */
    @Test
    void tellsOfAReturnedPaymentByALetterThatNamesOnlyWhatItHadPaid() {
        StoryDebtor anna = withoutEmail().with("subject", "Regal").owes("R-1", "50.00", "2026-10-30");
        story.after(days(3));
        anna.paysFor("R-1", "50.00").isSettled();
        anna.with("subject", "礼品卡").owes("R-2", "80.00", "2026-10-30");
        story.after(days(1));
        anna.lastPaymentComesBack();
        story.after(days(1));
        assertThat(anna.lastSent()).extracting("step", "channel").containsExactly("payment-returned", Channel.LETTER);
        assertThat(anna.lastBody()).contains("Regal", "Betrag: 50,00 €").doesNotContain("R-2");
    }

    @Test
    void aPersonLooksAfterWhomTheNextLetterCanNotNameAnyMore() {
        StoryDebtor anna = withoutEmail().owes("R-1", "1234.50", "2026-10-30");
        story.after(days(1));
        anna.with("name", "王小明").owes("R-1", "1234.50", "2026-10-30");
        story.after(days(60));
        anna.received("2026-11-02 friendly-reminder");
        assertThat(anna.task().getName()).isEqualTo("Find contact details");
    }

    @Test
    void writesAnEmailToWhomNoLetterOfOursCanName() {
        StoryDebtor anna = story.debtor("Anna")
                .livesAt("Ahornstraße 17", "04109", "Leipzig")
                .with("name", "王小明")
                .owes("R-1", "1234.50", "2026-10-30");
        story.after(days(1));
        anna.received("2026-11-02 friendly-reminder");
        assertThat(anna.lastSent().channel()).isEqualTo(Channel.EMAIL);
        assertThat(anna.lastBody()).contains("王小明");
    }

    /** What it was for, and what was paid of it before, nobody here knows: so nobody says that nothing was. */
    @Test
    void saysOfARestOnlyWhatIsOpen() throws IOException {
        StoryDebtor anna = ConsumerLadder.reaches(story.debtor("Anna"))
                .owes("R-1", "40.00", "2026-10-30", AmountMeaning.REMAINING);
        story.until("2026-12-01T10:00");
        assertThat(anna.lastSent()).extracting("step", "channel").containsExactly("dunning-notice", Channel.LETTER);
        assertThat(anna.lastBody())
                .contains("noch offen 40,00 €")
                .doesNotContain("ursprünglich", "davon bezahlt", "0,00 €,", " 0,00 €");
        byte[] printed = letters.of(anna.lastSent().id()).orElseThrow();
        try (PDDocument letter = Loader.loadPDF(printed)) {
            assertThat(new PDFTextStripper().getText(letter).replace('\u00a0', ' '))
                    .contains("40,00 €")
                    .doesNotContainPattern("40,00 €\\s+0,00 €");
        }
    }

    /** Once a list says what the invoice was for, that is known. */
    @Test
    void saysWhatWasPaidOnceAListNamesTheWholeInvoice() {
        StoryDebtor anna = ConsumerLadder.reaches(story.debtor("Anna"))
                .owes("R-1", "40.00", "2026-10-30", AmountMeaning.REMAINING)
                .with("paid", "60.00")
                .owes("R-1", "100.00", "2026-10-30", AmountMeaning.INVOICE)
                .stillOwes("40.00");
        story.until("2026-12-01T10:00");
        assertThat(anna.lastBody()).contains("ursprünglich 100,00 €, davon bezahlt 60,00 €");
    }

    /** Whatever stands on each letter is looked at when it is said, not found out by each debtor. */
    @ParameterizedTest
    @CsvSource({
        "legalNotice, \ud83d\udce7 info@lindenhof.example, , ",
        "website, , 例え.jp, ",
        "accounts[0].name, , , リンデンホフ"
    })
    void isNotToldWhatNoLetterCanShowByACreditorWhoWritesLetters(
            String field, @Nullable String notice, @Nullable String website, @Nullable String holder) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> stories.creditors().put(story.creditorId(), saying(notice, website, holder, "LETTER")))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::field)
                        .isEqualTo(List.of(field)));
        stories.creditors().put(story.creditorId(), saying(notice, website, holder, "EMAIL"));
    }

    private static CreditorSettings saying(
            @Nullable String notice, @Nullable String website, @Nullable String holder, String channel) {
        return new CreditorSettings(
                "Lindenhof",
                List.of(new CreditorSettings.AccountSettings("DE75512108001245126199", holder)),
                null,
                null,
                null,
                null,
                null,
                null,
                website,
                notice,
                "de",
                3,
                List.of(channel));
    }

    @Test
    void aPersonIsToldThatTheAddressFindsNoRoom() {
        StoryDebtor anna = story.debtor("Anna")
                .with("email", "")
                .with("name", "W".repeat(120))
                .livesAt("W".repeat(140), "04109", "Leipzig")
                .owes("R-1", "1234.50", "2026-10-30");
        story.after(days(1));
        assertThat(stories.tasks().getVariableLocal(anna.task().getId(), "caseFacts"))
                .asString()
                .contains("Anschrift passt nicht in das Fenster")
                .doesNotContain("oder eine Rechnung");
    }

    @Test
    void thanksByLetterToo() {
        StoryDebtor anna = withoutEmail().owes("R-1", "20.00", "2026-10-30");
        story.after(days(1));
        anna.pays("20.00");
        story.after(days(1));
        assertThat(anna.lastSent()).extracting("step", "channel").containsExactly("payment-thanks", Channel.LETTER);
    }

    @Test
    void showsTheLetterToStaffByTheApiAndOnTheDesk() {
        StoryDebtor anna = withoutEmail().owes("R-1", "20.00", "2026-10-30");
        story.after(days(1));
        var answer = http.withBasicAuth("clerk", "clerk")
                .getForEntity("/api/v1/contacts/" + anna.lastSent().id() + "/letter", byte[].class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
        assertThat(answer.getBody()).satisfies(LetterStoryTests::isPdf);
    }

    @Test
    void hasNoLetterOfAnEmail() {
        StoryDebtor ben = story.debtor("Ben").owes("R-2", "20.00", "2026-10-30");
        story.after(days(1));
        var answer = http.withBasicAuth("clerk", "clerk")
                .getForEntity("/api/v1/contacts/" + ben.lastSent().id() + "/letter", String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    private static void isPdf(byte[] content) {
        assertThat(new String(content, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }
}
