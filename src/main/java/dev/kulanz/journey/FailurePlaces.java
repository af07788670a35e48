package dev.kulanz.journey;

import dev.kulanz.journey.Failures.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where something failed, and of which models a new version may help: tables, forms and called processes are taken in
 * their latest version each time; a case that stands in a diagram stays in its version.
 */
@Component
class FailurePlaces {

    private static final String CHAIN = """
            with recursive chain as (
                select p.id_, p.super_exec_, p.proc_def_id_ from act_ru_execution p where p.id_ = :instance
                union all
                select up.id_, up.super_exec_, up.proc_def_id_
                from chain c join act_ru_execution s on s.id_ = c.super_exec_
                join act_ru_execution up on up.id_ = s.proc_inst_id_)
            select d.key_ from chain c join act_re_procdef d on d.id_ = c.proc_def_id_""";

    private final DiagramWords diagrams;
    private final JdbcClient jdbc;

    FailurePlaces(DiagramWords diagrams, JdbcClient jdbc) {
        this.diagrams = diagrams;
        this.jdbc = jdbc;
    }

    /**
     * Of a job.
     *
     * @param process key of the process in which the job stands
     * @param element where it failed: there, or in a process that is called from there
     */
    Place ofJob(@Nullable String instance, @Nullable String process, @Nullable String element, Throwable failure) {
        if (process == null || element == null) {
            return Place.UNKNOWN;
        }
        Set<String> own = new LinkedHashSet<>(
                jdbc.sql(CHAIN).param("instance", instance).query(String.class).list());
        own.add(process);
        List<String> at = processesWith(process, element);
        Set<String> healedBy = new TreeSet<>();
        decision(failure).ifPresent(key -> healedBy.add(ModelKey.decision(key)));
        at.stream().filter(found -> !own.contains(found)).forEach(found -> healedBy.add(ModelKey.process(found)));
        at.stream()
                .flatMap(found -> diagrams.element(found, element).stream())
                .forEach(found -> healedBy.addAll(askedBy(found)));
        Set<String> renewedBy = new TreeSet<>();
        own.forEach(key -> renewedBy.add(ModelKey.process(key)));
        return switch (at.size()) {
            case 0 -> new Place(process, element, healedBy, renewedBy);
            case 1 -> new Place(at.get(0), element, healedBy, renewedBy);
            default -> new Place(process, null, healedBy, renewedBy); // one of several: it is only known who called it
        };
    }

    private static Optional<String> decision(Throwable failure) {
        return Optional.ofNullable(FailureCause.of(failure).decision());
    }

    private static List<String> askedBy(FlowElement element) {
        if (element instanceof BusinessRuleTask task && task.getCamundaDecisionRef() != null) {
            return List.of(ModelKey.decision(task.getCamundaDecisionRef()));
        }
        if (element instanceof UserTask task && task.getCamundaFormRef() != null) {
            return List.of(ModelKey.form(task.getCamundaFormRef()));
        }
        if (element instanceof CallActivity call && call.getCalledElement() != null) {
            return List.of(ModelKey.process(call.getCalledElement()));
        }
        return List.of();
    }

    /** The processes that have an element of this id: this one, and those that are called from it. */
    private List<String> processesWith(String process, String element) {
        List<String> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>(Set.of(process));
        Deque<String> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            String one = next.removeFirst();
            if (diagrams.element(one, element).isPresent()) {
                found.add(one);
            }
            diagrams.calledBy(one).stream().filter(seen::add).forEach(next::addLast);
        }
        return found;
    }
}
