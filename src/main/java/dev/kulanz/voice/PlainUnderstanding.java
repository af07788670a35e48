package dev.kulanz.voice;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands by key words, in German and English; careful rather than clever: in doubt a person goes on. */
@Component
class PlainUnderstanding implements Understanding {

    private static final Pattern YES = words(
            "ja",
            "jawohl",
            "jo",
            "genau",
            "richtig",
            "stimmt",
            "okay",
            "ok",
            "einverstanden",
            "am apparat",
            "yes",
            "yeah",
            "yep",
            "correct",
            "sure",
            "speaking",
            "that is right",
            "that's right");
    private static final Pattern NO = words("nein", "nee", "nicht", "kein", "keine", "no", "not", "don't", "can't");
    private static final Pattern WRONG_NUMBER = words(
            "falsche nummer",
            "verwählt",
            "falsch verbunden",
            "wrong number",
            "kenne ich nicht",
            "don't know (?:him|her|them)");

    private static final Map<Concern, Pattern> CONCERNS = new LinkedHashMap<>();

    static {
        CONCERNS.put(
                Concern.NO_TRANSCRIPT,
                words(
                        "nicht (?:mit|auf)(?:ge)?(?:schr|zeich|nehm|nomm)\\w*",
                        "keine aufnahme",
                        "(?:not|don't) (?:record|write)\\w*"));
        CONCERNS.put(
                Concern.CRISIS,
                words(
                        "umbringen",
                        "umzubringen",
                        "nicht mehr leben",
                        "das leben nehmen",
                        "verzweifelt",
                        "kill myself",
                        "end my life",
                        "suicid\\w*",
                        "suizid\\w*",
                        "desperate"));
        CONCERNS.put(Concern.DECEASED, words("verstorben", "gestorben", "ist tot", "died", "deceased", "passed away"));
        CONCERNS.put(Concern.MINOR, words("minderjährig", "bin erst \\d+", "meine eltern", "my parents", "underage"));
        CONCERNS.put(Concern.INSOLVENCY, words("\\w*insolven\\w*", "bankrupt\\w*", "pleite"));
        CONCERNS.put(
                Concern.LAWYER, words("\\w*anw[aä]lt\\w*", "schuldnerberatung", "lawyer", "solicitor", "attorney"));
        CONCERNS.put(
                Concern.ILLNESS,
                words("krank\\w*", "im spital", "(?:very )?ill", "sick", "in hospital", "hospitalized"));
        CONCERNS.put(
                Concern.HARDSHIP,
                words(
                        "arbeitslos\\w*",
                        "kann (?:das |es |den betrag )?(?:gerade |im moment |momentan )?nicht (?:be)?zahlen",
                        "kein geld",
                        "unemployed",
                        "can't (?:pay|afford)\\w*",
                        "cannot (?:pay|afford)\\w*",
                        "no money"));
        CONCERNS.put(
                Concern.ALREADY_PAID,
                words("(?:schon|bereits|längst) (?:be|über)?\\w*(?:zahlt|wiesen)", "already paid", "have paid"));
        CONCERNS.put(
                Concern.DISPUTE,
                words(
                        "stimmt nicht",
                        "nicht bestellt",
                        "nie (?:bestellt|bekommen|erhalten)",
                        "reklam\\w*",
                        "bestreite\\w*",
                        "widerspr\\w*",
                        "not (?:my|right|correct)",
                        "never (?:ordered|received|got)",
                        "dispute\\w*",
                        "complain\\w*"));
        CONCERNS.put(
                Concern.ANGER,
                words(
                        "unverschämt\\w*",
                        "frechheit",
                        "lassen sie mich (?:endlich |bloß |doch )?in ruhe",
                        "lass mich (?:endlich |bloß |doch )?in ruhe",
                        "belästig\\w*",
                        "abzocke\\w*",
                        "betrüger\\w*",
                        "verarsch\\w*",
                        "schei(?:ß|ss)\\w*",
                        "leave me alone",
                        "outrageous",
                        "harass\\w*",
                        "scam\\w*",
                        "fuck\\w*"));
        CONCERNS.put(
                Concern.WANTS_A_PERSON,
                words(
                        "mensch\\w*",
                        "mitarbeiter\\w*",
                        "jemand(?:en)? anderen?",
                        "person",
                        "human",
                        "agent",
                        "somebody else",
                        "rückruf"));
    }

    @Override
    public Understood of(String said, LocalDate today) {
        String text = said.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        boolean yes = YES.matcher(text).find();
        boolean no = NO.matcher(text).find();
        return new Understood(
                Days.in(text, today).orElse(null),
                yes == no ? null : Boolean.valueOf(yes),
                WRONG_NUMBER.matcher(text).find(),
                concern(text));
    }

    private static @Nullable Concern concern(String text) {
        return CONCERNS.entrySet().stream()
                .filter(concern -> concern.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static Pattern words(String... alternatives) {
        String any = String.join("|", Arrays.asList(alternatives));
        return Pattern.compile("(?<![\\p{L}\\d])(?:" + any + ")(?![\\p{L}\\d])", Pattern.UNICODE_CHARACTER_CLASS);
    }
}
