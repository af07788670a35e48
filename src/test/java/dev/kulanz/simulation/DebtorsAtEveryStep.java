package dev.kulanz.simulation;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.demo.Reaction;
import java.time.LocalDate;
import java.util.List;

/** Debtors whose cases stand at each wait of both ladders, of the call and of a promise on the morning of 21 February 2027. */
final class DebtorsAtEveryStep {

    private static final List<String> OF_CONSUMERS = List.of(
            "",
            "friendly-reminder",
            "second-reminder",
            "digital-nudge",
            "plan-offer",
            "dunning-notice",
            "final-notice");
    private static final List<String> OF_BUSINESSES =
            List.of("", "friendly-reminder", "dunning-notice", "final-notice");

    private final Newcomers newcomers;

    DebtorsAtEveryStep(Newcomers newcomers) {
        this.newcomers = newcomers;
    }

    void live(LocalDate today) {
        switch (today.toString()) {
            case "2027-02-10", "2027-02-15", "2027-02-17" -> areNotThere(today);
            case "2027-02-18" -> {
                takeTheNextStep(today); // on Friday
                areNotThere(today);
                newcomers.dueForACall("Hoert zu", Reaction.listens("de"));
                newcomers.dueForACall("Will einen Menschen", Reaction.asksForAPerson("de"));
                areBlocked();
                cannotBeReached();
                promise();
            }
            case "2027-02-20" -> {
                takeTheNextStep(today); // on Monday
                newcomers.dueForACall("Ruf am Montag", Reaction.promises(LocalDate.of(2027, 3, 5), "de"));
            }
            default -> {}
        }
    }

    private void takeTheNextStep(LocalDate today) {
        for (String step : OF_CONSUMERS) {
            String name = "Stufe" + today.getDayOfMonth() + step.replace("-", "");
            newcomers
                    .remindedElsewhere(name, step, "2026-12-28")
                    .with("mobile", newcomers.number())
                    .owes(name, "130.00", "2026-11-30");
        }
        for (String step : OF_BUSINESSES) {
            String name = "Firma" + today.getDayOfMonth() + step.replace("-", "");
            newcomers.remindedElsewhere(name, "BUSINESS", step, "2026-12-28").owes(name, "230.00", "2026-11-30");
        }
        String yesterday = today.minusDays(1).toString();
        newcomers.atHome("Neu" + yesterday).owes("N" + yesterday, "55.00", yesterday);
        newcomers
                .atHome("Neufirma" + yesterday)
                .with("debtor_type", "BUSINESS")
                .owes("NF" + yesterday, "57.00", yesterday);
    }

    private void areNotThere(LocalDate today) {
        newcomers.dueForACall("Ruf" + today.getDayOfMonth(), new Reaction.NoAnswer());
    }

    private void areBlocked() {
        newcomers
                .remindedElsewhere("Gesperrt", "friendly-reminder", "2026-12-12")
                .owes("G1", "75.00", "2026-12-01")
                .isBlocked(BlockReason.DISPUTE);
        newcomers
                .remindedElsewhere("Gesperrt bis", "friendly-reminder", "2026-12-12")
                .owes("G2", "75.00", "2026-12-01")
                .isBlockedUntil("2027-03-04");
        newcomers.dueForACall("Ruf gesperrt", new Reaction.Busy()).isBlocked(BlockReason.MANUAL);
        newcomers.dueForACall("Ruf gesperrt bis", new Reaction.Busy()).isBlockedUntil("2027-03-04");
    }

    private void cannotBeReached() {
        for (int i = 1; i <= 3; i++) {
            newcomers.known("Unbekannt" + i).with("email", "").owes("U" + i, "90.00", "2027-01-30");
        }
    }

    private void promise() {
        promises("Verspricht heute", "100.00", "2027-02-18");
        promises("Verspricht morgen", "100.00", "2027-02-19");
        promises("Verspricht Montag", "40.00", "2027-02-22");
        promises("Verspricht spaet", "100.00", "2027-03-10");
    }

    private void promises(String name, String amount, String day) {
        newcomers
                .remindedElsewhere(name, "friendly-reminder", "2027-01-20")
                .owes(name, "100.00", "2027-01-05")
                .promises(amount, day);
    }
}
