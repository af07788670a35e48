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
 * @param hitPolicy as written; blank for UNIQUE
 * @param outputs how many columns say something
 * @param counts whether only the number of rows is told
 * @param typeRef of what its last output column says, as written; blank if it says nothing of it
 */
record AskedTable(String hitPolicy, int outputs, boolean counts, String typeRef) {

    private static final Set<String> ONE_ROW = Set.of("", "UNIQUE", "FIRST");

    /** Of the one decision in this file. */
    static Optional<AskedTable> of(String text) {
        List<Element> decisions = DecisionFile.decisions(text);
        return decisions.size() == 1 ? Optional.of(of(decisions.get(0))) : Optional.empty();
    }

    static AskedTable of(Element decision) {
        String hitPolicy = "";
        int outputs = 0;
        boolean counts = false;
        String typeRef = "";
        for (Element element : SafeXml.walk(decision)) {
            if ("decisionTable".equals(element.getLocalName())) {
                hitPolicy = element.getAttribute("hitPolicy").strip();
                counts = "COUNT".equals(element.getAttribute("aggregation").strip());
            } else if ("output".equals(element.getLocalName())) {
                outputs++;
                typeRef = element.getAttribute("typeRef");
            }
        }
        return new AskedTable(hitPolicy, outputs, counts, typeRef);
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

    /** Why a task could get several values; empty if it gets one. */
    private Optional<String> whyNoSingleValue() {
        if (!ONE_ROW.contains(hitPolicy) && !counts) {
            return Optional.of(
                    "with the hit policy %s several rows may answer, and every such case would be stuck. Use FIRST, or UNIQUE with rows that exclude each other."
                            .formatted(hitPolicy));
        }
        return outputs == 1
                ? Optional.empty()
                : Optional.of("the table has %d outputs. Keep the one that is asked for.".formatted(outputs));
    }

    /** Why a task could not take the answer: how it asks, but what the table gives; empty if it can. */
    Optional<String> problemFor(BusinessRuleTask task, KnownNames known) {
        Optional<String> several = wantsOneValue(task) ? whyNoSingleValue() : Optional.empty();
        return several.isPresent()
                ? several.map("for a single value, but "::concat)
                : whyNotFor(ProcessModel.camunda(task, "resultVariable"), known);
    }

    private Optional<String> whyNotFor(String variable, KnownNames known) {
        AnswerType wanted = known.answered().get(variable);
        Optional<AnswerType> given = counts ? Optional.of(AnswerType.NUMBER) : AnswerType.of(typeRef);
        return wanted == null || given.filter(wanted::equals).isPresent()
                ? Optional.empty()
                : Optional.of("for %s, which is %s, but it answers %s. Name another table, or correct its output."
                        .formatted(
                                variable,
                                wanted.inWords(),
                                given.map(AnswerType::inWords).orElse("something else")));
    }
}
