package dev.kulanz.intake;

import static dev.kulanz.intake.Portfolio.HEADER;
import static dev.kulanz.intake.Portfolio.file;
import static dev.kulanz.intake.Portfolio.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kulanz.shared.Refusal;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A complete list clears what it no longer names. */
@IntakeTest
class SnapshotTests {

    private static final ImportOptions SNAPSHOT = new ImportOptions(false, ImportOptions.Mode.SNAPSHOT, false);
    private static final ImportOptions CONFIRMED = new ImportOptions(false, ImportOptions.Mode.SNAPSHOT, true);

    @Autowired
    private Portfolio portfolio;

    @Autowired
    private IntakeContext.ToldAccounts told;

    @BeforeEach
    void empty() {
        portfolio.emptied();
    }

    @Test
    void clearsWhatTheListNoLongerNames() {
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2", "55.00"), row("D-3", "R-3")));
        told.accounts.clear();

        ImportResult result = portfolio.imported(file(row("D-1", "R-1"), row("D-3", "R-3")), SNAPSHOT);

        assertThat(result.cleared()).isEqualTo(1);
        assertThat(result.accepted()).isZero();
        assertThat(portfolio.balance("R-2")).isEqualByComparingTo("0");
        assertThat(portfolio.factsOf("OpenItemCleared"))
                .containsEntry("invoiceId", "R-2")
                .containsEntry("amount", "55.00");
        assertThat(told.accounts).hasSize(1);
    }

    @Test
    void clearsNothingTwice() {
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2")));
        String list = file(row("D-1", "R-1"));
        portfolio.imported(list, SNAPSHOT);
        long journalled = portfolio.count("journal");

        ImportResult again = portfolio.imported(list, SNAPSHOT);

        assertThat(again.cleared()).isZero();
        assertThat(portfolio.count("journal")).isEqualTo(journalled);
    }

    @Test
    void keepsWhatARefusedRowNames() {
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2")));

        ImportResult result = portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2", "1.234")), SNAPSHOT);

        assertThat(result.rejectedRows()).isEqualTo(1);
        assertThat(result.cleared()).isZero();
        assertThat(portfolio.balance("R-2")).isEqualByComparingTo("100.00");
    }

    @Test
    void touchesNoOtherCreditor() {
        portfolio.withCreditor("other");
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2").replace(Portfolio.CREDITOR, "other")));

        assertThat(portfolio.imported(file(row("D-1", "R-1")), SNAPSHOT).cleared())
                .isZero();
        assertThat(portfolio.imported(HEADER, SNAPSHOT).cleared()).isZero();
    }

    @Test
    void refusesAListWithARowWhoseInvoiceCanNotBeRead() {
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2")));
        Map<String, Long> before = portfolio.everything();

        assertThatThrownBy(() -> portfolio.imported(file(row("D-1", "R-1"), row("D-2", "")), SNAPSHOT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line 3");
        assertThat(portfolio.everything()).isEqualTo(before);
    }

    @Test
    void asksBeforeItClearsMoreThanHalf() {
        portfolio.imported(file(
                IntStream.range(0, 40).mapToObj(i -> row("D-" + i, "R-" + i)).toArray(String[]::new)));
        String truncated = file(
                IntStream.range(0, 19).mapToObj(i -> row("D-" + i, "R-" + i)).toArray(String[]::new));

        assertThatThrownBy(() -> portfolio.imported(truncated, SNAPSHOT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("would clear 21 of the 40")
                .hasMessageContaining("confirm=true");
        assertThat(portfolio.imported(truncated, CONFIRMED).cleared()).isEqualTo(21);
    }

    @Test
    void opensAgainWhatALaterFileNames() {
        portfolio.imported(file(row("D-1", "R-1"), row("D-2", "R-2")));
        portfolio.imported(file(row("D-1", "R-1")), SNAPSHOT);

        ImportResult result = portfolio.imported(file(row("D-2", "R-2")));

        assertThat(result.accepted()).isEqualTo(1);
        assertThat(portfolio.balance("R-2")).isEqualByComparingTo("100.00");
        assertThat(portfolio.imported(file(row("D-2", "R-2"))).unchanged()).isEqualTo(1);
    }
}
