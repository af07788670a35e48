package dev.kulanz.simulation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Places at which instances wait, each as {@code process/element}. */
record Waits(RepositoryService repository, JdbcClient jdbc) {

    private static final List<Class<? extends FlowNode>> KINDS =
            List.of(IntermediateCatchEvent.class, UserTask.class, EventBasedGateway.class);

    /** Where an instance waits now. */
    Set<String> taken() {
        return new TreeSet<>(jdbc.sql("""
                        select distinct d.key_ || '/' || e.act_id_ from act_ru_execution e
                        join act_re_procdef d on d.id_ = e.proc_def_id_ where e.act_id_ is not null""").query(String.class).list());
    }

    /** Wherever a diagram in force lets an instance wait; who waits at a gateway waits for the events behind it. */
    Set<String> possible() {
        Set<String> waits = new TreeSet<>();
        repository.createProcessDefinitionQuery().latestVersion().list().forEach(definition -> {
            BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
            KINDS.stream()
                    .flatMap(kind -> model.getModelElementsByType(kind).stream())
                    .filter(node -> node.getIncoming().stream()
                            .noneMatch(flow -> flow.getSource() instanceof EventBasedGateway))
                    .forEach(node -> waits.add(definition.getKey() + "/" + node.getId()));
        });
        return waits;
    }
}
