package dev.kulanz.journey;

import dev.kulanz.cases.BlockLifted;
import dev.kulanz.cases.BlockPlaced;
import dev.kulanz.cases.Cases;
import dev.kulanz.contact.ContactConcluded;
import dev.kulanz.journey.engine.ShownFacts;
import dev.kulanz.journey.model.TaskForm;
import dev.kulanz.receivables.BalancesChanged;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the facts of open tasks true. For the lists they are written anew after the commit when a balance, a block, a message
 * or another task changes them, and early each morning, as some change by the passing of a day alone. For who opens a task they are
 * looked up at that moment, whatever has changed.
 */
@Component
class TaskRefresh implements ShownFacts {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRefresh.class);

    private static final String OPEN_TASKS = """
            from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
            join dunning_case k on k.number = p.business_key_
            where k.status = 'OPEN'""";

    private final JdbcClient jdbc;
    private final Signals signals;
    private final Cases cases;
    private final TaskFacts facts;
    private final TaskService tasks;
    private final TransactionTemplate transaction;

    TaskRefresh(
            JdbcClient jdbc,
            Signals signals,
            Cases cases,
            TaskFacts facts,
            TaskService tasks,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.signals = signals;
        this.cases = cases;
        this.facts = facts;
        this.tasks = tasks;
        this.transaction = transaction;
    }

    @EventListener
    void on(BalancesChanged event) {
        write(jdbc.sql("select distinct k.number " + OPEN_TASKS + " and k.account_id = any(:accounts)")
                .param("accounts", event.accountIds().toArray(UUID[]::new)));
    }

    @EventListener
    void on(BlockPlaced event) {
        on(new BalancesChanged(List.of(event.on().accountId())));
    }

    @EventListener
    void on(BlockLifted event) {
        on(new BalancesChanged(List.of(event.on().accountId())));
    }

    /** What was sent stands in the facts of a hand-over, and a letter that comes back stands in its way. */
    @EventListener
    void on(ContactConcluded event) {
        afterTask(event.contact().caseNumber(), "");
    }

    /** A task began or ended: others of the case may have to say so. */
    void afterTask(String caseNumber, String taskId) {
        write(jdbc.sql("select distinct k.number " + OPEN_TASKS + " and k.number = :case and t.id_ <> :task")
                .param("case", caseNumber)
                .param("task", taskId));
    }

    /** A day has passed: blocks have run out, days to pay are over, somebody is of age. */
    void onNewDay() {
        write(jdbc.sql("select distinct k.number " + OPEN_TASKS));
    }

    private void write(JdbcClient.StatementSpec numbers) {
        List<String> concerned = numbers.query(String.class).list();
        if (!concerned.isEmpty()) {
            signals.writeAll(Message.FACTS_CHANGED, concerned);
        }
    }

    /** The caller holds the case's lock. */
    void refresh(String caseNumber) {
        if (!cases.get(caseNumber).isOpen()) {
            return;
        }
        var open = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .initializeFormKeys()
                .list();
        open.forEach(task -> {
            Map<String, String> now = facts.texts(caseNumber, form(task));
            if (!tasks.getVariablesLocal(task.getId(), now.keySet()).equals(now)) {
                tasks.setVariablesLocal(task.getId(), now);
            }
            int priority = facts.priority(caseNumber);
            if (task.getPriority() != priority) {
                tasks.setPriority(task.getId(), priority);
            }
        });
    }

    @Override
    public void beforeReading(String taskId) {
        try {
            caseOf(taskId)
                    .filter(number -> !isTrue(taskId, number))
                    .ifPresent(number -> transaction.executeWithoutResult(status -> {
                        cases.lock(number);
                        refresh(number);
                    }));
        } catch (RuntimeException e) { // who reads then sees what was true last
            LOG.warn(
                    "The facts of task {} could not be looked up: {}",
                    taskId,
                    e.getClass().getSimpleName());
            LOG.debug("Because", e);
        }
    }

    private Optional<String> caseOf(String taskId) {
        return jdbc.sql("select k.number " + OPEN_TASKS + " and t.id_ = :task")
                .param("task", taskId)
                .query(String.class)
                .optional();
    }

    private boolean isTrue(String taskId, String caseNumber) {
        Task task = tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult();
        return task == null
                || Objects.equals(
                        tasks.getVariableLocal(taskId, TaskForm.FACTS_MARK), facts.mark(caseNumber, form(task)));
    }

    private static @Nullable String form(Task task) {
        return task.getCamundaFormRef() == null
                ? null
                : task.getCamundaFormRef().getKey();
    }
}
