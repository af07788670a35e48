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

/** Cells that are FEEL, and ask nothing of their column's fact. */
class QuestionCheckTests {

    private static final String COLUMNS = input("openAmount", "number")
            + input("debtorType", "string")
            + input("hasEmail", "boolean")
            + input("step", "string")
            + output("answer", "string");

    private static String amount(String cell) {
        return table("FIRST", COLUMNS, row("a", List.of(cell, "", "", ""), List.of("\"x\"")));
    }

    private static String step(String cell) {
        return table("FIRST", COLUMNS, row("a", List.of("", "", "", cell), List.of("\"x\"")));
    }

    private static String email(String cell) {
        return table("FIRST", COLUMNS, row("a", List.of("", "", cell, ""), List.of("\"x\"")));
    }

    /** With FEEL they are compared with the amount, which is never true or false. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "openAmount > 50",
                "debtorType = \"BUSINESS\"",
                "1 = 1",
                "starts with(debtorType, \"B\")",
                "not(openAmount > 50)",
                "openAmount between 1 and 5",
                "openAmount in (1, 2)",
                "some x in [1, 2] satisfies x = openAmount",
                "if hasEmail then openAmount > 5 else false",
                "7, openAmount > 50"
            })
    void whatAsksNothingOfTheColumnIsRefused(String cell) {
        assertThat(findings(amount(cell))).singleElement().asString().contains(" asks nothing of 'openAmount'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 or 2                      | 1 is neither true nor false
            ? > 1 and "x"               | "x" is neither true nor false
            ? > 1 or openAmount         | openAmount is neither true nor false
            ? and ? > 5                 | ? is neither true nor false
            if ? > 1 and 2 then true else false | 2 is neither true nor false
            """)
    void whatIsNeitherTrueNorFalseIsNotJoined(String cell, String why) {
        assertThat(findings(amount(cell))).singleElement().asString().contains(why, "with commas");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"de\" or \"en\"", "\"de\" and \"en\"", "not(\"de\") and not(\"en\")", "not(\"de\") or \"en\""})
    void neitherAreWords(String cell) {
        assertThat(findings(step(cell))).singleElement().asString().contains("is neither true nor false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "? - 1",
                "string length(?) > 3",
                "contains(?, \"x\")",
                "if ? > 1 then \"yes\" else \"no\"",
                "? > \"x\" and ? < \"y\"",
                "? = @\"2026-01-31\"",
                "3, ? + 5",
                "not(? + 5)"
            })
    void whatIsNeverYesOrNoIsRefused(String cell) {
        assertThat(findings(amount(cell)))
                .anySatisfy(each -> assertThat(each).contains("says neither yes nor no, whatever the facts are"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "a" + "b"        | comes to ab, but 'openAmount' is a number
            upper case("x")  | comes to X, but 'openAmount' is a number
            5 / 0            | comes to nothing, but 'openAmount' is a number
            5 / "a"          | comes to nothing, but 'openAmount' is a number
            debtorType       | 'debtorType' is a string, but 'openAmount' is a number
            > debtorType     | 'debtorType' is a string, but 'openAmount' is a number
            """)
    void whatIsOfAnotherTypeIsRefused(String cell, String why) {
        assertThat(findings(amount(cell))).anySatisfy(each -> assertThat(each).contains(why));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1-5     | 1-5 is a subtraction and comes to -4; write [1..5]
            10 - 20 | 10 - 20 is a subtraction and comes to -10; write [10..20]
            """)
    void aRangeWrittenAsASubtractionIsWarnedOf(String cell, String why) {
        assertThat(findings(amount(cell))).isEmpty();
        assertThat(warnings(amount(cell))).singleElement().asString().contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "? > 50",
                "? > 50 or ? < 5",
                "? > 50 and hasEmail",
                "? > 50 and not(hasEmail)",
                "? > 50 and debtorType = \"BUSINESS\"",
                "? = null or ? > 3",
                "60 * 2",
                "> 60 * 2",
                "if debtorType = \"BUSINESS\" then 5 else 7",
                "if debtorType = \"BUSINESS\" then ? > 5 else ? > 7",
                "not(1, 2)",
                "not(? > 5)",
                "null, 5"
            })
    void whatAsksOfTheColumnIsFine(String cell) {
        assertThat(findings(amount(cell))).isEmpty();
        assertThat(warnings(amount(cell))).isEmpty();
    }

    @Test
    void aFactThatIsTrueOrFalseCanBeComparedWithAQuestion() {
        assertThat(findings(email("openAmount > 5"))).isEmpty();
        assertThat(warnings(email("openAmount > 5")))
                .singleElement()
                .asString()
                .contains("holds where both are true and where both are false");
        assertThat(findings(email("hasEmail = true")))
                .singleElement()
                .asString()
                .contains("asks nothing of 'hasEmail'", "? = true");
        assertThat(findings(email("? and openAmount > 5"))).isEmpty();
        assertThat(findings(email("true"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upper case(openAmount)", "openAmount / 0", "if openAmount > 0 then 1 / 0 else 2 / 0"})
    void aConclusionThatComesToNothingIsRefused(String cell) {
        assertThat(findings(table("FIRST", COLUMNS, row("a", List.of("", "", "", ""), List.of(cell)))))
                .singleElement()
                .asString()
                .contains(cell + " comes to nothing, whatever the facts are");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ≥ 1         | write >=
            50 EUR      | write numbers without a unit
            50 €        | write the number only
            > 10 or < 5 | write ? before it
            1..5        | a range stands in brackets, as [1..5]
            """)
    void whatIsNoFeelIsAnsweredWithWhatIs(String cell, String advice) {
        assertThat(findings(amount(cell))).singleElement().asString().contains(advice);
    }

    @Test
    void aDashIsNoAnswer() {
        assertThat(findings(table("FIRST", COLUMNS, row("a", List.of("", "", "", ""), List.of("-")))))
                .singleElement()
                .asString()
                .contains("a dash says nothing here; leave the cell blank");
    }
}
