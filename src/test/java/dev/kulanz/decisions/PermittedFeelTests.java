package dev.kulanz.decisions;

import static dev.kulanz.decisions.Rules.findings;
import static dev.kulanz.decisions.Rules.input;
import static dev.kulanz.decisions.Rules.output;
import static dev.kulanz.decisions.Rules.row;
import static dev.kulanz.decisions.Rules.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.dmn.feel.lang.impl.FEELBuilder;

/** FEEL can define functions, call Java and count for ever; a cell may only compare and reckon. */
class PermittedFeelTests {

    private static final String COLUMNS =
            input("daysOverdue", "number") + input("debtorType", "string") + output("answer", "number");

    @BeforeEach
    void nothingWasTouched() {
        Tripwire.TOUCHED.set(0);
    }

    private static String withCondition(String cell) {
        return table("FIRST", COLUMNS, row("r", List.of(cell, ""), List.of("1")));
    }

    private static String withConclusion(String cell) {
        return table("FIRST", COLUMNS, row("r", List.of("", ""), List.of(cell)));
    }

    /** A function that calls Java, and ways to have it called. */
    static Stream<String> code() {
        String java = "{java: {class: \"dev.kulanz.decisions.Tripwire\", method signature:"
                + " \"touch(java.lang.String,java.lang.String)\"}}";
        String external = "function(a, b) external " + java;
        return Stream.of(
                "(" + external + ")(\"xyz\", \".y\") != null",
                "(function(a,b)external" + java + ")(\"xyz\",\".y\") != null",
                "(function /* a */ ( a , b ) // c\n external " + java + ")(\"xyz\", \".y\") != null",
                "(function(a: string, b: string) external " + java + ")(\"xyz\", \".y\") != null",
                "(function(a, b) external " + java + ")(b: \".y\", a: \"xyz\") != null",
                "? = (if (" + external + ")(\"xyz\",\".y\") = null then 0 else 1)",
                "[(" + external + ")(\"xyz\", \".y\")] != null",
                "{f: " + external + ", x: f(\"xyz\", \".y\")}.x != null",
                "{\"f\": " + external + "}.f(\"xyz\", \".y\") != null",
                "{f: {g: " + external + "}}.f.g(\"xyz\", \".y\") != null",
                "[" + external + "][1](\"xyz\", \".y\") != null",
                "count([1][(" + external + ")(\"xyz\", \".y\") != null]) > 0",
                "not((" + external + ")(\"xyz\", \".y\") = null)",
                "(if true then " + external + " else null)(\"xyz\", \".y\") != null",
                "some f in [" + external + "] satisfies f(\"xyz\", \".y\") != null",
                "every x in [1] satisfies (" + external + ")(\"xyz\", \".y\") != null",
                "(for f in [" + external + "] return f(\"xyz\", \".y\"))[1] != null",
                "sort([1, 2], function(x, y) (" + external + ")(\"xyz\", \".y\") != null) != null",
                "> (if (" + external + ")(\"xyz\", \".y\") = null then 0 else 1)",
                "[0..(if (" + external + ")(\"xyz\", \".y\") = null then 0 else 9)]",
                "1, (if (" + external + ")(\"xyz\", \".y\") = null then 0 else 1)",
                "? in (0, (if (" + external + ")(\"xyz\", \".y\") = null then 0 else 1))",
                "? between 0 and (if (" + external + ")(\"xyz\", \".y\") = null then 0 else 1)",
                "-(if (" + external + ")(\"xyz\", \".y\") = null then 0 else 1)",
                "((" + external + ")(\"xyz\", \".y\")) instance of string",
                "(" + external + ") instance of function<string, string -> string>",
                "abs(n: (if (" + external + ")(\"xyz\", \".y\") = null then 0 else 1)) = 1",
                "(" + external + ")(\"xyz\", \".y\").name != null",
                "{java: 1, f: " + external.replace("java:", "\"java\":") + "}.f(\"xyz\", \".y\") != null",
                "get value({f: " + external + "}, \"f\")(\"xyz\", \".y\") != null",
                "(function() (" + external + ")(\"xyz\", \".y\"))() != null",
                "context put({}, \"f\", " + external + ").f(\"xyz\", \".y\") != null",
                "any([(" + external + ")(\"xyz\", \".y\") != null])",
                "(" + external + ")(\"xyz\", \".y\")[1] != null");
    }

    @ParameterizedTest
    @MethodSource("code")
    void noSpellingOfAFunctionRunsInACondition(String cell) {
        assertRefusedAndNothingRan(withCondition(cell));
    }

    @ParameterizedTest
    @MethodSource("code")
    void norInAConclusion(String cell) {
        assertRefusedAndNothingRan(withConclusion(cell));
    }

