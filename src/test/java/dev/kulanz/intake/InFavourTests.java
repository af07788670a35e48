package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.HEADER;
import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is asked for nothing because of a refused row that names several debtors. Today is 22 November. */
@IntakeTest
class InFavourTests {

    private static final String CREDITING = HEADER + ",credits_invoice\n";

    @Autowired
    private Portfolio portfolio;

    @BeforeEach
    void owe() {
        portfolio.emptied();
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2"), row("D-3", "R-3")));
    }

    @Test
    void isTheOwnerOfAnInvoiceOfWhichLessIsSaidUnderAnotherId() {
        assertThat(portfolio.imported(file(row("D-2", "R-1", "60.00"))).rejectedRows())
                .isEqualTo(1);
        assertInDoubt("D-1");
    }

    @Test
    void isTheOwnerOfAnInvoiceThatIsSettledUnderAnotherId() {
        portfolio.imported(file(row("D-2", "R-1", "0")));
        assertInDoubt("D-1");
    }

    @Test
    void isTheOwnerOfAnInvoiceThatIsSettledUnderNoId() {
        portfolio.imported(file(row("", "R-1", "0")));
        assertInDoubt("D-1");
    }

    @Test
    void isNobodyWhereAsMuchIsSaid() {
        portfolio.imported(file(row("D-2", "R-1")));
        assertInDoubt();
    }

    @Test
    void areBothWhereNobodyCanTellWhatIsSaid() {
        portfolio.imported(file(row("D-2", "R-1", "6..00")));
        assertInDoubt("D-1", "D-2");
    }

    @Test
    void areBothOfACreditNoteForAnInvoiceOfTheOther() {
        portfolio.imported(CREDITING + row("D-2", "G-1", "-20.00") + ",R-1\n");
        assertInDoubt("D-1", "D-2");
        portfolio.imported(CREDITING + row("D-1", "G-1", "-20.00") + ",R-1\n");
        assertInDoubt();
    }

    @Test
    void areBothOfAnUnreadableCreditNoteForAnInvoiceOfTheOther() {
        portfolio.imported(CREDITING + row("D-2", "G-1", "-20..00") + ",R-1\n");
        assertInDoubt("D-1", "D-2");
    }

    @Test
    void areBothOfACreditNoteThatTheOtherHas() {
        portfolio.imported(file(row("D-1", "G-1", "-20.00")));
        portfolio.imported(file(row("D-2", "G-1", "-30.00")));
        assertInDoubt("D-1", "D-2");
    }

    @Test
    void isTheOwnerOfTheInvoiceWithItsZeros() {
        portfolio.imported(file(row("D-1", "007", "70.00")));
        portfolio.imported(file(row("D-2", "7", "10.00").replace("Name of D-2", "Name of D-1")));
        assertInDoubt("D-1");
    }

    @Test
    void isWhoHasOnlyRowsThatWereRefusedForBeingThereTwice() {
        portfolio.imported(file(row("D-2", "R-1", "60.00"), row("D-1", "R-1", "60.00")));
        assertInDoubt("D-1");
    }

    @Test
    void isWhoOwesItInAnotherCurrency() {
        portfolio.imported(file(row("D-1", "R-1", "60.00").replace("EUR", "CHF")));
        assertInDoubt("D-1");
    }

    @Test
    void isAlsoWhoWouldOweByTheSameFile() {
        ImportResult result = portfolio.imported(
                CREDITING + row("D-2", "G-1", "-20.00") + ",R-9\n" + row("D-9", "R-9", "90.00") + ",\n");

        assertThat(result.rejectedRows()).isEqualTo(2);
        assertThat(result.rejected().get(1).message()).contains("line 2", "“D-9”", "to his credit");
        assertInDoubt("D-2");
        assertThat(portfolio.count("open_item")).isEqualTo(3);
    }

    private void assertInDoubt(String... debtors) {
        assertThat(portfolio.strings("""
                select d.external_id from person_block p join debtor d on d.id = p.debtor_id
                where p.reason = 'UNCLEAR_PAYMENT' and holds_on(p.lifted_at, p.until_date, '2026-11-22')
                order by d.external_id""")).containsExactly(debtors);
    }
}
