package dev.kulanz.journey.model;

import static dev.kulanz.journey.model.Twin.step;

import java.util.List;
import java.util.stream.Stream;

/** Broken twins of files that are read no further, and of forms. */
final class TwinsOfFiles {

    private TwinsOfFiles() {}

    static Stream<Twin> all() {
        return Stream.of(files(), forms()).flatMap(List::stream);
    }

    private static List<Twin> files() {
        return List.of(
                step("broken XML").without("</bpmn:process>").says(null, "The file is not readable XML"),
                step("a DOCTYPE that fetches a file")
                        .before("<bpmn:definitions", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")
                        .says(null, "The file is not readable XML"),
                step("another encoding")
                        .changed("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")
                        .says(null, "The file says it is written in ISO-8859-1; save it as UTF-8."),
                step("a schema to be fetched")
                        .before(" targetNamespace", " xsi:schemaLocation=\"http://a.example http://b.example/b.xsd\"")
                        .says(null, "The file points to schemas elsewhere."),
                step("no valid BPMN")
                        .changed("<bpmn:outgoing>Flow_Sent</bpmn:outgoing>", "<bpmn:wayOut />")
                        .says(null, "The file is not valid BPMN 2.0: "),
                step("two processes")
                        .after("</bpmn:process>", "<bpmn:process id=\"another\" />")
                        .says(null, "The file holds 2 processes; draw exactly one process in a file."),
                step("another id than the file")
                        .changed("\"reminder-step\"", "\"reminder\"")
                        .says(
                                "reminder",
                                "The process has the id “reminder” but the file is called “reminder-step.bpmn”."),
                step("not executable")
                        .changed("isExecutable=\"true\"", "isExecutable=\"false\"")
                        .says("reminder-step", "The process is not executable."),
                step("no time to live")
                        .without(" camunda:historyTimeToLive=\"P3650D\"")
                        .says("reminder-step", "The history time to live is missing."));
    }

    private static List<Twin> forms() {
        String form = "call-back.form";
        return List.of(
                Twin.of("broken JSON", form)
                        .changed("\"components\": [", "\"components\" [")
                        .says(null, "The file is not readable JSON"),
                Twin.of("no form", form).changed("\"components\"", "\"parts\"").says(null, "The file is not a form."),
                Twin.of("a form with another id", form)
                        .changed("\"id\": \"call-back\"", "\"id\": \"confirm-handover\"")
                        .changed("\"TALKED\"", "\"RELEASE\"")
                        .changed("\"NOT_REACHED\"", "\"DECLINE\"")
                        .says(null, "The form has the id “confirm-handover” but the file is called “call-back.form”."),
                Twin.of("a form for Camunda 8", form)
                        .changed("\"schemaVersion\": 16", "\"schemaVersion\": 19")
                        .says(null, "The form is written in schema version 19"),
                Twin.of("a file picker", form)
                        .changed("\"type\": \"textarea\"", "\"type\": \"filepicker\"")
                        .says("Field_Comment", "Tasklist can't show a component of the type “filepicker”."),
                Twin.of("a list that grows", form)
                        .changed("\"type\": \"textarea\"", "\"type\": \"dynamiclist\"")
                        .says("Field_Comment", "Tasklist can't show a component of the type “dynamiclist”."),
                Twin.of("a foreign page", form)
                        .changed("\"type\": \"textarea\"", "\"type\": \"iframe\"")
                        .says("Field_Comment", "Tasklist can't show a component of the type “iframe”."),
                Twin.of("the debtor's name as it is in a text", form)
                        .changed("\"=caseFacts\"", "\"{{caseNumber}}: {{ debtor }}\"")
                        .says("Text_CaseFacts", "What others have written could become a picture or a link here."),
                Twin.of("an expression in a text", form)
                        .changed("\"=caseFacts\"", "\"=string join([debtor, caseFacts])\"")
                        .says("Text_CaseFacts", "What others have written could become a picture or a link here."),
                Twin.of("a picture from a variable", form)
                        .changed("\"type\": \"text\",\n      \"text\"", "\"type\": \"image\",\n      \"source\"")
                        .changed("\"=caseFacts\"", "\"=debtor\"")
                        .says("Text_CaseFacts", "What others have written could become a picture or a link here."),
                Twin.of("a field that nobody reads", form)
                        .changed("\"key\": \"comment\"", "\"key\": \"remark\"")
                        .says("Field_Comment", "Nobody reads the field “remark”. Use one of comment, decision."),
                Twin.of("no decision", form)
                        .changed("\"key\": \"decision\"", "\"key\": \"comment\"")
                        .says(null, "The field “decision” is missing")
                        .says("Field_Comment", "“comment” is asked for twice."),
                Twin.of("a decision that leads nowhere", form)
                        .changed("\"TALKED\"", "\"LATER\"")
                        .says(
                                "Field_Decision",
                                "No way leads on from the decision “LATER”. Use the values NOT_REACHED, TALKED.")
                        .says("Field_Decision", "“TALKED” can't be chosen"),
                Twin.of("a decision that may be left out", form)
                        .changed("\"required\": true", "\"required\": false")
                        .says("Field_Decision", "Without a decision the process can't go on."));
    }
}
