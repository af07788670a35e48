package dev.kulanz.journey.model;

import dev.kulanz.decisions.TableUse.Answer;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;

/** What a table says fits the variable into which a task puts it: a gateway can't ask “yes” whether it is true. */
final class FittingAnswer {

    private static final String NUMBER = "-?\\d{1,9}(\\.\\d{1,9})?";

    private FittingAnswer() {}

    /** Why the answer is of another sort than the variable, as far as the table says; empty if it is of the same. */
    static Optional<String> wrongSort(BusinessRuleTask task, AskedTable table, KnownNames known) {
        String variable = ProcessModel.camunda(task, "resultVariable");
        AnswerType wanted = known.answered().get(variable);
        Optional<AnswerType> given = table.counts() ? Optional.of(AnswerType.NUMBER) : AnswerType.of(table.typeRef());
        return wanted == null || table.whyNoSingleValue().isPresent() // which is told
                ? Optional.empty()
                : given.filter(sort -> sort != wanted)
                        .map(sort ->
                                "for %s, which is %s, but it answers %s. Name another table, or correct its output."
                                        .formatted(variable, wanted.inWords(), sort.inWords()));
    }

    /** What in the cells of the table does not fit, in sentences. */
    static List<String> mistakes(
            BusinessRuleTask task, AskedTable table, String file, KnownNames known, TableCheck tables) {
        return table.counts()
                        || !AskedTable.wantsOneValue(task)
                        || wrongSort(task, table, known).isPresent()
                ? List.of()
                : wanted(ProcessModel.camunda(task, "resultVariable"), known)
                        .map(answer -> tables.misfits(file, table.text(), answer))
                        .orElse(List.of());
    }

    /** Empty if no table sets the variable, which is said elsewhere. */
    private static Optional<Answer> wanted(String variable, KnownNames known) {
        return Optional.ofNullable(known.answered().get(variable)).flatMap(sort -> switch (sort) {
            case YES_OR_NO -> Optional.of(Answer.yesOrNo(variable).ofOnlyOutput());
            case NUMBER ->
                Optional.of(Answer.number(variable, variable, NUMBER, "write a number, as 2")
                        .ofOnlyOutput());
            case TEXT -> Optional.empty();
        });
    }
}
