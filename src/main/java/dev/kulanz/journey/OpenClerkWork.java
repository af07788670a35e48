package dev.kulanz.journey;

import dev.kulanz.handover.ClerkWork;
import dev.kulanz.journey.model.TaskForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the hand-over which other tasks of the case are open. */
@Component
class OpenClerkWork implements ClerkWork {

    private final JdbcClient jdbc;

    OpenClerkWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int openTasks(String caseNumber) {
        return jdbc.sql("""
                        select count(*) from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                        where p.business_key_ = :case and t.task_def_key_ not in (:release, :confirm)""")
                .param("case", caseNumber)
                .param("release", TaskForm.RELEASE_HANDOVER.taskId())
                .param("confirm", TaskForm.CONFIRM_HANDOVER.taskId())
                .query(Integer.class)
                .single();
    }
}
