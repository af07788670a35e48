package dev.kulanz.journey;

import dev.kulanz.cases.BlockMatters;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.Matter;
import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Said;
import dev.kulanz.voice.CallBack;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Behind the pause of who waits to be called back stands the task of the person who calls. */
@Component
class CallBackMatter implements BlockMatters {

    private final TaskService tasks;
    private final RepositoryService repository;

    CallBackMatter(TaskService tasks, RepositoryService repository) {
        this.tasks = tasks;
        this.repository = repository;
    }

    @Override
    public Map<UUID, Matter> behind(DunningCase of, Collection<CaseBlock> blocks) {
        List<CaseBlock> pauses = blocks.stream().filter(CallBack::begunBy).toList();
        return pauses.isEmpty() || open(of).isEmpty()
                ? Map.of()
                : pauses.stream().collect(Collectors.toMap(CaseBlock::id, CallBackMatter::matter));
    }

    private static Matter matter(CaseBlock pause) {
        return new Matter(
                Said.of(
                        "matter.call-back",
                        "On {0} the debtor was told on the phone that a person gets in touch with him. The task for it is open.",
                        LocalDate.ofInstant(pause.fromAt(), BusinessClock.ZONE)),
                Said.of(
                        "matter.call-back.ends",
                        "The task ends as if he had been reached: nobody calls back any more. Please lift it only if that has been settled."));
    }

    /** Completed as its form would be: the pause ends with it, and the journey goes on. */
    @Override
    public void end(DunningCase of, CaseBlock block) {
        open(of).forEach(task -> tasks.complete(task.getId(), Map.of(TaskForm.DECISION, "TALKED")));
    }

    private List<Task> open(DunningCase of) {
        return tasks.createTaskQuery().processInstanceBusinessKey(of.number()).list().stream()
                .filter(this::isToCallBack)
                .toList();
    }

    private boolean isToCallBack(Task task) {
        return repository
                                .getBpmnModelInstance(task.getProcessDefinitionId())
                                .getModelElementById(task.getTaskDefinitionKey())
                        instanceof UserTask user
                && TaskForm.CALL_BACK.formId().equals(user.getCamundaFormRef());
    }
}
