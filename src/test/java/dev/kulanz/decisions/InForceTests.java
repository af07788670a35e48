package dev.kulanz.decisions;

import static dev.kulanz.decisions.Rules.findings;
import static dev.kulanz.decisions.Rules.input;
import static dev.kulanz.decisions.Rules.output;
import static dev.kulanz.decisions.Rules.row;
import static dev.kulanz.decisions.Rules.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A table that was let in before there were today's checks goes on, unless it is dangerous. */
class InForceTests {

    private static final String COLUMNS = input("daysOverdue", "number") + output("answer", "number");

    private static String withCondition(String cell) {
        return table("FIRST", COLUMNS, row("r", List.of(cell), List.of("1")), row("other", List.of(""), List.of("2")));
    }

    private static Verdict asked(String content) {
        return Rules.decisions().evaluate(Rules.file(content), Map.of("daysOverdue", 3));
    }

    /** None of them would be let in today; each holds for 3. */
    static Stream<String> unread() {
        return Stream.of(
                "> .5",
                "string(?) = \"3\"",
                "? instance of number",
                "? > 0.00000000000000000001",
                "< 99999999999999999999",
                "\u00a0< 5",
                "string(?) != \"a\\\"b\"",
                "string(?) != \"a\\\\\" and ? = 3",
                "median([?, 3, 4]) = 3",
                "count(append([1], ?)) = 2",
                "? in [1..5], " + "9, ".repeat(700) + "8",
                "? > 1" + " and ? < 50".repeat(60),
                "[1..5]" + ", [7..8]".repeat(20),
                "? < (" + "if ? > 5 then 1 else ".repeat(10) + "7)");
    }

    @ParameterizedTest
    @MethodSource("unread")
    void whatIsOnlyHardToReadGoesOn(String cell) {
        assertThat(findings(withCondition(cell))).isNotEmpty();
        assertThat(asked(withCondition(cell)).firedRuleIds()).containsExactly("r");
    }

    @Test
    void aConditionThatHoldsForNothingGoesOnAsItDid() {
        assertThat(findings(withCondition("[< 5, > 10]"))).isNotEmpty();
        assertThat(asked(withCondition("[< 5, > 10]")).firedRuleIds()).containsExactly("other");
    }

    @Test
    void aTableThatIsTooLargeGoesOn() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            rows.add(row("r" + i, List.of("> " + (1_100 - i)), List.of("1")));
        }
        String content = table("FIRST", COLUMNS, rows.toArray(String[]::new));

        assertThat(findings(content)).singleElement().asString().contains("1100 rules");
        assertThat(asked(content).firedRuleIds()).containsExactly("r1098");
    }

    @Test
    void whatHasNoPlaceIsNotEvaluatedAndDoesNoHarm() {
        String content = withCondition("< 5")
                .replace("<decisionTable", "<authorityRequirement><odd/></authorityRequirement><decisionTable")
                .replace("</inputExpression>", "</inputExpression><inputValues><text>((</text></inputValues>")
                .replace("name=\"answer\"", "name=\"" + "answer".repeat(20) + "\"");

        assertThat(findings(content)).hasSizeGreaterThan(2);
        assertThat(asked(content).firedRuleIds()).containsExactly("r");
    }

    static Stream<String> dangerous() {
        return Stream.of(
                "(function(a, b) external {java: {class: \"dev.kulanz.decisions.Tripwire\", method signature:"
                        + " \"touch(java.lang.String,java.lang.String)\"}})(\"xyz\", \".y\") != null",
                "(function(a) a + 1)(1) > 1",
                "some x in [1..1000000000] satisfies x < 0",
                "some x in [[1..1000000000]] satisfies x < 0",
                "count([1..1000000000][item > 3]) > 0",
                "count(for x in 1..1000000000 return x) > 0",
                "9 ** 999999999 > 1",
                "> 1e999999999",
                "string(\"%1000000000d\", 5) != \"\"",
                "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"(a+)+$\")",
                "count(split(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"(a+)+$\")) > 1",
                "number(\"1e999999999\") > 1",
                "range(\"[1..1000000000]\") != null",
                "exp(999999) > 1",
                "?.class.classLoader != null",
                "? instance of function<string -> string>",
                "= = = = = = = = = = 1",
                "= , = , = , = , = , =",
                "1" + " in 1".repeat(30),
                "(".repeat(500) + "1" + ")".repeat(500));
    }

    @ParameterizedTest
    @MethodSource("dangerous")
    void whatIsDangerousIsRefusedWhereItIsAsked(String cell) {
        Tripwire.TOUCHED.set(0);

        assertThatThrownBy(() -> asked(withCondition(cell))).isInstanceOf(DecisionFailed.class);
        assertThat(Tripwire.TOUCHED).hasValue(0);
    }
}
