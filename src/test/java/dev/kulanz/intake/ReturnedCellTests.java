package dev.kulanz.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is given back does no harm in a spreadsheet, and comes back as it was. */
class ReturnedCellTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://evil.example\";\"x\")",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                " =1",
                "\n=1",
                "'=1",
                "''=1",
                "\uff1d1",
                "-",
                "+1+A1"
            })
    void guardsWhatCouldRun(String value) {
        String guarded = ReturnedCell.guarded(value);
        assertThat(guarded).isEqualTo("'" + value);
        assertThat(ReturnedCell.restored(guarded)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Anna",
                "-12,50",
                "+49 (170) 123-4567",
                "-1.234,50",
                "'quoted'",
                "'",
                "O'Neill",
                "a=b",
                "R-1",
                "100,00-"
            })
    void leavesTheRestAsItIs(String value) {
        assertThat(ReturnedCell.guarded(value)).isEqualTo(value);
        assertThat(ReturnedCell.restored(value)).isEqualTo(value);
    }
}
