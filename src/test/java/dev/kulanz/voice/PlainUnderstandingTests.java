package dev.kulanz.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainUnderstandingTests {

    private static final LocalDate SUNDAY = LocalDate.parse("2026-11-22");

    private final Understanding understanding = new PlainUnderstanding();

    private Understood of(String said) {
        return understanding.of(said, SUNDAY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    am 2026-12-05                       | 2026-12-05
                    Am 5.12.2026 kommt das Geld.        | 2026-12-05
                    bis zum 05. 12. 2026                | 2026-12-05
                    am 5.12. habe ich Gehalt            | 2026-12-05
                    am 7.1. bekomme ich Geld            | 2027-01-07
                    Guten Morgen, ich zahle morgen.     | 2026-11-23
                    übermorgen                          | 2026-11-24
                    noch heute                          | 2026-11-22
                    In einer Woche.                     | 2026-11-29
                    in 2 Wochen                         | 2026-12-06
                    in drei Tagen                       | 2026-11-25
                    nächsten Freitag                    | 2026-11-27
                    am Sonntag                          | 2026-11-29
                    tomorrow                            | 2026-11-23
                    the day after tomorrow              | 2026-11-24
                    in a week                           | 2026-11-29
                    in ten days                         | 2026-12-02
                    next Monday                         | 2026-11-23
                    """)
    void findsTheDayThatIsNamed(String said, LocalDate day) {
        assertThat(of(said).day()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Guten Morgen",
                "am 31.2.2026",
                "am 5.12.2026 oder am 8.12.2026",
                "am Freitag oder am Montag",
                "bald",
                "in ein paar Wochen",
                "Rechnung 4711"
            })
    void findsNoDayWhereNoneIsSure(String said) {
        assertThat(of(said).day()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'Ja, am Apparat.', true",
        "'Genau', true",
        "'Yes, that is right.', true",
        "'Nein', false",
        "'Das weiß ich noch nicht.', false",
        "'No, sorry', false"
    })
    void hearsYesAndNo(String said, boolean yes) {
        assertThat(of(said).yes()).isEqualTo(yes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ja und nein.", "Hm.", "Januar", "Nebel", "know"})
    void takesNothingElseForYesOrNo(String said) {
        assertThat(of(said).yes()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Ich will mit einem Menschen sprechen         | WANTS_A_PERSON
                    Geben Sie mir bitte eine Mitarbeiterin       | WANTS_A_PERSON
                    Can I talk to a person?                      | WANTS_A_PERSON
                    Das habe ich nie bestellt                    | DISPUTE
                    Die Rechnung stimmt nicht                    | DISPUTE
                    I never ordered that                         | DISPUTE
                    Das habe ich schon bezahlt                   | ALREADY_PAID
                    Ich habe es bereits überwiesen               | ALREADY_PAID
                    I have already paid                          | ALREADY_PAID
                    Ich bin arbeitslos                           | HARDSHIP
                    Ich kann das nicht bezahlen                  | HARDSHIP
                    Ich kann gerade nicht zahlen                 | HARDSHIP
                    I can’t afford that                          | HARDSHIP
                    Ich bin in der Privatinsolvenz               | INSOLVENCY
                    Sprechen Sie mit meinem Anwalt               | LAWYER
                    Meine Rechtsanwältin meldet sich             | LAWYER
                    Mein Mann ist letzte Woche gestorben         | DECEASED
                    My husband died                              | DECEASED
                    Ich bin erst 15                              | MINOR
                    Bitte nicht mitschreiben                     | NO_TRANSCRIPT
                    Ich möchte nicht aufgezeichnet werden        | NO_TRANSCRIPT
                    Please do not record this                    | NO_TRANSCRIPT
                    """)
    void hearsWhatAMachineMustNotGoOnAbout(String said, Concern concern) {
        assertThat(of(said).concern()).isEqualTo(concern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ja",
                "Nein, das weiß ich noch nicht.",
                "Am 5.12.2026",
                "1980",
                "Persönlich am Apparat",
                "Yes, speaking."
            })
    void hearsNoConcernInAnOrdinaryAnswer(String said) {
        assertThat(of(said).concern()).isNull();
    }

    @Test
    void hearsThatTheNumberIsWrong() {
        assertThat(of("Da haben Sie sich verwählt.").wrongNumber()).isTrue();
        assertThat(of("Sorry, wrong number").wrongNumber()).isTrue();
        assertThat(of("Meine Nummer ist 12").wrongNumber()).isFalse();
    }
}
