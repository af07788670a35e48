package dev.kulanz.journey.model;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;

/** Business rule tasks name a decision that exists and keep one flat value of it. */
final class DecisionRule implements ModelRule {

    private final KnownNames known;
    private final Predicate<String> isDecision;
    private final Function<String, Optional<AskedTable>> untouchedTable;
    private final TableCheck tables;

    /** @param untouchedTable the table of a decision that is in force already and stays so */
    DecisionRule(
            KnownNames known,
            Predicate<String> isDecision,
            Function<String, Optional<AskedTable>> untouchedTable,
            TableCheck tables) {
        this.known = known;
        this.isDecision = isDecision;
        this.untouchedTable = untouchedTable;
        this.tables = tables;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        for (BusinessRuleTask task : model.all(BusinessRuleTask.class)) {
            checkDecision(task, report);
            checkResult(task, report);
        }
    }

    private void checkDecision(BusinessRuleTask task, Report report) {
        String decision = ProcessModel.camunda(task, "decisionRef");
        if (decision.isEmpty()) {
            report.add(task, "No decision is named. Set the implementation to “DMN” and enter the decision's id.");
        } else if (!isDecision.test(decision)) {
            report.add(
                    task,
                    "There is no decision “%s”. Correct the id, or deploy %s.dmn before or together with this diagram."
                            .formatted(decision, decision));
        }
        untouchedTable.apply(decision).ifPresent(table -> checkTable(task, decision, table, report));
        String binding = ProcessModel.camunda(task, "decisionRefBinding");
        if (!binding.isEmpty() && !binding.equals("latest")) {
            report.add(task, "Bind the decision to “latest”: else a new version of the rules would not be used.");
        }
    }

    private void checkTable(BusinessRuleTask task, String decision, AskedTable table, Report report) {
        String file = decision + ".dmn";
        table.whyNoSingleValue()
                .filter(why -> AskedTable.wantsOneValue(task))
                .ifPresent(why -> report.add(task, "It asks “%s” for a single value, but %s".formatted(decision, why)));
        EveryCaseAnswered.mistake(table, file, tables)
                .ifPresent(what -> report.add(
                        task,
                        "It asks “%s”, and a case for which no row holds would be stuck here. In the table: %s"
                                .formatted(decision, what)));
        FittingAnswer.wrongSort(task, table, known)
                .ifPresent(why -> report.add(task, "It asks “%s” %s".formatted(decision, why)));
        FittingAnswer.mistakes(task, table, file, known, tables)
                .forEach(what -> report.add(task, "It asks “%s”, but %s".formatted(decision, what)));
    }

    private void checkResult(BusinessRuleTask task, Report report) {
        String variable = ProcessModel.camunda(task, "resultVariable");
        if (variable.isEmpty()) {
            report.add(task, "Enter the result variable: without it the decision has no effect.");
        } else if (!known.isVariable(variable)) {
            report.add(
                    task,
                    "“%s” is not a process variable. Use one of %s"
                            .formatted(variable, Words.list(known.variables().keySet())));
        } else if (!known.answered().containsKey(variable)) {
            report.add(
                    task,
                    "“%s” is found out by the application: no table sets it. Let it set one of %s"
                            .formatted(variable, Words.list(known.answered().keySet())));
        }
        if (!ProcessModel.camunda(task, "mapDecisionResult").equals("singleEntry")) {
            report.add(
                    task,
                    "Map the decision result as “singleEntry”: a process keeps single values, not lists or tables.");
        }
    }
}
