package dev.kulanz.journey;

import dev.kulanz.cases.CaseSearch.Mark;
import dev.kulanz.cases.MarkedCases;
import dev.kulanz.journey.model.TaskForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the list of cases what their open tasks say. */
@Configuration(proxyBeanMethods = false)
class TaskMarks {

    private static final String WITH_TASK = """
            k.number in (select p.business_key_ from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                         where %s)""";

    @Bean
    MarkedCases casesWithOverdueTask() {
        return new MarkedCases(
                Mark.TASK_OVERDUE, WITH_TASK.formatted("t.due_date_ at time zone current_setting('TimeZone') < :now"));
    }

    @Bean
    MarkedCases casesReadyForHandover() {
        return new MarkedCases(
                Mark.READY_FOR_HANDOVER,
                WITH_TASK.formatted(
                        "exists (select 1 from act_ru_variable v where v.task_id_ = t.id_ and v.name_ = '%s' and v.text_ = '%s')"
                                .formatted(TaskForm.READINESS, TaskForm.READY)));
    }
}
