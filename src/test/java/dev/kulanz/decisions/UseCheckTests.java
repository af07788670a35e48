package dev.kulanz.decisions;

import static dev.kulanz.decisions.Rules.input;
import static dev.kulanz.decisions.Rules.row;
import static dev.kulanz.decisions.Rules.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.decisions.TableUse.Answer;
import dev.kulanz.decisions.TableUse.Rows;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an asker takes an answer for is proved when the table arrives: nobody can ask back when a case gets it. */
class UseCheckTests {

    private static final String CONDITION = input("hasEmail", "boolean");
    private static final String UNTYPED = "<output id=\"out\" name=\"said\" />";

    private static String answering(String output, String cell) {
        return table("FIRST", CONDITION + output, row("r", List.of("-"), List.of(cell)));
    }

    private static String typed(String type) {
        return "<output id=\"out\" name=\"said\" typeRef=\"%s\" />".formatted(type);
    }

    private static List<String> findings(Answer answer, String content) {
        return findings(Rows.ONE, answer, content);
    }

    private static List<String> findings(Rows rows, Answer answer, String content) {
        return Rules.check(Rules.vocabulary(), new TableUse("reminder", rows, List.of(answer)))
                .check("reminder.dmn", content)
                .findings();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"yes\"",
                "\"true\"",
                "1",
                "0",
                "null",
                "hasEmail",
                "not(hasEmail)",
                "[true]",
                "if hasEmail then true else null",
                "if hasEmail then true else if hasEmail then false else 1",
                "date(\"2026-01-31\")"
            })
    void aYesOrNoIsTrueOrFalse(String cell) {
        assertThat(findings(Answer.yesOrNo("said"), answering(UNTYPED, cell)))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each)
                        .contains("rule 'r' (row 1), column 'said'", "is no answer to 'said'; write true or false"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "false",
                "if hasEmail then true else false",
                "if hasEmail then true else if not(hasEmail) then false else true"
            })
    void aYesOrNoMayDepend(String cell) {
        assertThat(findings(Answer.yesOrNo("said"), answering(UNTYPED, cell))).isEmpty();
        assertThat(findings(Answer.yesOrNo("said"), answering(typed("boolean"), cell)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            string  | if hasEmail then true else false | a boolean
            number  | if hasEmail then true else false | a boolean
            date    | if hasEmail then true else false | a boolean
            boolean | if hasEmail then "x" else "y"    | a string
            number  | if hasEmail then "x" else "y"    | a string
            string  | if hasEmail then 1 else 2        | a number
            boolean | if hasEmail then 1 else 2        | a number
            """)
    void theColumnIsOfTheTypeThatIsWanted(String type, String cell, String wanted) {
        Answer answer =
                switch (wanted) {
                    case "a boolean" -> Answer.yesOrNo("said");
                    case "a number" -> Answer.number("said", "rank", "\\d", "write 1");
                    default -> Answer.text("said");
                };

        assertThat(findings(answer, answering(typed(type), cell)))
                .contains("Decision 'reminder': the output 'said' has the type %s, but %s is wanted"
                        .formatted(type, wanted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "\"\"", "\" \"", "1", "true", "if hasEmail then \"x\" else null"})
    void aTextIsThereAndSaysSomething(String cell) {
        assertThat(findings(Answer.text("said"), answering(UNTYPED, cell))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"2\"", "-1", "1.5", "1 + 1", "if hasEmail then 1 else null", "hasEmail"})
    void aNumberIsWrittenOut(String cell) {
        assertThat(findings(Answer.number("said", "limit", "\\d{1,4}", "write 2"), answering(UNTYPED, cell)))
                .singleElement()
                .asString()
                .contains("is not a limit; write 2");
    }

    @Test
    void theOnlyOutputMayHaveAnyName() {
        Answer word = Answer.word("channel", Set.of("EMAIL")).ofOnlyOutput();

        assertThat(findings(word, answering(UNTYPED, "\"EMAIL\""))).isEmpty();
        assertThat(findings(word, answering(UNTYPED, "\"FAX\"")))
                .singleElement()
                .asString()
                .contains("column 'said': \"FAX\" is not a known channel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FIRST", "UNIQUE", "RULE ORDER", "COLLECT"})
    void rowsThatAreCountedAreCounted(String policy) {
        String content = table(policy, CONDITION + UNTYPED, row("r", List.of("-"), List.of("\"x\"")));

        assertThat(findings(Rows.COUNTED, Answer.text("said"), content))
                .singleElement()
                .asString()
                .contains("use the hit policy COLLECT with the aggregation COUNT");
        assertThat(findings(
                        Rows.COUNTED,
                        Answer.text("said"),
                        content.replace("hitPolicy=\"" + policy, "aggregation=\"COUNT\" hitPolicy=\"COLLECT")))
                .isEmpty();
    }
}
