package dev.kulanz.journey.model;

import java.util.List;
import java.util.stream.Stream;

/** Broken twins of forms that nobody could complete, or that would keep a browser busy. */
final class TwinsOfForms {

    private static final String FORM = "call-back.form";
    private static final String LOOP = "=count(for x in 1..100000000 return x) > 1";

    private TwinsOfForms() {}

    static Stream<Twin> all() {
        return Stream.of(decision(), comment(), shown(), needed(), required(), chosen(), measured())
                .flatMap(List::stream);
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

    private static final String RELEASE = "release-handover.form";
    private static final String FIND = "find-contact-details.form";
    private static final String OF_FOUND = "\"conditional\": { \"hide\": \"=decision != \\\"FOUND\\\"\" },";

    private static Twin hidden(String what, String file, String key, String hide) {
        return Twin.of(what, file)
                .changed(
                        "\"key\": \"%s\",".formatted(key),
                        "\"key\": \"%s\", \"conditional\": {\"hide\": \"%s\"},"
                                .formatted(key, hide.replace("\"", "\\\"")));
    }

    /** What the server demands is not asked for. */
    private static List<Twin> needed() {
        return List.of(
                hidden("a reason hidden where it is needed", RELEASE, "comment", "=decision != \"RELEASE\"")
                        .says(null, "Whoever decides “RETURN” must fill in comment, until,")
                        .says(null, "Whoever decides “WRITE_OFF” must fill in comment,"),
                hidden(
                                "a reason hidden by one of two",
                                RELEASE,
                                "comment",
                                "=decision = \"RELEASE\" or decision = \"WRITE_OFF\"")
                        .says(null, "Whoever decides “WRITE_OFF” must fill in comment,"),
                hidden(
                                "a reason hidden from who declines",
                                "confirm-handover.form",
                                "comment",
                                "=decision = \"DECLINE\"")
                        .says(null, "Whoever decides “DECLINE” must fill in comment,"),
                hidden(
                                "a comment that is always hidden",
                                FORM,
                                "comment",
                                "=decision != \"TALKED\" or decision != \"NOT_REACHED\"")
                        .says("Field_Comment", "It is hidden whatever is decided."),
                Twin.of("a day hidden where it is needed", RELEASE)
                        .changed("decision != \\\"RETURN\\\"", "decision = \\\"RETURN\\\"")
                        .says(null, "Whoever decides “RETURN” must fill in comment, until,"),
                Twin.of("contact details hidden where they are found", FIND)
                        .changed("decision != \\\"FOUND\\\"", "decision = \\\"FOUND\\\"")
                        .says(null, "Whoever decides “FOUND” must fill in email, or street, postcode, city,"),
                Twin.of("half a postal address", FIND)
                        .changed(
                                "\"key\": \"postcode\",\n      \"label\": \"Postcode / Postleitzahl\",\n      "
                                        + OF_FOUND,
                                "\"key\": \"postcode\", \"label\": \"Postcode\", \"conditional\": {\"hide\": \"=decision = \\\"FOUND\\\"\"},")
                        .says(null, "With “FOUND” the form asks for a part of street, postcode, city only"));
    }

    /** What is required may not be known. */
    private static List<Twin> required() {
        return List.of(
                Twin.of("an e-mail address required where nothing was found", FIND)
                        .changed(
                                OF_FOUND + "\n      \"validate\": { \"validationType\": \"email\",",
                                "\"validate\": { \"required\": true, \"validationType\": \"email\",")
                        .says("Field_Email", "Whoever decides “NOTHING_FOUND” may have nothing to fill in here"),
                Twin.of("a phone number required", FIND)
                        .changed("\"validate\": { \"pattern\"", "\"validate\": { \"required\": true, \"pattern\"")
                        .says("Field_Phone", "Whoever decides “FOUND” may have nothing to fill in here")
                        .says("Field_Phone", "Whoever decides “NOTHING_FOUND” may have nothing to fill in here"),
                Twin.of("both addresses required", FIND)
                        .changed("\"validationType\": \"email\"", "\"required\": true, \"validationType\": \"email\"")
                        .changed("\"maxLength\": 100", "\"required\": true, \"maxLength\": 100")
                        .says("Field_City", "Whoever decides “FOUND” may have nothing to fill in here"),
                Twin.of("a day required of everybody", RELEASE)
                        .changed(
                                "\"conditional\": {\n        \"hide\": \"=decision != \\\"RETURN\\\"\"\n      }",
                                "\"validate\": {\"required\": true}")
                        .says("Field_Until", "Whoever decides “RELEASE” may have nothing to fill in here")
                        .says("Field_Until", "Whoever decides “WRITE_OFF” may have nothing to fill in here"));
    }

    private static Twin asked(String type, String values) {
        return comment("\"validate\": {\"required\": true}, \"values\": " + values)
                .changed("\"type\": \"textarea\"", "\"type\": \"" + type + "\"");
    }

    private static List<Twin> chosen() {
        String talked = "{ \"label\": \"Yes, we talked / Ja, wir haben gesprochen\", \"value\": \"TALKED\" },";
        return List.of(
                Twin.of("a decision that can't be taken", FORM)
                        .without(talked)
                        .says("Field_Decision", "“TALKED” can't be chosen"),
                Twin.of("a decision offered twice", FORM)
                        .after(talked, " { \"label\": \"Ja!\", \"value\": \"TALKED\" },")
                        .says("Field_Decision", "“TALKED” can be chosen twice."),
                Twin.of("two decisions of one label", FORM)
                        .changed("\"Yes, we talked / Ja, wir haben gesprochen\"", "\"Ja\"")
                        .changed(
                                "\"No: a message tells him that we called / Nein: eine Nachricht sagt, dass wir angerufen haben\"",
                                "\"Ja\"")
                        .says("Field_Decision", "“Ja” is the label of two values"),
                asked("select", "[]").says("Field_Comment", "There is nothing to choose from."),
                asked("radio", "[{\"label\": \"a\", \"value\": \"\"}]")
                        .says("Field_Comment", "“” is no answer that is taken"),
                asked("radio", "[{\"label\": \"a\", \"value\": 5}]")
                        .says("Field_Comment", "“5” is no answer that is taken"),
                comment("\"validate\": {\"required\": true}")
                        .changed("\"type\": \"textarea\"", "\"type\": \"select\"")
                        .says("Field_Comment", "There is nothing to choose from."),
                Twin.of("a country that is none", FIND)
                        .changed(
                                "\"type\": \"textfield\",\n      \"key\": \"country\",",
                                "\"type\": \"select\", \"key\": \"country\", \"values\": [{\"label\": \"A\", \"value\": \"Atlantis\"}, {\"label\": \"D\", \"value\": \"Deutschland\"}],")
                        .changed("\"validate\": { \"maxLength\": 60 }", "\"properties\": {}")
                        .says("Field_Country", "“Atlantis” is no answer that is taken"),
                Twin.of("an address to be chosen from a list", FIND)
                        .changed(
                                "\"type\": \"textfield\",\n      \"key\": \"email\",",
                                "\"type\": \"select\", \"key\": \"email\", \"values\": [{\"label\": \"A\", \"value\": \"a@example.com\"}],")
                        .changed(", \"maxLength\": 254", "")
                        .says("Field_Email", "A field of the type “select” can't ask for “email”."),
                Twin.of("two components of one id", FORM)
                        .changed("\"Field_Comment\"", "\"Field_Decision\"")
                        .says("Field_Decision", "The id “Field_Decision” is there twice in this form."),
                Twin.of("the form's own id once more in a group", FORM)
                        .changed(
                                "\"id\": \"Separator_Answer\",\n      \"type\": \"separator\"",
                                "\"id\": \"Group_A\", \"type\": \"group\", \"label\": \"A\", \"components\": [{\"id\": \"call-back\", \"type\": \"separator\"}]")
                        .says("call-back", "The id “call-back” is there twice in this form."),
                Twin.of("a form that is hidden as a whole", FORM)
                        .changed(
                                "\"type\": \"default\",",
                                "\"type\": \"default\", \"conditional\": {\"hide\": \"=true\"},")
                        .says(null, "The form as a whole has the type “default”"));
    }

    private static List<Twin> measured() {
        return List.of(
                comment("\"validate\": {\"required\": true, \"minLength\": 2000}")
                        .says("Field_Comment", "Right answers to “comment” are shorter or longer than that."),
                comment("\"validate\": {\"maxLength\": 1}")
                        .says("Field_Comment", "Right answers to “comment” are shorter or longer than that."),
                comment("\"validate\": {\"maxLength\": null}").says("Field_Comment", "Nothing is as long as that"),
                comment("\"validate\": {\"required\": true, \"validationType\": \"email\"}")
                        .says("Field_Comment", "An answer to “comment” is not of the kind “email”."),
                comment("\"validate\": {\"pattern\": \"^\\\\+?[0-9][0-9 ()/\\\\-]{4,28}$\"}")
                        .says("Field_Comment", "The pattern is one of phone numbers"),
                Twin.of("a decision longer than may be", FORM)
                        .changed("\"required\": true", "\"required\": true, \"maxLength\": 6")
                        .says("Field_Decision", "Right answers to “decision” are shorter or longer than that."),
                Twin.of("a decision that is an e-mail address", FORM)
                        .changed("\"required\": true", "\"required\": true, \"validationType\": \"email\"")
                        .says("Field_Decision", "An answer to “decision” is not of the kind “email”."),
                Twin.of("a day shorter than a day", RELEASE)
                        .changed("\"subtype\": \"date\",", "\"subtype\": \"date\", \"validate\": {\"maxLength\": 9},")
                        .says("Field_Until", "Right answers to “until” are shorter or longer than that."),
                Twin.of("a postcode of three characters", FIND)
                        .changed("\"maxLength\": 20 }", "\"maxLength\": 3 }")
                        .says("Field_Postcode", "Right answers to “postcode” are shorter or longer than that."));
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
