package dev.kulanz.journey.model;

import java.util.List;
import java.util.stream.Stream;

/** Broken twins of forms that nobody could complete, or that would keep a browser busy. */
final class TwinsOfForms {

    private static final String FORM = "call-back.form";
    private static final String LOOP = "=count(for x in 1..100000000 return x) > 1";

    private TwinsOfForms() {}

    static Stream<Twin> all() {
        return Stream.of(decision(), comment(), shown()).flatMap(List::stream);
    }

    private static Twin decision(String more) {
        return Twin.of("a decision with " + more, FORM)
                .changed("\"key\": \"decision\",", "\"key\": \"decision\", " + more + ",");
    }

    private static Twin comment(String more) {
        return Twin.of("a comment with " + more, FORM).changed("\"validate\": { \"maxLength\": 2000 }", more);
    }

    private static List<Twin> decision() {
        return List.of(
                decision("\"conditional\": {\"hide\": \"=true\"}")
                        .says("Field_Decision", "A decision is always asked for"),
                decision("\"conditional\": {\"hide\": \"=decision = null\"}")
                        .says("Field_Decision", "A decision is always asked for"),
                decision("\"readonly\": true").says("Field_Decision", "Nobody could fill it in. Remove “readonly”."),
                decision("\"readonly\": \"" + LOOP + "\"")
                        .says("Field_Decision", "Nobody could fill it in. Remove “readonly”."),
                decision("\"disabled\": true").says("Field_Decision", "Nobody could fill it in. Remove “disabled”."),
                decision("\"valuesExpression\": \"" + LOOP + "\"")
                        .says("Field_Decision", "“valuesExpression” is not used in this component."),
                decision("\"valuesKey\": \"caseFacts\"")
                        .says("Field_Decision", "“valuesKey” is not used in this component."),
                decision("\"defaultValue\": \"LATER\"").says("Field_Decision", "“LATER” is none of the values"),
                decision("\"label\": \"" + LOOP + "\"").says(null, "The file is not readable JSON"),
                Twin.of("a decision of several words", FORM)
                        .changed("\"type\": \"radio\"", "\"type\": \"checklist\"")
                        .says(
                                "Field_Decision",
                                "A field of the type “checklist” can't ask for “decision”. Use radio, select."),
                Twin.of("a computed label", FORM)
                        .changed(
                                "\"Did you reach the debtor? / Haben Sie den Schuldner erreicht?\"", "\"" + LOOP + "\"")
                        .says("Field_Decision", "“label” is an expression. Write plain text."));
    }

    private static List<Twin> comment() {
        return List.of(
                comment("\"conditional\": {\"hide\": \"" + LOOP + "\"}")
                        .says("Field_Comment", "What hides it is more than"),
                comment("\"conditional\": {\"hide\": \"=decision != \\\"LATER\\\"\"}")
                        .says("Field_Comment", "What hides it is more than"),
                comment("\"validate\": {\"required\": true, \"pattern\": \"$a^\"}")
                        .says("Field_Comment", "A pattern of one's own"),
                comment("\"validate\": {\"pattern\": \"(\"}").says("Field_Comment", "A pattern of one's own"),
                comment("\"validate\": {\"pattern\": \"^(a+)+$\"}").says("Field_Comment", "A pattern of one's own"),
                comment("\"validate\": {\"minLength\": 3000, \"maxLength\": 2000}")
                        .says("Field_Comment", "Nothing is as long as that"),
                comment("\"validate\": {\"minLength\": 2001}").says("Field_Comment", "Nothing is as long as that"),
                comment("\"validate\": {\"maxLength\": 0}").says("Field_Comment", "Nothing is as long as that"),
                comment("\"validate\": {\"maxLength\": \"=1+1\"}").says("Field_Comment", "Nothing is as long as that"),
                comment("\"validate\": {\"required\": \"=true\"}")
                        .says("Field_Comment", "“required” is true or false."),
                comment("\"readonly\": true").says("Field_Comment", "Nobody could fill it in. Remove “readonly”."),
                comment("\"defaultValue\": \"=1+1\"")
                        .says("Field_Comment", "“defaultValue” is an expression. Write plain text."),
                comment("\"expression\": \"=1\"").says("Field_Comment", "“expression” is not used in this component."),
                comment("\"appearance\": {\"prefixAdorner\": \"" + LOOP + "\"}")
                        .says("Field_Comment", "“appearance” is an expression. Write plain text."),
                Twin.of("two fields of one name", FORM)
                        .changed(
                                "\"id\": \"Field_Comment\"",
                                "\"id\": \"Field_Before\", \"type\": \"textfield\", \"key\": \"comment\"}, {\"id\": \"Field_Comment\"")
                        .says("Field_Comment", "“comment” is asked for twice."),
                Twin.of("a name written twice", FORM)
                        .changed("\"id\": \"Field_Comment\",", "\"id\": \"Field_Comment\", \"id\": \"Field_Other\",")
                        .says(null, "The file is not readable JSON"));
    }

    private static List<Twin> shown() {
        return List.of(
                Twin.of("a text that a loop hides", FORM)
                        .changed(
                                "\"text\": \"=caseFacts\"",
                                "\"text\": \"=caseFacts\", \"conditional\": {\"hide\": \"" + LOOP + "\"}")
                        .says("Text_CaseFacts", "What hides it is more than"),
                Twin.of("a computed field", FORM)
                        .changed("\"type\": \"textarea\"", "\"type\": \"expression\"")
                        .says("Field_Comment", "Tasklist can't show a component of the type “expression”."));
    }
}
