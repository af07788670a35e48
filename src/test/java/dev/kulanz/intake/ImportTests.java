package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Good rows go in, once. */
@IntakeTest
class ImportTests {

    private final Portfolio portfolio;
    private final Imports imports;
    private final IntakeContext.ToldAccounts told;

    @Autowired
    ImportTests(JdbcClient jdbc, Imports imports, IntakeContext.ToldAccounts told) {
        this.portfolio = new Portfolio(jdbc, imports);
        this.imports = imports;
        this.told = told;
    }

    @BeforeEach
    void empty() {
        portfolio.emptied();
        told.accounts.clear();
    }

    @Test
    void keepsDebtorsItemsAndWhatTheyOwe() {
        ImportResult result =
                portfolio.imported(file(row("D-1", "R-1"), row("D-1", "R-2", "20.50"), row("D-2", "R-3")));

        assertThat(result.accepted()).isEqualTo(3);
        assertThat(result.rejected()).isEmpty();
        assertThat(result.contacts()).isNull();
        assertThat(portfolio.count("debtor")).isEqualTo(2);
        assertThat(portfolio.count("account")).isEqualTo(2);
        assertThat(portfolio.balance("R-2")).isEqualByComparingTo("20.50");
        assertThat(portfolio.strings("select value from contact_point order by value"))
                .containsExactly("d-1@example.com", "d-2@example.com");
        assertThat(portfolio.journalled())
                .containsExactly(
                        "DebtorAdded",
                        "DebtorAdded",
                        "OpenItemAdded",
                        "OpenItemAdded",
                        "OpenItemAdded",
                        "ImportFinished");
        assertThat(told.accounts).hasSize(2);
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        String csv = file(row("D-1", "R-1"), row("D-2", "R-2"));
        portfolio.imported(csv);
        Map<String, Long> before = portfolio.everything();
        told.accounts.clear();

        ImportResult again = portfolio.imported(csv);

        assertThat(again.accepted()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(told.accounts).isEmpty();
        Map<String, Long> after = portfolio.everything();
        assertThat(after.remove("import")).isEqualTo(before.remove("import") + 1);
        assertThat(after).isEqualTo(before);
    }
}
