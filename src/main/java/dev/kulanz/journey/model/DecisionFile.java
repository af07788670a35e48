package dev.kulanz.journey.model;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a DMN file must say besides its table: the table itself is the business of the module {@code decisions}. */
final class DecisionFile {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    private DecisionFile() {}

    /** Ids of the decisions in the file; none if it can't be read. */
    static List<String> keys(String text) {
        return decisions(text).stream()
                .map(decision -> decision.getAttribute("id"))
                .toList();
    }

    static void check(
            String file, String text, Deployment deployment, KnownNames known, TableCheck tables, Report report) {
        for (Element decision : decisions(text)) {
            String id = decision.getAttribute("id");
            if (!file.equals(id + ".dmn")) {
                report.add(
                        id,
                        decision.getAttribute("name"),
                        "The decision has the id “%s” but the file is called “%s”. Rename one of them."
                                .formatted(id, file));
            }
            String kept = decision.getAttributeNS(CAMUNDA, "historyTimeToLive");
            if (kept.isBlank()) {
                report.add(
                        id,
                        decision.getAttribute("name"),
                        "The history time to live is missing. Enter how long the engine keeps each answer, e.g. P90D.");
            } else {
                KeepingTime.problem(kept).ifPresent(problem -> report.add(id, decision.getAttribute("name"), problem));
            }
            TableShape.check(decision, report);
            List<BusinessRuleTask> asking = deployment.asking(id);
            if (!asking.isEmpty()) {
                AskedTable table = AskedTable.of(decision, text);
                EveryCaseAnswered.mistake(table, file, tables)
                        .ifPresent(what -> report.add(
                                id,
                                decision.getAttribute("name"),
                                "A case for which no row holds would be stuck where the process asks. " + what));
                asking.forEach(task -> FittingAnswer.wrongSort(task, table, known)
                        .ifPresent(why -> report.add(
                                id,
                                decision.getAttribute("name"),
                                "%s asks this table %s".formatted(AskedTable.named(task), why))));
                asking.stream()
                        .flatMap(task -> FittingAnswer.mistakes(task, table, file, known, tables).stream())
                        .forEach(report::addForFile);
                table.whyNoSingleValue().ifPresent(why -> asking.stream()
                        .filter(AskedTable::wantsOneValue)
                        .forEach(task -> report.add(
                                id,
                                decision.getAttribute("name"),
                                "%s asks this table for a single value, but %s"
                                        .formatted(AskedTable.named(task), why))));
            }
            if (id.equals(LaddersChosen.DECISION)) {
                LaddersChosen.check(decision, deployment::hasProcess, report);
            }
        }
    }

    static List<Element> decisions(String text) {
        Document document;
        try {
            document = SafeXml.read(text);
        } catch (Unreadable e) {
            return List.of();
        }
        List<Element> decisions = new ArrayList<>();
        for (Element element : SafeXml.walk(document.getDocumentElement())) {
            if ("decision".equals(element.getLocalName())) {
                decisions.add(element);
            }
        }
        return decisions;
    }
}
