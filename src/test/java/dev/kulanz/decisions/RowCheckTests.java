package dev.kulanz.decisions;

import static dev.kulanz.decisions.Rules.findings;
import static dev.kulanz.decisions.Rules.input;
import static dev.kulanz.decisions.Rules.output;
import static dev.kulanz.decisions.Rules.row;
import static dev.kulanz.decisions.Rules.table;
import static dev.kulanz.decisions.Rules.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows compared with each other, and numbers and days that FEEL reads as something else. */
class RowCheckTests {

    private static final String COLUMNS = input("openAmount", "number")
            + input("debtorType", "string")
            + input("hasEmail", "boolean")
            + input("customerSince", "date")
            + output("answer", "string");

    private static String two(String hitPolicy, List<String> first, List<String> second) {
        return table(hitPolicy, COLUMNS, row("a", first, List.of("\"x\"")), row("b", second, List.of("\"y\"")));
    }

    private static String amounts(String hitPolicy, String first, String second) {
        return two(hitPolicy, List.of(first, "", "", ""), List.of(second, "", "", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            < 50            | >= 50
            [0..50)         | [50..100]
            [0..50[         | ]50..100]
            1, 2            | 3, 4
            not(>= 50)      | >= 50
            < 50            | ? >= 50 and ? < 100
            null            | > 0
            ? < 50          | ? between 50 and 60
            """)
    void uniqueRowsThatExcludeEachOtherAreFine(String first, String second) {
        assertThat(findings(amounts("UNIQUE", first, second))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <= 50           | >= 50       | openAmount: 50
            [0..50]         | [50..100]   | openAmount: 50
            < 50            | < 20        | openAmount: -1
            not(< 50)       | not(>= 50)  | openAmount: not known
            -               | > 1         | openAmount: 2
            -               | -           | for every case
            1, 2            | 2           | openAmount: 2
            openAmount * 2 > 7 | < 3      | openAmount: certain values
            """)
    void uniqueRowsThatMayHoldAtOnceAreRefusedByName(String first, String second, String example) {
        assertThat(findings(amounts("UNIQUE", first, second)))
                .singleElement()
                .asString()
                .contains("rule 'b' (row 2): it holds together with rule 'a' (row 1) (" + example + ")", "UNIQUE");
        assertThat(findings(amounts("FIRST", first, second))).isEmpty();
    }

    @Test
    void anyColumnMayTellTheRowsApart() {
        assertThat(findings(two(
                        "UNIQUE",
                        List.of("> 1", "\"CONSUMER\"", "true", ""),
                        List.of("> 1", "\"BUSINESS\"", "true", ""))))
                .isEmpty();
        assertThat(findings(two("UNIQUE", List.of("", "", "true", ""), List.of("", "", "false", ""))))
                .isEmpty();
        assertThat(findings(two(
                        "UNIQUE",
                        List.of("", "", "", "< date(\"2020-01-01\")"),
                        List.of("", "", "", ">= date(\"2020-01-01\")"))))
                .isEmpty();
        assertThat(findings(two(
                        "UNIQUE",
                        List.of("", "", "", "<= date(\"2020-01-01\")"),
                        List.of("", "", "", ">= date(\"2020-01-01\")"))))
                .singleElement()
                .asString()
                .contains("customerSince: 2020-01-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"? > 5 and ? < 3", "[5..3]", "? = 1 and ? = 2"})
    void aConditionThatNothingFulfilsIsRefused(String condition) {
        assertThat(findings(amounts("FIRST", condition, "")))
                .singleElement()
                .asString()
                .contains("rule 'a' (row 1), column 'openAmount': " + condition + " holds for no value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            -       | > 5
            > 5     | > 5
            > 5     | >= 6
            > 5     | 6, 7
            < 100   | [0..50]
            not(5)  | not(4, 5)
            ? * 2 > 7 | ? * 2 > 7
            """)
    void aRowThatAnEarlierOneCoversIsWarnedOf(String first, String second) {
        assertThat(findings(amounts("FIRST", first, second))).isEmpty();
        assertThat(warnings(amounts("FIRST", first, second)))
                .singleElement()
                .asString()
                .contains("rule 'b' (row 2): it is never reached, because rule 'a' (row 1) holds wherever it does");
    }

    @Test
    void severalEarlierRowsMayCoverOneTogether() {
        String together = table(
                "FIRST",
                COLUMNS,
                row("a", List.of("< 50", "", "", ""), List.of("\"x\"")),
                row("b", List.of(">= 50", "", "", ""), List.of("\"y\"")),
                row("c", List.of("[10..90]", "", "true", ""), List.of("\"z\"")),
                row("row-d", List.of("", "", "", ""), List.of("\"what is not known\"")));

        assertThat(findings(together)).isEmpty();
        assertThat(warnings(together))
                .singleElement()
                .asString()
                .contains(
                        "rule 'c' (row 3): it is never reached", "rule 'a' (row 1) or rule 'b' (row 2) hold wherever");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            > 5     | -
            > 5     | > 4
            > 5     | null
            > 5     | not(5)
            """)
    void aRowThatStillHasCasesIsFine(String first, String second) {
        assertThat(warnings(amounts("FIRST", first, second))).isEmpty();
    }

    @Test
    void theSameRowTwiceIsWarnedOfWhereAllAreWanted() {
        String twice = table(
                "RULE ORDER",
                COLUMNS,
                row("a", List.of("> 5", "", "", ""), List.of("\"x\"")),
                row("b", List.of("> 5", "", "", ""), List.of("\"x\"")),
                row("c", List.of("> 5", "", "", ""), List.of("\"y\"")));

        assertThat(warnings(twice))
                .singleElement()
                .asString()
                .contains("rule 'b' (row 2): it says the same as rule 'a'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            60,50               | write 60.50
            < 60,50             | write 60.50
            [0..60,50]          | write 60.50
            > 1.000,00          | write 1000.00
            > 1,5               | write 1.5
            > 1,000,000         | write 1000000
            not(60,50)          | write 60.50
            ? > 60,50           | write 60.50
            > 31.01.2026        | 31.01.2026 is no day; write date("2026-01-31")
            """)
    void aNumberWrittenInGermanIsRefusedWithTheRightSpelling(String cell, String finding) {
        assertThat(findings(amounts("FIRST", cell, "")))
                .anySatisfy(each -> assertThat(each).contains(finding));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60.50", "60, 50", "1, 2, 3", "1,2,3", "10.5,20.5,30.5", "< 1000.00", "1000000"})
    void aListOfNumbersIsFine(String cell) {
        assertThat(findings(amounts("FIRST", cell, ""))).isEmpty();
        assertThat(warnings(amounts("FIRST", cell, ""))).isEmpty();
    }

    @Test
    void textsMayHaveCommasAndPoints() {
        assertThat(findings(two("FIRST", List.of("", "\"CONSUMER\",\"BUSINESS\"", "", ""), List.of("", "", "", ""))))
                .isEmpty();
    }

    @Test
    void thousandsWithAPointAreWarnedOf() {
        assertThat(warnings(amounts("FIRST", "> 1.000", "")))
                .singleElement()
                .asString()
                .contains("1.000 has a decimal point", "write 1000 if");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            > 31.01.2026                | write date("2026-01-31")
            > 1.2.2026                  | write date("2026-02-01")
            > 2026-01-31                | write date("2026-01-31")
            > date("31.01.2026")        | is no day or time
            > date("2026-02-30")        | is no day or time
            > @"31.01.2026"             | is no day or time
            > "2026-01-31"              |
            """)
    void aDayThatIsNoneIsRefused(String cell, String finding) {
        String content = two("FIRST", List.of("", "", "", cell), List.of("", "", "", ""));

        assertThat(findings(content)).isNotEmpty();
        if (finding != null) {
            assertThat(findings(content)).anySatisfy(each -> assertThat(each).contains(finding));
        }
    }
}
