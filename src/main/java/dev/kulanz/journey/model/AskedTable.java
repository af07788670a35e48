package dev.kulanz.journey.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Element;

/**
 * How many values a decision table gives to a task that asks it. That rows of a UNIQUE table do not hold at once is
 * checked wherever a table arrives.
 *
 * @param text the file
 * @param hitPolicy as written; blank for UNIQUE
 * @param outputs how many columns say something
 * @param counts whether only the number of rows is told
 * @param holdsAlways whether a row has no condition
 * @param typeRef of what its last output column says, as written; blank if it says nothing of it
 */
record AskedTable(String text, String hitPolicy, int outputs, boolean counts, boolean holdsAlways, String typeRef) {

    private static final Set<String> ONE_ROW = Set.of("", "UNIQUE", "FIRST");

    /** Of the one decision in this file. */
    static Optional<AskedTable> of(String text) {
        List<Element> decisions = DecisionFile.decisions(text);
        return decisions.size() == 1 ? Optional.of(of(decisions.get(0), text)) : Optional.empty();
    }

    static AskedTable of(Element decision, String text) {
        String hitPolicy = "";
        int outputs = 0;
        boolean counts = false;
        boolean holdsAlways = false;
        String typeRef = "";
        for (Element element : SafeXml.walk(decision)) {
            if ("decisionTable".equals(element.getLocalName())) {
                hitPolicy = element.getAttribute("hitPolicy").strip();
                counts = "COUNT".equals(element.getAttribute("aggregation").strip());
            } else if ("output".equals(element.getLocalName())) {
                outputs++;
                typeRef = element.getAttribute("typeRef");
            } else if ("rule".equals(element.getLocalName())) {
                holdsAlways |= hasNoCondition(element);
            }
        }
        return new AskedTable(text, hitPolicy, outputs, counts, holdsAlways, typeRef);
    }

    private static boolean hasNoCondition(Element row) {
        return SafeXml.walk(row).stream()
                .filter(element -> "inputEntry".equals(element.getLocalName()))
                .map(cell -> cell.getTextContent().strip())
                .allMatch(cell -> cell.isEmpty() || cell.equals("-"));
    }

    /** What {@link DecisionRule} demands of each task; one that was deployed before may take more. */
    static boolean wantsOneValue(BusinessRuleTask task) {
        return "singleEntry".equals(ProcessModel.camunda(task, "mapDecisionResult"));
    }

    /** Names the task for whoever changes the table. */
    static String named(BusinessRuleTask task) {
        ModelElementInstance process = task;
        while (!(process instanceof Process) && process.getParentElement() != null) {
            process = process.getParentElement();
        }
        return "“%s” (%s in %s)".formatted(task.getName(), task.getId(), process.getAttributeValue("id"));
    }

    /** With the other hit policies there is an answer also where no row holds: none, or the number of none. */
    boolean isAnsweredByARow() {
        return ONE_ROW.contains(hitPolicy);
    }

    /** Why a task could get several values; empty if it gets one. */
    Optional<String> whyNoSingleValue() {
        if (!isAnsweredByARow() && !counts) {
            return Optional.of(
                    "with the hit policy %s several rows may answer, and every such case would be stuck. Use FIRST, or UNIQUE with rows that exclude each other."
                            .formatted(hitPolicy));
        }
        return outputs == 1
                ? Optional.empty()
                : Optional.of("the table has %d outputs. Keep the one that is asked for.".formatted(outputs));
    }
}
