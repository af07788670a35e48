package dev.kulanz.simulation;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.support.StoryDebtor;
import java.time.LocalDate;
import java.util.List;

/** Debtors with several cases, currencies and blocks, minors, odd names and amounts, due dates that move. */
final class DebtorsOfEveryKind {

    private static final List<BlockReason> OF_PERSONS = List.of(
            BlockReason.DECEASED,
            BlockReason.INSOLVENCY,
            BlockReason.REPRESENTED,
            BlockReason.HARDSHIP,
            BlockReason.MANUAL);

    private final Newcomers newcomers;

    DebtorsOfEveryKind(Newcomers newcomers) {
        this.newcomers = newcomers;
    }

    void live(LocalDate today) {
        switch (today.toString()) {
            case "2027-01-20" -> {
                oweMuchOrLittle();
                haveOddNames();
            }
            case "2027-01-28" -> payTooMuchOrTooLittle();
            case "2027-02-10" -> {
                haveSeveralCases();
                areMinors();
                areBlockedElsewhere();
            }
            case "2027-02-17" -> getAnotherDueDate("2027-03-15");
            case "2027-02-20" -> areBlockedWhileADemandIsPlanned();
            default -> {}
        }
    }

    private void oweMuchOrLittle() {
        StoryDebtor many = newcomers.atHome("Viel");
        for (int i = 0; i < 30; i++) {
            many.owes(
                    "VIEL" + i,
                    "10.10",
                    LocalDate.of(2027, 1, 10).plusDays(i / 3).toString());
        }
        newcomers.atHome("Klein").owes("K1", "2.00", "2027-01-10");
        newcomers.atHome("Rest").owes("K2", "100.00", "2027-01-10").pays("99.50");
        newcomers
                .remindedElsewhere("Kleine Mahnung", "dunning-notice", "2027-01-12")
                .owes("K3", "9.00", "2026-12-28");
        newcomers.atHome("Yen").owes("YEN", "5000", "JPY", "2027-01-10");
    }

    private void haveOddNames() {
        newcomers.atHome("Chinesisch").with("email", "").with("name", "王小明").owes("O1", "70.00", "2027-01-10");
        newcomers
                .atHome("Georgisch")
                .with("email", "")
                .with("name", "გიორგი ბერიძე")
                .owes("O2", "70.00", "2027-01-10");
        newcomers.atHome("Arabisch").with("email", "").with("name", "محمد علي").owes("O3", "70.00", "2027-01-10");
        newcomers.atHome("Umlaut").with("email", "jörg@bücher.example").owes("O4", "70.00", "2027-01-10");
        newcomers.atHome("00471").owes("00815", "70.00", "2027-01-10");
    }

    private void payTooMuchOrTooLittle() {
        wasReminded("Guthaben").owes("GU", "50.00", "2027-01-05").pays("80.00");
        wasReminded("Ruecklast").owes("RU", "50.00", "2027-01-05").pays("50.00").lastPaymentComesBack();
        wasReminded("Teil").owes("TE", "50.00", "2027-01-05").pays("30.00");
    }

    private StoryDebtor wasReminded(String name) {
        return newcomers.remindedElsewhere(name, "friendly-reminder", "2027-01-20");
    }

    private void haveSeveralCases() {
        for (BlockReason reason : OF_PERSONS) {
            wasReminded("Person" + reason)
                    .owes("P" + reason, "100.00", "2027-01-02")
                    .owes("C" + reason, "80.00", "CHF", "2027-01-02")
                    .owes("D" + reason, "60.00", "USD", "2027-01-02")
                    .isBlocked(reason);
        }
        wasReminded("Person zweimal")
                .owes("PZ", "100.00", "2027-01-02")
                .isBlocked(BlockReason.HARDSHIP)
                .owes("PZC", "80.00", "CHF", "2027-01-02")
                .isBlocked(BlockReason.HARDSHIP)
                .isBlocked(BlockReason.DISPUTE);
    }

    private void areMinors() {
        for (String step : List.of("", "friendly-reminder", "second-reminder", "plan-offer", "final-notice")) {
            newcomers
                    .remindedElsewhere("Kind" + step, step, "2027-02-05")
                    .with("birth_date", "2012-05-05")
                    .with("mobile", newcomers.number())
                    .owes("KD" + step, "42.00", "2027-01-04");
        }
        newcomers
                .remindedElsewhere("Bald erwachsen", "friendly-reminder", "2027-02-05")
                .with("birth_date", "2009-03-10")
                .owes("KE", "42.00", "2027-01-04");
    }

    private void areBlockedElsewhere() {
        for (BlockReason reason : OF_PERSONS) {
            newcomers
                    .atHome("Kommt" + reason)
                    .with("block_reason", reason.name())
                    .owes("L" + reason, "64.00", "2027-03-02");
        }
        wasReminded("Laeuft").with("promise_date", "2027-03-02").owes("LP", "64.00", "2027-01-15");
    }

    private void getAnotherDueDate(String day) {
        for (String step : List.of("", "friendly-reminder", "second-reminder", "dunning-notice")) {
            String name = "Zieht" + step;
            newcomers
                    .remindedElsewhere(name, step, "2027-02-12")
                    .owes(name, "88.00", "2027-01-20")
                    .owes(name, "88.00", day);
        }
    }

    /** It is known at one case, and the demand of the other is planned for Monday. */
    private void areBlockedWhileADemandIsPlanned() {
        for (BlockReason reason : OF_PERSONS) {
            String name = "Montag" + reason;
            newcomers
                    .remindedElsewhere(name, "friendly-reminder", "2026-12-28")
                    .owes(name + "C", "80.00", "CHF", "2026-12-02")
                    .owes(name, "100.00", "2026-12-02")
                    .isBlocked(reason);
        }
        newcomers
                .remindedElsewhere("Montagskind", "friendly-reminder", "2026-12-28")
                .with("birth_date", "2012-05-05")
                .owes("MK", "100.00", "2026-12-02");
    }
}
