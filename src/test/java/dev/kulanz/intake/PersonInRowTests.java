package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.HEADER;
import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a row says of the person holds whatever becomes of the invoice, as long as it is sure who is meant. Today is 22 November. */
@IntakeTest
class PersonInRowTests {

    private static final String COLUMNS = HEADER + ",paid,promise_date,birth_date,blocked_until,block_reason\n";

    @Autowired
    private Portfolio portfolio;

    @BeforeEach
    void empty() {
        portfolio.emptied();
        portfolio.imported(file(row("D-1", "R-1")));
    }

    @ParameterizedTest(name = "{0} until {1}")
    @CsvSource({
        "DECEASED,",
        "INSOLVENCY,",
        "REPRESENTED,2026-12-31",
        "HARDSHIP,2026-11-22",
        "MINOR,",
        "MANUAL,",
    })
    void isTakenOfACreditNote(String reason, @Nullable String until) {
        ImportResult result = portfolio.imported(COLUMNS + row("D-1", "G-1", "-20.00") + said(reason, until));

        assertThat(result.rejected()).isEmpty();
        assertThat(result.warnings()).isEmpty();
        assertThat(blocks()).containsExactly(reason + " " + (until == null ? "-" : until));
    }

    @ParameterizedTest(name = "{0} until {1}")
    @CsvSource({"DISPUTE,", "UNCLEAR_PAYMENT,", "REPLY,2026-12-31", "MANUAL,2026-12-31", "DECEASED,2026-11-21"})
    void isNothingThatACreditNoteSaysOfItself(String reason, @Nullable String until) {
        ImportResult result = portfolio.imported(COLUMNS + row("D-1", "G-1", "-20.00") + said(reason, until));

        assertThat(result.rejected()).isEmpty();
        assertThat(result.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("left out"));
        assertThat(blocks()).isEmpty();
    }

    @Test
    void thatCantBeReadIsNotLostWithACreditNote() {
        assertThat(portfolio
                        .imported(COLUMNS + row("D-1", "G-1", "-20.00") + said("verstrben", null))
                        .rejected())
                .extracting(RowMessage::field)
                .containsExactly("block_reason");
    }

    @Test
    void isTakenOfAKnownCreditNoteAsSomethingNew() {
        portfolio.imported(file(row("D-1", "G-1", "-20.00")));

        String csv = COLUMNS + row("D-1", "G-1", "-20.00") + said("DECEASED", null);
        assertThat(portfolio.imported(csv).accepted()).isEqualTo(1);
        assertThat(portfolio.imported(csv).unchanged()).isEqualTo(1);

        assertThat(blocks()).containsExactly("DECEASED -");
    }

    @Test
    void isTakenOfWhatIsClearedByZero() {
        portfolio.imported(COLUMNS + row("D-1", "R-1", "0") + said("DECEASED", null));
        assertThat(blocks()).containsExactly("DECEASED -");
        assertThat(portfolio.balance("R-1")).isEqualByComparingTo("0");
    }

    @Test
    void isTakenOfARowThatIsHeld() {
        ImportResult result = portfolio.imported(
                COLUMNS + row("D-1", "G-1", "-1..0") + ",,,,,\n" + row("D-1", "R-2") + said("DECEASED", null));

        assertThat(result.rejectedRows()).isEqualTo(2);
        assertThat(blocks()).containsExactly("DECEASED -", "UNCLEAR_PAYMENT 2026-11-28");
        assertThat(result.warnings())
                .extracting(RowMessage::line, RowMessage::field)
                .contains(tuple(3L, "debtor_id"));
    }

    @Test
    void isTakenOfRowsOfWhichOnlyTheInvoiceIsInDoubt() {
        String another = row("D-1", "R-1").replace("2026-11-10", "2026-12-10");
        portfolio.imported(file(row("D-1", "R-1"), another));

        portfolio.imported(COLUMNS + another.replace("2026-12-10", "2026-12-12") + said("DECEASED", null));
        portfolio.imported(COLUMNS + row("D-1", "R-9", "0") + said("INSOLVENCY", null));
        portfolio.imported(COLUMNS + row("D-1", "R-8") + ",,2026-11-01,,,REPRESENTED\n");

        assertThat(blocks()).containsExactly("DECEASED -", "INSOLVENCY -", "REPRESENTED -");
    }

    @Test
    void isNotTakenWhereItIsNotSureWhoIsMeant() {
        portfolio.imported(COLUMNS + row("D-1", "R-2") + ",,,,,\n"
                + row("D-1", "R-3").replace("Name of D-1", "Another") + said("DECEASED", null));
        portfolio.imported(COLUMNS + row("D-2", "R-1") + said("DECEASED", null));
        assertThat(blocks()).isEmpty();
    }

    @Test
    void ofOneUnderAgeIsTakenOfARowThatIsHeld() {
        portfolio.imported(COLUMNS + row("D-1", "G-1", "-1..0") + ",,,,,\n" + row("D-1", "R-2") + ",,,2012-05-01,,\n");
        assertThat(blocks()).containsExactly("MINOR 2030-04-30", "UNCLEAR_PAYMENT 2026-11-28");
    }

    @Test
    void isNotSaidAnewByTheSameFileOnceSomebodyHasFreedHim() {
        String csv = COLUMNS + row("D-1", "G-1", "-20.00") + said("DECEASED", null);
        portfolio.imported(csv);
        portfolio.execute("update person_block set lifted_at = now(), lifted_by = 'clerk'");

        assertThat(portfolio.imported(csv).unchanged()).isEqualTo(1);

        assertThat(blocks()).isEmpty();
        portfolio.imported(csv.replace("G-1", "G-2"));
        assertThat(blocks()).containsExactly("DECEASED -");
    }

    @Test
    void isMadeLongerByACreditNote() {
        String csv = COLUMNS + row("D-1", "G-1", "-20.00") + said("HARDSHIP", "2026-12-31");
        portfolio.imported(csv);
        portfolio.imported(csv.replace("2026-12-31", "2027-01-31"));
        portfolio.imported(csv);
        assertThat(blocks()).containsExactly("HARDSHIP 2027-01-31");
    }

    @Test
    void isKeptByNoDryRun() {
        portfolio.imported(COLUMNS + row("D-1", "G-1", "-20.00") + said("DECEASED", null), ImportOptions.DRY_RUN);
        assertThat(blocks()).isEmpty();
    }

    private static String said(String reason, @Nullable String until) {
        return ",,,," + (until == null ? "" : until) + "," + reason + "\n";
    }

    private List<String> blocks() {
        return portfolio.strings("""
                select reason || ' ' || coalesce(until_date::text, '-') from person_block
                where lifted_at is null and (until_date is null or until_date >= '2026-11-22') order by reason""");
    }
}
