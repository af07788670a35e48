package dev.kulanz.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.contact.CallOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final List<String> said = new ArrayList<>();

    private static Briefing briefing(@Nullable Integer birthYear, @Nullable LocalDate latest) {
        return new Briefing(
                Locale.GERMANY,
                "Lindenhof",
                null,
                "Anna Beispiel",
                birthYear,
                Set.of("K-77", "RE-4711"),
                new BigDecimal("1234.50"),
                "EUR",
                new Briefing.Oldest("RE-4711", LocalDate.parse("2026-10-30")),
                1,
                0,
                LocalDate.parse("2026-11-16"),
                TODAY,
                latest);
    }

    /** Talks as long as both have something to say. */
    private Conversation.Ending talk(Briefing briefing, String... answers) {
        Conversation conversation = new Conversation(briefing, new PlainUnderstanding());
        said.add(conversation.open().say());
        for (String answer : answers) {
            Conversation.Turn turn = conversation.hear(answer);
            said.add(turn.say());
            if (turn.ended()) {
                assertThat(said).as("each answer is needed").hasSize(answers.length + 1);
                break;
            }
        }
        return conversation.ending();
    }

    private Conversation.Ending talk(String... answers) {
        return talk(briefing(1980, TODAY.plusDays(31)), answers);
    }

    private String last() {
        return said.get(said.size() - 1);
    }

    @Test
    void saysFirstThatAMachineSpeaksAndThatAPersonCanBeAskedFor() {
        talk();
        assertThat(said.get(0))
                .startsWith("Guten Tag, hier ist der digitale Assistent von Lindenhof, eine künstliche Intelligenz.")
                .contains("mit einem Menschen sprechen")
                .hasSizeLessThan(260)
                .endsWith("Spreche ich mit Anna Beispiel?");
    }

    @Test
    void saysNoWordOfTheDebtBeforeItIsProvedWhoListens() {
        talk("Ja", "1979", "1981");
        assertThat(String.join(" ", said))
                .doesNotContain("RE-4711", "1.234", "Rechnung", "offen", "überweisen", "zahlen");
    }

    @Test
    void takesAPromiseAfterRepeatingAmountAndDay() {
        Conversation.Ending ending = talk("Ja", "Im Jahr 1980.", "Am 5.12.2026", "Ja, genau");
        assertThat(ending)
                .isEqualTo(new Conversation.Ending(CallOutcome.PROMISED, true, LocalDate.parse("2026-12-05"), null));
        assertThat(said.get(2))
                .contains(
                        "Rechnung RE-4711", "Freitag, 30. Oktober 2026", "1.234,50 €", "bis Montag, 16. November 2026")
                .endsWith(
                        "Wann könnten Sie den Betrag überweisen? Wenn Sie es noch nicht wissen, ist das auch in Ordnung.");
        assertThat(said.get(3))
                .isEqualTo("Ich wiederhole: Sie überweisen 1.234,50 € bis Samstag, 5. Dezember 2026. Ist das richtig?");
    }

    @Test
    void asksForANumberWhereTheYearOfBirthIsNotKnown() {
        Conversation.Ending ending =
                talk(briefing(null, TODAY.plusDays(31)), "Ja", "Moment... RE 4711", "morgen", "ja");
        assertThat(ending.outcome()).isEqualTo(CallOutcome.PROMISED);
        assertThat(said.get(1)).contains("Kundennummer");
    }

    @Test
    void takesACorrectedDay() {
        Conversation.Ending ending = talk("Ja", "1980", "am 5.12.", "Nein, erst am 8.12.", "ja");
        assertThat(ending.promised()).isEqualTo(LocalDate.parse("2026-12-08"));
    }

    @Test
    void asksForTheDayAgainWhenItWasMisheard() {
        Conversation.Ending ending = talk("Ja", "1980", "am 5.12.", "Nein.", "am 9.12.", "ja");
        assertThat(ending.promised()).isEqualTo(LocalDate.parse("2026-12-09"));
    }

    @Test
    void asksPolitelyForAnEarlierDay() {
        Conversation.Ending ending = talk("Ja", "1980", "am 1.6.2027", "Gut, am 20.12.2026", "ja");
        assertThat(said.get(3)).contains("bis Mittwoch, 23. Dezember 2026");
        assertThat(ending.promised()).isEqualTo(LocalDate.parse("2026-12-20"));
    }

    @Test
    void takesNoDayThatIsPast() {
        assertThat(talk("Ja", "1980", "am 2026-11-21", "am 2026-11-20").concern())
                .isEqualTo(Concern.NO_FURTHER_PROMISE);
    }

    @Test
    void leavesToAPersonWhoMayPromiseNothingMore() {
        assertThat(talk(briefing(1980, null), "Ja", "1980", "morgen").concern()).isEqualTo(Concern.NO_FURTHER_PROMISE);
    }

    @Test
    void acceptsThatNothingIsPromised() {
        Conversation.Ending ending = talk("Ja", "1980", "Nein, das weiß ich noch nicht");
        assertThat(ending).isEqualTo(new Conversation.Ending(CallOutcome.TALKED, true, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Das habe ich schon bezahlt", "Ich bin arbeitslos", "Das stimmt nicht", "Mein Anwalt meldet sich"
            })
    void stopsWhereAPersonHasToGoOn(String answer) {
        Conversation.Ending ending = talk("Ja", "1980", answer);
        assertThat(ending.outcome()).isEqualTo(CallOutcome.HUMAN_WANTED);
        assertThat(ending.told()).isTrue();
        assertThat(last()).contains("Ein Mensch aus unserem Team");
    }

    @Test
    void asksOnceMoreWhatItDidNotUnderstandAndThenLeavesItToAPerson() {
        Conversation.Ending ending = talk("Ja", "1980", "Tja", "Mal sehen");
        assertThat(said.get(3))
                .isEqualTo(
                        "Entschuldigung, das habe ich nicht verstanden. Wann könnten Sie den Betrag überweisen? Wenn Sie es noch nicht wissen, ist das auch in Ordnung.");
        assertThat(ending.concern()).isEqualTo(Concern.NOT_UNDERSTOOD);
    }

    @Test
    void apologizesToWhoIsSomebodyElse() {
        assertThat(talk("Nein", "Nein, die kenne ich nicht").outcome()).isEqualTo(CallOutcome.WRONG_NUMBER);
        assertThat(last()).contains("Wir rufen diese Nummer nicht wieder an");
    }

    @Test
    void leavesWhoSharesThePhoneInPeaceAndTheNumberAsItIs() {
        Conversation.Ending ending = talk("Nein", "Ja, heute Abend", "Nein, er ist nicht da");
        assertThat(ending).isEqualTo(new Conversation.Ending(CallOutcome.NO_ANSWER, false, null, null));
    }

    @Test
    void waitsForWhoIsFetchedAndGreetsHimAnew() {
        Conversation.Ending ending = talk("Nein", "Ja", "Ja, Moment", "Hallo?", "Ja", "1980", "am 5.12.", "ja");
        assertThat(ending.promised()).isEqualTo(LocalDate.parse("2026-12-05"));
        assertThat(said.get(3)).contains("ich warte");
        assertThat(said.get(4)).contains("digitale Assistent", "Spreche ich mit Anna Beispiel?");
    }

    @Test
    void triesAnotherTimeWhenNobodyCame() {
        assertThat(talk("Nein", "Ja", "Ja, Moment", "Nein, er will nicht").outcome())
                .isEqualTo(CallOutcome.NO_ANSWER);
        Conversation conversation = new Conversation(briefing(1980, TODAY), new PlainUnderstanding());
        conversation.open();
        conversation.hear("Nein");
        conversation.hear("Ja");
        conversation.hear("Ja, Moment");
        assertThat(conversation.silence().ended()).isFalse();
        assertThat(conversation.silence().ended()).isTrue();
        assertThat(conversation.ending().outcome()).isEqualTo(CallOutcome.NO_ANSWER);
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsOfItsOwnForEachConcern(Concern concern) {
        for (Locale language : List.of(Locale.GERMANY, Locale.UK)) {
            Phrases phrases = new Phrases(language);
            String words = phrases.say(concern.words());
            assertThat(Stream.of(Concern.values())
                            .filter(other -> phrases.say(other.words()).equals(words)))
                    .containsExactly(concern);
            assertThat(words).doesNotContainPattern("(?i)rechnung|betrag|zahl|(?<!ent)schuld|invoice|amount|pay|owe");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Meine Frau ist gestorben, DECEASED, Beileid",
        "Ich liege krank im Bett, ILLNESS, gute Besserung",
        "Das ist eine Frechheit, ANGER, ärgert",
        "Ich bin arbeitslos, HARDSHIP, was geht",
        "Ich will nicht mehr leben, CRISIS, Telefonseelsorge"
    })
    void answersKindlyToWhatItHears(String answer, Concern concern, String words) {
        assertThat(talk("Ja", "1980", answer).concern()).isEqualTo(concern);
        assertThat(last()).contains(words);
    }

    @Test
    void countsWhoHangsUpAfterHearingIt() {
        assertThat(talk("Ja", "1980")).isEqualTo(new Conversation.Ending(CallOutcome.TALKED, true, null, null));
    }

    @Test
    void countsNobodyWhoHangsUpBefore() {
        assertThat(talk("Ja")).isEqualTo(new Conversation.Ending(CallOutcome.NO_ANSWER, false, null, null));
    }

    @Test
    void givesUpOnSilence() {
        Conversation conversation = new Conversation(briefing(1980, TODAY), new PlainUnderstanding());
        conversation.open();
        assertThat(conversation.silence().ended()).isFalse();
        assertThat(conversation.silence().ended()).isTrue();
        assertThat(conversation.ending().outcome()).isEqualTo(CallOutcome.NO_ANSWER);
    }
}
