package dev.kulanz.journey;

import dev.kulanz.cases.BlockLifted;
import dev.kulanz.cases.BlockPlaced;
import dev.kulanz.cases.Cases;
import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.receivables.BalancesChanged;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the facts of open tasks true: when a balance or a block changes, they are written anew after the commit. */
@Component
class TaskRefresh {

    private final JdbcClient jdbc;
    private final Signals signals;
    private final Cases cases;
    private final TaskFacts facts;
    private final TaskService tasks;

    TaskRefresh(JdbcClient jdbc, Signals signals, Cases cases, TaskFacts facts, TaskService tasks) {
        this.jdbc = jdbc;
        this.signals = signals;
        this.cases = cases;
        this.facts = facts;
        this.tasks = tasks;
    }

    @EventListener
    void on(BalancesChanged event) {
        jdbc.sql("""
                        select distinct k.number from dunning_case k
                        join act_ru_execution p on p.business_key_ = k.number
                        join act_ru_task t on t.proc_inst_id_ = p.id_
                        where k.account_id = any(:accounts) and k.status = 'OPEN'""")
                .param("accounts", event.accountIds().toArray(UUID[]::new))
                .query(String.class)
                .list()
                .forEach(number -> signals.write(Message.FACTS_CHANGED, number, Map.of()));
    }

    @EventListener
    void on(BlockPlaced event) {
        on(new BalancesChanged(List.of(event.on().accountId())));
    }

    @EventListener
    void on(BlockLifted event) {
        on(new BalancesChanged(List.of(event.on().accountId())));
    }

    void refresh(String caseNumber) {
        if (!cases.get(caseNumber).isOpen()) {
            return;
        }
        var open = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .initializeFormKeys()
                .list();
        open.forEach(task -> {
            String form = task.getCamundaFormRef() == null
                    ? null
                    : task.getCamundaFormRef().getKey();
            tasks.setVariableLocal(task.getId(), TaskForm.FACTS, facts.markdown(caseNumber, form));
            tasks.setPriority(task.getId(), facts.priority(caseNumber));
        });
    }
}
