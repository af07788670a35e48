package dev.kulanz.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.support.KulanzTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tables that would work by themselves, but not for who asks them in this application; and the same with its facts. */
@KulanzTest
class TableUseTests {

    @Autowired
    private RuleCheck check;

    @Autowired
    private List<TableUse> uses;

    private RuleFindings edited(String table, String written, String instead) {
        String good = Rules.read("rules/" + table + ".dmn");
        String broken = good.replace(written, instead);
        assertThat(broken).isNotEqualTo(good);
        return check.check(table + ".dmn", broken);
    }

    @Test
    void everyTableThatCodeAsksSaysHow() {
        assertThat(uses)
                .extracting(TableUse::decision)
                .containsExactlyInAnyOrder(
                        "contact-choice", "promise-limits", "journey-choice", "step-fitting", "handover-readiness");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            contact-choice     | hitPolicy="RULE ORDER"                   | hitPolicy="UNIQUE"      | Decision 'contact-choice': use the hit policy RULE ORDER or COLLECT
            contact-choice     | hitPolicy="RULE ORDER"                   | hitPolicy="FIRST"       | use the hit policy RULE ORDER or COLLECT
            promise-limits     | hitPolicy="FIRST"                        | hitPolicy="COLLECT"     | use the hit policy FIRST or UNIQUE: one answer is wanted here, and COLLECT may give several
            journey-choice     | hitPolicy="FIRST"                        | hitPolicy="RULE ORDER"  | use the hit policy FIRST or UNIQUE
            journey-choice     | hitPolicy="FIRST"                        | hitPolicy="UNIQUE"      | rule 'Rule_Everybody' (row 2): it holds together with rule 'Rule_Business' (row 1) (debtorType: BUSINESS)
            journey-choice     | hitPolicy="FIRST"                        | ``                      | it holds together with rule 'Rule_Business'
            step-fitting       | hitPolicy="FIRST"                        | hitPolicy="RULE ORDER"  | use the hit policy FIRST or UNIQUE
            step-fitting       | hitPolicy="FIRST"                        | hitPolicy="COLLECT" aggregation="COUNT" | use the hit policy FIRST or UNIQUE
            step-fitting       | name="fitting"                           | name="fits"             | the output 'fitting' is missing
            step-fitting       | <text>false</text>\\n        </outputEntry> | <text></text>\\n        </outputEntry> | column 'fitting': the cell is blank
            handover-readiness | hitPolicy="COLLECT" aggregation="COUNT"  | hitPolicy="FIRST"       | use the hit policy COLLECT with the aggregation COUNT
            handover-readiness | hitPolicy="COLLECT" aggregation="COUNT"  | hitPolicy="COLLECT"     | use the hit policy COLLECT with the aggregation COUNT
            handover-readiness | hitPolicy="COLLECT" aggregation="COUNT"  | hitPolicy="RULE ORDER"  | use the hit policy COLLECT with the aggregation COUNT
            handover-readiness | "OPEN_TASK"                              | ``                      | column 'obstacle': the cell is blank; every choice needs a obstacle
            handover-readiness | "OPEN_TASK"                              | null                    | null is no obstacle; write a text in quotation marks
            step-fitting       | typeRef="boolean" />                     | typeRef="string" />     | the output 'fitting' has the type string, but a boolean is wanted
            contact-choice     | "friendly-reminder"                      | "frendly-reminder"      | column 'step': "frendly-reminder" is not a known step (did you mean "friendly-reminder"?); use one of call-missed, digital-nudge
            contact-choice     | not("BUSINESS")                          | not("BUISNESS")         | column 'debtorType': "BUISNESS" is not a known debtorType (did you mean "BUSINESS"?); use one of BUSINESS, CONSUMER
            journey-choice     | "BUSINESS"                               | "PRIVATE"               | "PRIVATE" is not a known debtorType; use one of BUSINESS, CONSUMER
            journey-choice     | "BUSINESS"                               | "business"              | "business" is not a known debtorType (did you mean "BUSINESS"?)
            journey-choice     | "BUSINESS"                               | " BUSINESS"             | " BUSINESS" is not a known debtorType (did you mean "BUSINESS"?)
            journey-choice     | "BUSINESS"                               | ? = "PRIVATE"           | "PRIVATE" is not a known debtorType
            journey-choice     | "BUSINESS"                               | ? in ["BUSINESS", "PRIVATE"] | "PRIVATE" is not a known debtorType
            journey-choice     | "BUSINESS"                               | claimKind = "GOOD"      | "GOOD" is not a known claimKind (did you mean "GOODS"?)
            contact-choice     | <text>"EMAIL"</text>                     | <text>"Email"</text>    | "Email" is not a known channel (did you mean "EMAIL"?)
            contact-choice     | <text>"EMAIL"</text>                     | <text>if hasEmail then "EMAIL" else "FAX"</text> | "FAX" is not a known channel
            contact-choice     | <text>"EMAIL"</text>                     | <text>debtorType</text> | debtorType is no channel; write one of EMAIL
            journey-choice     | "business-journey"                       | debtorType              | column 'process': debtorType is no process; write a text in quotation marks
            contact-choice     | &lt;= 50<                                | &lt;= 50,00<            | column 'openAmount': 50,00 is read as a list of numbers; write 50.00
            """)
    void aTableThatWouldLeaveItsAskerWithoutAnAnswerIsRefused(
            String table, String written, String instead, String finding) {
        RuleFindings found = edited(table, written.replace("\\n", "\n"), instead.replace("\\n", "\n"));

        assertThat(found.findings()).anySatisfy(each -> assertThat(each).contains(finding));
    }

    @Test
    void whatATaskWantsOfTheOnlyOutputIsLookedAt() {
        String fitting = Rules.read("rules/step-fitting.dmn");
        TableUse.Answer wanted = TableUse.Answer.yesOrNo("fitting").ofOnlyOutput();

        assertThat(check.misfits("step-fitting.dmn", fitting, wanted)).isEmpty();
        assertThat(check.misfits(
                        "step-fitting.dmn",
                        fitting.replace("name=\"fitting\" typeRef=\"boolean\"", "name=\"fits\"")
                                .replace(
                                        "<text>false</text>\n        </outputEntry>",
                                        "<text>\"no\"</text></outputEntry>"),
                        wanted))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each)
                        .contains("column 'fits': \"no\" is no answer to 'fitting'; write true or false"));
        assertThat(check.misfits("step-fitting.dmn", "<definitions>", wanted)).isEmpty();
    }

    @Test
    void aUniqueTableWhoseRowsExcludeEachOtherIsFine() {
        String unique = Rules.read("rules/journey-choice.dmn")
                .replace("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"")
                .replaceFirst(
                        "(?s)(Rule_Everybody.*?<text>-</text>.*?)<text>-</text>", "$1<text>not(\"BUSINESS\")</text>");

        assertThat(check.check("journey-choice.dmn", unique)).isEqualTo(new RuleFindings(List.of(), List.of()));
    }

    @Test
    void aChannelThatNothingCarriesIsWarnedOf() {
        RuleFindings found = edited("contact-choice", "<text>\"LETTER\"</text>", "<text>\"WHATSAPP\"</text>");

        assertThat(found.findings()).isEmpty();
        assertThat(found.warnings()).isNotEmpty().allSatisfy(each -> assertThat(each)
                .contains("Decision 'contact-choice', rows ", "column 'channel': \"WHATSAPP\": nothing carries"));
    }

    @Test
    void aRowBehindOneThatAlwaysHoldsIsWarnedOf() {
        RuleFindings found = edited("journey-choice", "<text>\"BUSINESS\"</text>", "<text>-</text>");

        assertThat(found.findings()).isEmpty();
        assertThat(found.warnings())
                .singleElement()
                .asString()
                .contains(
                        "rule 'Rule_Everybody' (row 2): it is never reached, because rule 'Rule_Business' (row 1) holds");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name="style"                    | name="look"     | Decision 'contact-choice': the output 'style' is missing
            name="rank"                     | name="order"    | the output 'rank' is missing
            <text>"EMAIL"</text>            | <text>"FAX"</text>      | "FAX" is not a known channel; use one of EMAIL, LETTER, SMS, VOICE, WHATSAPP
            <text>"friendly"</text>         | <text>"angry"</text>    | column 'tone': "angry" is not a known tone; use one of final, firm, friendly, neutral
            <text>"standard"</text>         | <text>"fancy"</text>    | "fancy" is not a known style; use one of after-block, after-dispute, after-promise, after-undecided-dispute, after-withdrawn-promise, plain, standard
            <text>"plain"</text>            | <text></text>           | column 'style': the cell is blank; every choice needs a style
            <text>1</text>                  | <text>0</text>          | '0' is not a rank; write 1 for the best choice
            hitPolicy="RULE ORDER"          | hitPolicy="FIRST"       | use the hit policy RULE ORDER
            """)
    void contactChoiceMustOfferWhatTheContactModuleKnows(String written, String instead, String finding) {
        String good = Rules.read("rules/contact-choice.dmn");
        String broken = good.replace(written, instead);

        assertThat(broken).isNotEqualTo(good);
        assertThat(check.check("contact-choice.dmn", broken).findings())
                .anySatisfy(each -> assertThat(each).contains(finding));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            name="maxPromises"  | name="limit"           | Decision 'promise-limits': the output 'maxPromises' is missing
            name="maxDaysAhead" | name="days"            | the output 'maxDaysAhead' is missing
            <text>31</text>     | <text>-1</text>        | column 'maxDaysAhead': '-1' is not a limit; write a whole number up to 9999, as 2
            <text>2</text>      | <text></text>          | column 'maxPromises': '' is not a limit
            hitPolicy="FIRST"   | hitPolicy="RULE ORDER" | use the hit policy FIRST or UNIQUE
            """)
    void promiseLimitsMustBeNumbersOfWhichOneHolds(String written, String instead, String finding) {
        String good = Rules.read("rules/promise-limits.dmn");
        String broken = good.replace(written, instead);

        assertThat(broken).isNotEqualTo(good);
        assertThat(check.check("promise-limits.dmn", broken).findings())
                .anySatisfy(each -> assertThat(each).contains(finding));
    }
}
