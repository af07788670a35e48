package dev.kulanz.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.decisions.RuleNotes;
import dev.kulanz.desk.TimelineEntry.Value;
import dev.kulanz.journal.JournalEntry;
import dev.kulanz.shared.LocalFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

class StorytellerTests {

    private static final String HASH = "7358afe621dce963fa272553b204bbcad49ceda267ba6a98985960b76c766b8e";

    private final RuleNotes notes = Mockito.mock(RuleNotes.class);

    @Test
    void saysWhatWasDecidedAndTheRuleInItsAuthorsWords() {
        Mockito.when(notes.of("step-fitting", HASH))
                .thenReturn(Map.of("Rule_Nudge", "A nudge is for who has not reacted yet and reads e-mail."));
        TimelineEntry told = german("DecisionMade", fitting("true", 1));

        assertThat(told.sentence()).isEqualTo("„Digitaler Hinweis“ passt jetzt zu diesem Fall.");
        assertThat(values(told))
                .containsEntry(
                        "Weil",
                        List.of(new Value(
                                "Ein Hinweis ist für den, der noch nicht reagiert hat und E-Mail liest.",
                                null,
                                "Rule_Nudge",
                                null)))
                .containsEntry("Offener Betrag", List.of(Value.of("227,50\u00a0€")))
                .containsEntry("Hat einen Teil bezahlt", List.of(Value.of("nein")))
                .containsEntry("Überfällig seit", List.of(Value.of("1 Tag")))
                .containsEntry("Fassung der Regeln", List.of(new Value("7358afe6", null, null, HASH)))
                .doesNotContainKey("Stufe");
        assertThat(german("DecisionMade", fitting("false", 12)).sentence())
                .isEqualTo("„Digitaler Hinweis“ passt jetzt nicht zu diesem Fall und entfällt.");
    }

    @Test
    void tellsAChanceOnlyWhereThereWasOne() {
        assertThat(values(german("ContactChosen", choice(1)))).doesNotContainKey("Wahrscheinlichkeit dieser Wahl");
        assertThat(values(german("ContactChosen", choice(0.25))))
                .containsEntry("Wahrscheinlichkeit dieser Wahl", List.of(Value.of("0,25")));
    }

    @Test
    void setsTheRuleOfTheChoiceApartFromWhatElseWasPermitted() {
        TimelineEntry told = german("ContactChosen", choice(1));

        assertThat(told.sentence()).isEqualTo("„Freundliche Erinnerung“ soll so hinausgehen: E-Mail, freundlich.");
        assertThat(values(told))
                .containsEntry("Weil", List.of(Value.of("Rule_First")))
                .containsEntry(
                        "Auch erlaubt",
                        List.of(new Value("E-Mail, freundlich, einfache Sprache", null, "Rule_Plain", null)));
    }

    @Test
    void namesTheObstaclesOfAHandover() {
        Map<String, Object> facts = new HashMap<>(Map.of("decision", "handover-readiness", "ruleFileHash", HASH));
        facts.put("rows", List.of("obstacle=DISPUTE", "obstacle=OWN_RULE"));
        facts.put("firedRules", List.of("Rule_Dispute", "Rule_Own"));
        assertThat(german("DecisionMade", facts).sentence())
                .isEqualTo("Eine Übergabe ist noch nicht möglich: die Forderung ist bestritten, OWN RULE.");
        facts.put("rows", List.of());
        facts.put("firedRules", List.of());
        assertThat(german("DecisionMade", facts).sentence()).isEqualTo("Einer Übergabe steht nichts im Weg.");
    }

    @Test
    void tellsOfADecisionOfTheProcessOwnersOwnWhatItSaid() {
        assertThat(german(
                                "DecisionMade",
                                Map.of(
                                        "decision",
                                        "discount",
                                        "rows",
                                        List.of("percent=10, fitting=true"),
                                        "firedRules",
                                        List.of("Rule_1")))
                        .sentence())
                .isEqualTo("Eine Regel entschied, discount: percent 10, passt ja.");
    }

    @Test
    void tellsOfAChangeOnlyWhatChanged() {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "invoiceId",
                "EN-2",
                "amount",
                4,
                "oldAmount",
                5.0,
                "dueDate",
                "2026-10-21",
                "oldDueDate",
                "2026-10-21"));
        assertThat(german("OpenItemChanged", facts).sentence())
                .isEqualTo("Rechnung EN-2 wurde geändert: 4,00\u00a0€ statt 5,00\u00a0€.");
        facts.putAll(Map.of("oldAmount", 4.00, "oldDueDate", "2026-10-20", "changed", List.of("dueDate", "subject")));
        assertThat(german("OpenItemChanged", facts).sentence())
                .isEqualTo("Rechnung EN-2 wurde geändert, fällig am 21.10.2026 statt 20.10.2026; neu: Gegenstand.");
    }

    private static Map<String, Object> fitting(String fits, int days) {
        return Map.of(
                "decision",
                "step-fitting",
                "ruleFileHash",
                HASH,
                "firedRules",
                List.of("Rule_Nudge"),
                "rows",
                List.of("fitting=" + fits),
                "fact.step",
                "digital-nudge",
                "fact.openAmount",
                227.5,
                "fact.hasPaidPart",
                false,
                "fact.daysOverdue",
                days);
    }

    private static Map<String, Object> choice(double probability) {
        return Map.of(
                "step",
                "friendly-reminder",
                "decision",
                "contact-choice",
                "ruleFileHash",
                HASH,
                "chosen",
                "EMAIL, friendly, standard (rank 1)",
                "probability",
                probability,
                "firedRules",
                List.of("Rule_First", "Rule_Plain"),
                "rows",
                List.of(
                        "channel=EMAIL, tone=friendly, style=standard, rank=1",
                        "channel=EMAIL, tone=friendly, style=plain, rank=2"));
    }

    private TimelineEntry german(String kind, Map<String, Object> facts) {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:messages/desk");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        return new Storyteller("EUR", notes, new LocalFormat(Locale.GERMANY), new Words(messages, Locale.GERMAN))
                .tell(new JournalEntry("1", Instant.EPOCH, kind, "system", "c", "K-2026-000001", facts));
    }

    private static Map<String, List<Value>> values(TimelineEntry told) {
        Map<String, List<Value>> values = new HashMap<>();
        told.details().forEach(detail -> values.put(detail.name(), detail.values()));
        return values;
    }
}