    @ParameterizedTest
    @MethodSource("code")
    void norInTheListOfAColumnsValues(String cell) {
        String values = "<%1$s><text>%2$s</text></%1$s>"
                .formatted("inputValues", cell.replace("&", "&amp;").replace("<", "&lt;"));
        String content = withCondition("> 1")
                .replaceFirst("</inputExpression></input>", "</inputExpression>" + values + "</input>");

        assertThat(findings(content)).isNotEmpty();
        // of a table in force nobody reads them
        assertThat(asked(content).rows()).isEmpty();
        assertThat(Tripwire.TOUCHED).hasValue(0);
    }

    private static void assertRefusedAndNothingRan(String content) {
        assertThat(findings(content)).isNotEmpty();
        assertThatThrownBy(() -> asked(content)).isInstanceOf(DecisionFailed.class);
        assertThat(Tripwire.TOUCHED).hasValue(0);
    }

    private static Verdict asked(String content) {
        return Rules.decisions().evaluate(Rules.file(content), Map.of("daysOverdue", 1, "debtorType", "CONSUMER"));
    }

    @Test
    void whatWouldGetPastTheCheckFindsNoClassToCall() {
        String call = "(function(a, b) external {java: {class: \"dev.kulanz.decisions.Tripwire\", method signature:"
                + " \"touch(java.lang.String,java.lang.String)\"}})(\"a\", \"b\")";

        assertThat(CellCheck.feel().evaluate(call)).isNull();
        assertThat(Tripwire.TOUCHED).hasValue(0);

        // KIE as it comes would have called it
        FEELBuilder.builder().build().evaluate(call);
        assertThat(Tripwire.TOUCHED).hasValue(1);
    }

    static Stream<String> work() {
        return Stream.of(
                "some x in [1..1000000000] satisfies x < 0",
                "every x in 1..1000000000 satisfies x > 0",
                "count(for x in 1..1000000000 return x) > 0",
                "count([1..1000000000][item > 3]) > 0",
                "count(for x in [1,2,3] return partial) > 0",
                "some a in [1,2] satisfies some b in [1,2] satisfies a = b",
                "some a in [1,2], b in [1,2], c in [1,2] satisfies a = b + c",
                "count([[1,2],[3]][count(item[item > 1]) > 0]) > 0",
                "range(\"[1..1000000000]\") != null",
                "9 ** 999999999 > 1",
                "9**9**9**9 > 1",
                "1e999999999",
                "1E+999999999",
                "0x7fffffffffffffff",
                "99999999999999999999999999999999",
                "0.0000000000000000000000000001",
                "number(\"1e999999999\") > 1",
                "string(\"%1000000000d\", 5) != \"\"",
                "string(?) = \"1\"",
                "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"(a+)+$\")",
                "replace(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"(a|a)*$\", \"\") = \"\"",
                "count(split(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"(a+)+$\")) > 1",
                "exp(999999) > 1",
                "log(0) > 1",
                "count(get entries({a: 1})) > 0",
                "flatten([[1]]) = [1]",
                "sort([2, 1], abs) = [1]",
                "invoke(\"ns\", \"model\", \"decision\", {}) = 1",
                "decision table(outputs: \"a\") = 1",
                "{a: \"xx\", b: a + a, c: b + b}.c != \"\"",
                "{a: [1], b: [a, a]}.b != null",
                "?.class.classLoader != null",
                "\"x\".class != null",
                "debtorType.bytes != null",
                "(?).class != null",
                "[1, 2]...a = 1",
                "? instance of number",
                "abs = null",
                "count([abs]) = 1",
                "{abs: 3}.abs(1) = 1");
    }

    /** Too long or too tangled for the library's reader. */
    static Stream<String> tangled() {
        return Stream.of(
                "\"" + "a".repeat(5_000) + "\"",
                "1" + ",1".repeat(5_000),
                "1" + ",1".repeat(90_000),
                "\"" + "a".repeat(190_000) + "\"",
                "\"a\"" + ",\"a\"".repeat(40_000),
                "(".repeat(5_000) + "1" + ")".repeat(5_000),
                "[".repeat(500) + "1" + "]".repeat(500),
                "{a:".repeat(300) + "1" + "}".repeat(300),
                "not(".repeat(300) + "true" + ")".repeat(300),
                "-".repeat(1_900) + "1",
                "1" + "+1".repeat(900),
                "1" + " in 1".repeat(300),
                "a" + ".a".repeat(900),
                "if true then ".repeat(100) + "1" + " else 1".repeat(100),
                "if ".repeat(600),
                "abs" + "(1)".repeat(600),
                "[1]" + "[1]".repeat(600),
                "a" + " a".repeat(900));
    }

    private static ReadCell condition(String cell) {
        return cells().condition(cell, "daysOverdue");
    }

    private static CellCheck cells() {
        return new CellCheck(Map.of("daysOverdue", Fact.Type.NUMBER, "debtorType", Fact.Type.STRING), Moment.ARRIVAL);
    }

    /** Not because the library did not understand it, or said so after a while. */
    private static void assertRefusedByUs(ReadCell cell) {
        assertThat(cell.node()).isEmpty();
        assertThat(cell.errors())
                .anySatisfy(
                        error -> assertThat(error).doesNotStartWith("FEEL says").isNotEqualTo("this is not FEEL"));
    }

