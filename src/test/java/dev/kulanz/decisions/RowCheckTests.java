package dev.kulanz.decisions;

import static dev.kulanz.decisions.Rules.findings;
import static dev.kulanz.decisions.Rules.input;
import static dev.kulanz.decisions.Rules.output;
import static dev.kulanz.decisions.Rules.row;
import static dev.kulanz.decisions.Rules.table;
import static dev.kulanz.decisions.Rules.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            """)
    void uniqueRowsThatMayHoldAtOnceAreRefusedByName(String first, String second, String example) {
        assertThat(findings(amounts("UNIQUE", first, second)))
                .singleElement()
                .asString()
                .contains("rule 'b' (row 2): it holds together with rule 'a' (row 1) (" + example + ")", "UNIQUE");
        assertThat(findings(amounts("FIRST", first, second))).isEmpty();
    }

    /** What can't be understood is said to be so. */
    @Test
    void uniqueRowsThatCannotBeToldApartAreRefused() {
        assertThat(findings(amounts("UNIQUE", "? * 2 > 7", "< 3")))
                .singleElement()
                .asString()
                .contains("it may hold together with rule 'a' (row 1) (openAmount: certain values)");
    }

    private static String steps(String hitPolicy, String... cells) {
        return one(hitPolicy, "step", "string", List.of(cells));
    }

    private static String one(String hitPolicy, String fact, String type, List<String> cells) {
        List<String> rows = new ArrayList<>();
        cells.forEach(cell -> rows.add(row("r" + rows.size(), List.of(cell), List.of("\"x\""))));
        return table(hitPolicy, input(fact, type) + output("answer", "string"), rows.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ["A100".."A150"]  | ["A120".."A200"]
            >= "A"            | <= "B"
            > "A"             | < "AB"
            > "A"             | < "B"
            > "A"             | not("A")
            not("A")          | not("B")
            ? > "A"           | ? between "AA" and "AB"
            < "A"             | ""
            """)
    void uniqueTextsThatMayHoldAtOnceAreRefused(String first, String second) {
        assertThat(findings(steps("UNIQUE", first, second)))
                .singleElement()
                .asString()
                .contains("it holds together with");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ["A".."B")        | ["B".."C"]
            < "A"             | >= "A"
            "A100"            | ("A100".."A150")
            "A"               | not("A")
            < "B"             | ["B".."Z"], "a"
            """)
    void uniqueTextsThatExcludeEachOtherAreFine(String first, String second) {
        assertThat(findings(steps("UNIQUE", first, second))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(\"A\"..\"B\")", "> \"y\"", "< \"A\"", "? > \"A\" and ? < \"AA\""})
    void somethingLiesBetweenTwoTexts(String cell) {
        assertThat(findings(steps("FIRST", cell, "-"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(\"B\"..\"A\")", "< \"\"", "? = \"A\" and ? = \"B\""})
    void textsThatNothingIsAreRefused(String cell) {
        assertThat(findings(steps("FIRST", cell, "-")))
                .singleElement()
                .asString()
                .contains("holds for no value of 'step'");
    }

    @Test
    void aRangeOfTextsIsNotCoveredByItsEnds() {
        assertThat(warnings(steps("FIRST", "\"A100\", \"A200\"", "[\"A100\"..\"A200\"]")))
                .isEmpty();
        assertThat(warnings(steps("FIRST", "[\"A100\"..\"A200\"]", "\"A100\", \"A150\"")))
                .hasSize(1);
    }

    @Test
    void daysNextToEachOtherHaveNothingBetweenThem() {
        assertThat(findings(one(
                        "FIRST",
                        "customerSince",
                        "date",
                        List.of("? > date(\"2026-01-01\") and ? < date(\"2026-01-02\")", "-"))))
                .singleElement()
                .asString()
                .contains("holds for no value");
        assertThat(findings(one(
                        "UNIQUE",
                        "customerSince",
                        "date",
                        List.of("<= date(\"2026-01-01\")", ">= date(\"2026-01-02\")"))))
                .isEmpty();
    }

    @Test
    void manyRowsThatExcludeEachOtherAreFine() {
        List<String> words =
                IntStream.range(0, 900).mapToObj("\"C%03d\""::formatted).toList();
        List<String> ranges = IntStream.range(0, 900)
                .mapToObj(i -> "[%d..%d)".formatted(i, i + 1))
                .toList();

        assertThat(findings(one("UNIQUE", "step", "string", words))).isEmpty();
        assertThat(findings(one("UNIQUE", "openAmount", "number", ranges))).isEmpty();
    }

    @Test
    void moreThanCanBeProvedIsSaidToBeSo() {
        String numbers = IntStream.range(1_000, 1_390).mapToObj(String::valueOf).collect(Collectors.joining(","));
        List<String> cells =
                IntStream.range(0, 25).mapToObj(i -> numbers + "," + i).toList();

        assertThat(findings(one("UNIQUE", "openAmount", "number", cells)))
                .singleElement()
                .asString()
                .contains("too many rows and values to prove", "use the hit policy FIRST");
    }

    /** Three hundred rows of which each says something of many others. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            UNIQUE     | > %d
            FIRST      | > %d
            FIRST      | ? > 5 and ? < -%d
            FIRST      | > 1.%03d
            FIRST      | > %d,00
            FIRST      | > "%d"
            FIRST      | > customers%d
            COLLECT    | > 5
            """)
    void aMistakeInEachRowIsNotToldForEach(String hitPolicy, String cell) {
        String content = one(
                hitPolicy,
                "openAmount",
                "number",
                IntStream.range(0, 300).mapToObj(i -> cell.formatted(i)).toList());
        RuleFindings said = Rules.check(Rules.vocabulary()).check("reminder.dmn", content);

        assertThat(said.findings()).hasSizeLessThanOrEqualTo(51);
        assertThat(said.warnings()).hasSizeLessThanOrEqualTo(51);
        assertThat(said.findings().size() + said.warnings().size()).isPositive();
        assertThat(String.join("", said.findings()) + String.join("", said.warnings()))
                .hasSizeLessThan(50_000);
    }

    @Test
    void ofManyRowsThatCoverOneTogetherThreeAreNamed() {
        List<String> cells = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(i -> "[%d..%d]".formatted(i, i + 1))
                .toList());
        cells.add("[0..300]");

        assertThat(warnings(one("FIRST", "openAmount", "number", cells)))
                .singleElement()
                .asString()
                .contains("rule 'r300' (row 301): it is never reached", "or one of 297 more hold wherever")
                .hasSizeLessThan(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true            | not(true)
            true            | false, null
            not(null)       | null
            true, false     | -
            """)
    void rowsMayAnswerEveryCaseTogether(String first, String second) {
        assertThat(answersAll(one("UNIQUE", "hasEmail", "boolean", List.of(first, second))))
                .isTrue();
        assertThat(answersAll(one("FIRST", "hasEmail", "boolean", List.of(first))))
                .isFalse();
    }

    @Test
    void everyCaseIsLookedForInAllColumns() {
        String columns = input("hasEmail", "boolean") + input("openAmount", "number") + output("answer", "string");
        String[] rows = {
            row("a", List.of("true", "< 50"), List.of("\"x\"")),
            row("b", List.of("true", "not(< 50)"), List.of("\"y\"")),
            row("c", List.of("not(true)", "-"), List.of("\"z\""))
        };
        String complete = table("UNIQUE", columns, rows);

        assertThat(findings(complete)).isEmpty();
        assertThat(answersAll(complete)).isTrue();
        assertThat(answersAll(complete.replace("not(&lt; 50)", ">= 50")))
                .as("an amount that is not known")
                .isFalse();
        assertThat(answersAll(complete.replace("not(true)", "false")))
                .as("nobody knows whether there is an address")
                .isFalse();
        assertThat(answersAll(complete.replace("not(&lt; 50)", "openAmount * 2 > 9")))
                .as("what can't be proved")
                .isFalse();
    }

    private static boolean answersAll(String content) {
        return Rules.check(Rules.vocabulary()).answersEveryCase("reminder.dmn", content);
    }

    @Test
    void aTableHasNoMoreCellsThanCanBeRead() {
        String many =
                "<input id=\"in_%1$d\"><inputExpression id=\"ex_%1$d\" typeRef=\"number\"><text>openAmount</text></inputExpression></input>";
        String columns = IntStream.range(0, 44).mapToObj(many::formatted).collect(Collectors.joining())
                + output("answer", "string");
        String[] rows = IntStream.range(0, 112)
                .mapToObj(i -> row("r" + i, Collections.nCopies(44, "-"), List.of("\"x\"")))
                .toArray(String[]::new);

        assertThat(findings(table("FIRST", columns, rows)))
                .singleElement()
                .asString()
                .contains("112 rules, 45 columns, 5040 cells", "use at most 1000, 50, 5000 and");
    }

    @Test
    void aCellIsReadOnce() {
        CellCheck cells = new CellCheck(Map.of("openAmount", Fact.Type.NUMBER), Moment.ARRIVAL);

        assertThat(cells.condition("> 5", "openAmount")).isSameAs(cells.condition("> 5", "openAmount"));
        assertThat(cells.conclusion("5")).isSameAs(cells.conclusion("5"));
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

    /** Where all words are known, what is asked of one can be anything: each word is tried. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"CONSU\" + \"MEER\"",
                "lower case(?) = \"consumeer\"",
                "starts with(?, \"Consumer\")",
                "some x in [\"PRIVATE\", \"COMPANY\"] satisfies x = ?",
                "substring(?, 1, 3) = \"PRI\"",
                "string length(?) > 60",
                "contains(?, \"X\")",
                "? < ?",
                "if ? = \"CONSUMER\" then false else ? = \"CONSUMER\""
            })
    void aConditionThatHoldsForNoKnownWordIsRefused(String condition) {
        assertThat(findings(one("FIRST", "debtorType", "string", List.of(condition, "-"))))
                .singleElement()
                .asString()
                .contains("column 'debtorType': " + condition + " holds for no value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"CONSU\" + \"MER\"",
                "lower case(?) = \"consumer\"",
                "starts with(?, \"C\")",
                "list contains([\"CONSUMER\"], ?)",
                "? = (if openAmount > 5 then \"CONSUMER\" else \"none\")"
            })
    void aConditionThatHoldsForAKnownWordIsFine(String condition) {
        String content = two("FIRST", List.of("", condition, "", ""), List.of("", "", "", ""));

        assertThat(findings(content)).isEmpty();
        assertThat(warnings(content)).isEmpty();
    }

    @Test
    void wordsToldApartByWhatIsAskedOfThemMayBeUnique() {
        assertThat(findings(two(
                        "UNIQUE",
                        List.of("", "starts with(?, \"C\")", "", ""),
                        List.of("", "starts with(?, \"B\")", "", ""))))
                .isEmpty();
    }

    @Test
    void theSameMistakeInSeveralRowsIsSaidOnce() {
        assertThat(findings(one("FIRST", "debtorType", "string", Collections.nCopies(4, "\"PRIVATE\""))))
                .singleElement()
                .asString()
                .startsWith("Decision 'reminder', rows 1, 2, 3 and 4, column 'debtorType': \"PRIVATE\" is not a known");
        assertThat(findings(one("FIRST", "debtorType", "string", Collections.nCopies(500, "\"PRIVATE\""))))
                .singleElement()
                .asString()
                .contains("19, 20 and 480 more, column 'debtorType'");
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
            60 ,50              | write 60.50
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
