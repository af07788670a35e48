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
            select c.id as case_id, t.due_date_, t.id_
            from act_ru_task t
            join act_ru_execution p on p.id_ = t.proc_inst_id_
            join dunning_case c on c.number = p.business_key_
            where %s""";

    /** What has waited longest comes first. */
    private static final String BY_DUE_DATE = "m.due_date_, m.id_";

    @Bean
    MarkedCases casesWithOverdueTask() {
        return new MarkedCases(
                Mark.TASK_OVERDUE,
                WITH_TASK.formatted("t.due_date_ < :now at time zone current_setting('TimeZone')"),
                BY_DUE_DATE);
    }

    @Bean
    MarkedCases casesReadyForHandover() {
        return new MarkedCases(
                Mark.READY_FOR_HANDOVER,
                WITH_TASK.formatted("""
                exists ( -- task by task: the database does not know how many are ready
                    select 1 from act_ru_variable v where v.task_id_ = t.id_ and v.name_ = '%s' and v.text_ = '%s' offset 0)""".formatted(TaskForm.READINESS, TaskForm.READY)),
                BY_DUE_DATE);
    }
}
