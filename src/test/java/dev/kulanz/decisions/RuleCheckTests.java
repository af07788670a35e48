package dev.kulanz.decisions;

import static dev.kulanz.decisions.Rules.findings;
import static dev.kulanz.decisions.Rules.input;
import static dev.kulanz.decisions.Rules.output;
import static dev.kulanz.decisions.Rules.row;
import static dev.kulanz.decisions.Rules.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCheckTests {

    private static final String COLUMNS =
            input("daysOverdue", "integer") + input("debtorType", "string") + output("tone", "string");
    private static final String GOOD = table("FIRST", COLUMNS, row("r1", List.of("< 5", ""), List.of("\"neutral\"")));

    @Test
    void aTableAsTheModelerLeavesItIsFine() {
        assertThat(findings(GOOD)).isEmpty();
        assertThat(findings("\uFEFF" + GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            daysOverdue</text>                    | daysLate</text>                       | Decision 'reminder': the input 'daysLate' is not a name of the fact vocabulary
            daysOverdue</text>                    | daysOverdue - 3</text>                | the input 'daysOverdue - 3' is not a name of the fact vocabulary
            typeRef="integer"                     | typeRef="string"                      | the input 'daysOverdue' has the type string, but the fact is a number
            typeRef="integer"                     | typeRef="whatever"                    | the input 'daysOverdue' has the type whatever, but the fact is a number
            hitPolicy="FIRST"                     | hitPolicy="PRIORITY"                  | the hit policy PRIORITY is not supported; use UNIQUE, FIRST, RULE ORDER or COLLECT
            hitPolicy="FIRST"                     | hitPolicy="COLLECT" aggregation="SUM" | the hit policy COLLECT with aggregation is not supported
            <rule id="r1">                        | <rule>                                | the rule in row 1 has no id
            <rule id="r1">                        | <rule id="t">                         | the id 't' is there twice
            name="tone"                           | name=""                               | an output has no name
            <output id="out_tone" name="tone" typeRef="string" /> | ``                    | it has no output
            typeRef="string" />                   | typeRef="colour" />                   | the output 'tone' has the unknown type colour
            <inputEntry><text></text></inputEntry> | ``                                   | rule 'r1' (row 1): it has 1 inputs and 1 outputs, the table has 2 and 1
            &lt; 5                                | "five"                                | Decision 'reminder', rule 'r1' (row 1), column 'daysOverdue': "five" is a string, but the column is a number
            "neutral"                             | 7                                     | rule 'r1' (row 1), column 'tone': 7 is a number, but the column is a string
            "neutral"                             | neutral                               | rule 'r1' (row 1), column 'tone':
            &lt; 5                                | &lt; &lt;                             | rule 'r1' (row 1), column 'daysOverdue':
            &lt; 5                                | > openAmount                          | rule 'r1' (row 1), column 'daysOverdue':
            typeRef="string" />                   | typeRef="string"><defaultOutputEntry><text>"x"</text></defaultOutputEntry></output> | the output 'tone' has a default
            <decision id="reminder"               | <decision                             | reminder.dmn: the decision has no id
            20191111/MODEL/                       | 20180521/MODEL/                       | reminder.dmn: is not a DMN 1.3 file
            encoding="UTF-8"                      | encoding="ISO-8859-1"                 | reminder.dmn: is written in ISO-8859-1; save it as UTF-8
            </definitions>                        | ``                                    | reminder.dmn: is not readable XML (line
            <text>daysOverdue                     | <text expressionLanguage="juel">daysOverdue | an expression is written in 'juel'; only FEEL is supported
            """)
    void saysWhatIsWrongAndWhere(String written, String instead, String finding) {
        String broken = GOOD.replace(written, instead);

        assertThat(broken).isNotEqualTo(GOOD);
        assertThat(findings(broken)).anySatisfy(each -> assertThat(each).contains(finding));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "? > 3 and ? < 10",
                "[1..5)",
                "1, 2, > 7",
                "not(1, 2)",
                "null",
                "> string length(debtorType)",
                "some x in [1, 2] satisfies x = ?",
                "list contains([1, 2], ?)",
                "count([1, 2, 3][item > 1]) = ?",
                "{limit: 5}.limit = ?",
                "if debtorType = \"BUSINESS\" then ? > 3 else ? > 9",
                "round half up(? / 7, 0) > 2"
            })
    void acceptsWhatFeelCanSay(String condition) {
        assertThat(findings(table("FIRST", COLUMNS, row("r1", List.of(condition, ""), List.of("\"a\"")))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"date(today()) > date(\"2026-01-01\")", "? > 1 and now() != null"})
    void theMachinesClockIsRefused(String condition) {
        assertThat(findings(table("FIRST", COLUMNS, row("r1", List.of(condition, ""), List.of("\"a\"")))))
                .singleElement()
                .asString()
                .contains("not the business day");
    }

    @Test
    void namesAllFindingsAtOnce() {
        String broken = table(
                "FIRST",
                COLUMNS + output("tone2", "string"),
                row("r1", List.of("\"five\"", ""), List.of("1", "2")),
                row("r2", List.of("", "true"), List.of("\"a\"", "\"b\"")));

        assertThat(findings(broken)).hasSize(4);
    }

    @Test
    void anEmptyTableIsRefused() {
        assertThat(findings(table("FIRST", COLUMNS)))
                .containsExactly("Decision 'reminder': the table is empty; write at least one rule");
    }

    @Test
    void aDocumentTypeIsRefusedBeforeItGrows() {
        String bomb = GOOD.replace(
                        "<definitions ",
                        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><definitions ")
                .replace("\"neutral\"", "\"&b;\"");
        String foreign = GOOD.replace(
                        "<definitions ", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions ")
                .replace("\"neutral\"", "\"&x;\"");

        assertThat(findings(bomb)).singleElement().asString().contains("is not readable XML", "DOCTYPE");
        assertThat(findings(foreign)).singleElement().asString().contains("is not readable XML", "DOCTYPE");
    }

    @Test
    void severalDecisionsInAFileAreRefused() {
        String two = GOOD.replace("</definitions>", "<decision id=\"second\" /></definitions>");
        String none = GOOD.replaceAll("(?s)<decision id.*</decision>", "");

        assertThat(findings(two))
                .containsExactly(
                        "reminder.dmn: holds several decisions (reminder, second); each file holds exactly one decision table");
        assertThat(findings(none))
                .containsExactly("reminder.dmn: holds no decision; each file holds exactly one decision table");
    }

    @Test
    void chainsLiteralExpressionsAndKnowledgeModelsAreRefused() {
        String chain = GOOD.replace(
                "<decisionTable",
                "<informationRequirement><requiredDecision href=\"#x\"/></informationRequirement><decisionTable");
        String literal = GOOD.replaceAll(
                "(?s)<decisionTable.*</decisionTable>", "<literalExpression><text>1</text></literalExpression>");
        String knowledge = GOOD.replace("</definitions>", "<businessKnowledgeModel id=\"k\" /></definitions>");

        assertThat(findings(chain)).singleElement().asString().contains("it requires another decision");
        assertThat(findings(literal)).singleElement().asString().contains("it is not a decision table");
        assertThat(findings(knowledge)).singleElement().asString().contains("holds a businessKnowledgeModel");
    }
}
