package dev.kulanz.journey;

import dev.kulanz.handover.ClerkWork;
import dev.kulanz.journey.model.TaskForm;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the hand-over which other tasks of the case are open. Its own are those with its forms, whatever their ids. */
@Component
class OpenClerkWork implements ClerkWork {

    private static final Set<String> FORMS_OF_THE_HANDOVER =
            Set.of(TaskForm.RELEASE_HANDOVER.formId(), TaskForm.CONFIRM_HANDOVER.formId());

    private final JdbcClient jdbc;
    private final RepositoryService repository;

    OpenClerkWork(JdbcClient jdbc, RepositoryService repository) {
        this.jdbc = jdbc;
        this.repository = repository;
    }

    /** An open task, by the version of the diagram and the element that it stands for. */
    private record OpenTask(String definition, String element) {}

    @Override
    public int openTasks(String caseNumber) {
        return (int) jdbc.sql("""
                        select t.proc_def_id_ as definition, t.task_def_key_ as element
                        from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                        where p.business_key_ = :case""").param("case", caseNumber).query(OpenTask.class).list().stream()
                .filter(task -> !isOfTheHandover(task))
                .count();
    }

    private boolean isOfTheHandover(OpenTask task) {
        return repository.getBpmnModelInstance(task.definition()).getModelElementById(task.element())
                        instanceof UserTask user
                && user.getCamundaFormRef() != null
                && FORMS_OF_THE_HANDOVER.contains(user.getCamundaFormRef());
    }
}