    @ParameterizedTest
    @MethodSource("work")
    void whatCouldGoOnForEverIsRefusedForIt(String cell) {
        assertRefusedByUs(condition(cell));
        assertRefusedByUs(condition("> " + cell));
        assertRefusedByUs(cells().conclusion(cell.replace("?", "daysOverdue")));
        assertThat(findings(withCondition(cell))).isNotEmpty();
        assertThat(findings(withConclusion(cell))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("tangled")
    void whatIsTangledIsNotReadAtAll(String cell) {
        assertThat(CellText.refusal(cell, Moment.ARRIVAL)).isPresent();
        assertThat(findings(withCondition(cell))).isNotEmpty();
        assertThat(findings(withConclusion(cell))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            some x in [1..1000000000] satisfies x < 0             | a range may only be compared with
            some a in [1,2], b in [1,2] satisfies a = b           | 'some' and 'every' go through one written list
            some a in [1,2] satisfies some b in [1,2] satisfies a = b | a list may not be gone through within another
            count([1..1000000000][item > 3]) > 0                  | only a written list may be gone through
            count(for x in 1..1000000000 return x) > 0            | 'for' is not permitted
            9 ** 999999999 > 1                                    | powers are not permitted
            1e999999999                                           | write a number with up to 15 digits
            matches("aaab", "(a+)+$")                             | 'matches' is no function that a cell may call
            string("%1000000000d", 5) != ""                       | 'string' is no function that a cell may call
            {a: "xx", b: a + a}.b != ""                           | 'a' is neither an input of this table nor FEEL
            ?.class.classLoader != null                           | '.class' is no property of a day or duration
            ? instance of number                                  | 'instance' is not permitted
            abs = null                                            | 'abs' is neither an input of this table nor FEEL
            count([abs]) = 1                                      | 'abs' is neither an input
            (function(a) a)(1) = 1                                | 'function' is not permitted
            """)
    void saysWhyItIsRefused(String cell, String why) {
        assertThat(condition(cell).errors())
                .anySatisfy(error -> assertThat(error).contains(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\u00a0",
                "> \u2028 5",
                "5\u0085",
                "\"\u202e\"",
                "5 \uFEFF",
                "\"a\u200b\"",
            })
    void whatCannotBeSeenIsRefused(String cell) {
        assertThat(findings(withCondition(cell)))
                .anySatisfy(each -> assertThat(each).contains("character U+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "< 5",
                "<= 60.50",
                "[10..20]",
                "(0..1)",
                "]0..1[",
                "not(1, 2)",
                "not(> 5)",
                "1, 2, > 7",
                "-",
                "null",
                "-3",
                "? > 3 and ? < 10",
                "? between 3 and 10",
                "? in [3, 4, 5]",
                "? in (< 3, > 5)",
                "? in [1..5]",
                "(? + 1) * 2 / 3 - 1 > 7",
                "> string length(debtorType)",
                "? > 1 and debtorType = \"BUSINESS\"",
                "list contains([1, 2], ?)",
                "max(?, 3) = 3",
                "min([?, 3]) = 3",
                "modulo(?, 7) = 0",
                "floor(? / 7) > 2",
                "round half up(? / 7, 0) > 2",
                "if debtorType = \"BUSINESS\" then ? > 3 else ? > 9",
                "? > 1 and (starts with(debtorType, \"BUS\") or contains(debtorType, \"CON\"))",
                "? > 1 and upper case(debtorType) = \"BUSINESS\"",
                "? > 1 and date(\"2026-01-31\") + duration(\"P3D\") > date(\"2026-02-01\")",
                "date(\"2026-01-31\").year > ?",
                "? > 1 or @\"2026-01-31\" < @\"2026-02-01\"",
                "? > 1 and day of week(date(\"2026-01-31\")) = \"Saturday\"",
                "some x in [1, 2] satisfies x = ?",
                "count([1, 2, 3][item > 1]) = ?",
                "{limit: 5}.limit = ?",
                "> 5 // a remark",
            })
    void whatAProcessOwnerNeedsIsPermitted(String cell) {
        assertThat(findings(withCondition(cell))).isEmpty();
    }

    @Test
    void aWholeWorldOfRowsIsRefused() {
        String rows = row("r", List.of("1", ""), List.of("1")).repeat(3_000);
        int[] number = {0};
        String content = table(
                "COLLECT",
                COLUMNS,
                Stream.of(rows.split("(?<=</rule>)"))
                        .map(each -> each.replace("\"r\"", "\"r%d\"".formatted(number[0]++)))
                        .toArray(String[]::new));

        assertThat(findings(content)).singleElement().asString().contains("3000 rules", "at most");
    }

    @Test
    void deeplyNestedXmlIsAFindingAndNoCrash() {
        String content = withCondition("1")
                .replace(
                        "<decision id",
                        "<extensionElements>" + "<x>".repeat(100_000) + "</x>".repeat(100_000)
                                + "</extensionElements><decision id");

        assertThat(findings(content)).singleElement().asString().contains("is not readable XML");
    }
}
