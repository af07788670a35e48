package dev.kulanz.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.support.Browser;
import dev.kulanz.support.Story;
import dev.kulanz.support.StoryDebtor;
import java.time.LocalDate;

/** Debtors who climb the whole ladder in silence and stand at each wait of the hand-over on the morning of 21 February 2027. */
final class DebtorsForTheAgency {

    private final Story story;
    private final Newcomers newcomers;

    DebtorsForTheAgency(Story story, Newcomers newcomers) {
        this.story = story;
        this.newcomers = newcomers;
    }

    void live(LocalDate today) {
        switch (today.toString()) {
            case "2026-11-05" -> begin();
            case "2027-02-15" -> areDecidedOn();
            case "2027-02-17" ->
                newcomers.known("Abgabe spaeter faellig").owes("AB-Abgabe spaeter faellig", "300.00", "2027-03-15");
            case "2027-02-20" -> newcomers.known("Abgabe gesperrt").isBlocked(BlockReason.HARDSHIP);
            default -> {}
        }
    }

    private void begin() {
        silent("Abgabe", "300.00");
        silent("Abgabe zu bestaetigen", "1500.00"); // more than a clerk releases alone
        silent("Abgabe beim Inkasso", "300.00");
        silent("Abgabe zurueck", "300.00");
        silent("Abgabe gesperrt", "300.00");
        silent("Abgabe spaeter faellig", "300.00");
        silent("Abgabe klein", "30.00");
        silent("Abgabe in Franken", "320.00").owes("ABC", "120.00", "CHF", "2026-11-27");
    }

    private StoryDebtor silent(String name, String amount) {
        return newcomers.atHome(name).owes("AB-" + name, amount, "2026-11-02");
    }

    private void areDecidedOn() {
        decided("Abgabe zu bestaetigen", "\"decision\": {\"value\": \"RELEASE\"}");
        decided("Abgabe beim Inkasso", "\"decision\": {\"value\": \"RELEASE\"}");
        decided("Abgabe zurueck", """
                "decision": {"value": "RETURN"}, "until": {"value": "2027-03-03"}, "comment": {"value": "Abwarten."}""");
    }

    private void decided(String name, String variables) {
        assertThat(Browser.withPassword(story.house().port(), "clerk", "clerk")
                        .post(
                                "/engine-rest/task/"
                                        + newcomers.known(name).task().getId() + "/submit-form",
                                "{\"variables\": {" + variables + "}}")
                        .statusCode())
                .as(name)
                .isEqualTo(204);
        story.now();
    }
}
