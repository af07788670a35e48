package dev.kulanz.journey.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;

/** The files of one deployment and what is in force around them. */
final class Deployment {

    private final InForce inForce;
    private final Reading reading;
    private final Map<String, ProcessModel> models = new HashMap<>();
    private final Map<String, String> unreadable = new HashMap<>();
    private final Map<String, String> decisions = new HashMap<>();
    private final Set<String> forms = new HashSet<>();
    private final Set<String> processes = new HashSet<>();
    private final Map<String, ProcessModel> processesInForce = new HashMap<>();

    /** How a diagram is read; the text of a file becomes a model. */
    interface Reading {

        ProcessModel read(String file, String text) throws Unreadable;
    }

    Deployment(InForce inForce, Reading reading) {
        this.inForce = inForce;
        this.reading = reading;
        inForce.processes().forEach(text -> {
            try {
                ProcessModel model = reading.read("", text);
                processesInForce.put(model.process().getId(), model);
            } catch (Unreadable e) {
                // deployed before there was a check: it is not looked into
            }
        });
    }

    void read(String file, String text) {
        if (file.endsWith(".bpmn")) {
            // also if it can't be read: that is said once, not wherever it is called
            processes.add(nameOf(file));
            try {
                models.put(file, reading.read(ModelCheck.bare(file), text));
            } catch (Unreadable e) {
                unreadable.put(file, e.sentence());
            }
        } else if (file.endsWith(".dmn")) {
            DecisionFile.keys(text).forEach(key -> decisions.put(key, text));
        } else if (file.endsWith(".form")) {
            forms.add(nameOf(file));
        }
    }

    private static String nameOf(String file) {
        String bare = ModelCheck.bare(file);
        return bare.substring(0, bare.lastIndexOf('.'));
    }

    Optional<ProcessModel> model(String file) {
        return Optional.ofNullable(models.get(file));
    }

    String whyUnreadable(String file) {
        return unreadable.getOrDefault(file, "");
    }

    boolean hasDecision(String key) {
        return decisions.containsKey(key) || inForce.hasDecision(key);
    }

    /** The table that is in force and stays so; empty if it comes with this deployment, where it is checked itself. */
    Optional<AskedTable> untouchedTable(String key) {
        return decisions.containsKey(key)
                ? Optional.empty()
                : inForce.decision(key).flatMap(AskedTable::of);
    }

    boolean hasForm(String id) {
        return forms.contains(id) || inForce.hasForm(id);
    }

    boolean hasProcess(String id) {
        return processes.contains(id) || processesInForce.containsKey(id);
    }

    /** The version of a process that is in force until now. */
    Optional<ProcessModel> replaced(ProcessModel model) {
        return Optional.ofNullable(processesInForce.get(model.process().getId()));
    }

    long running(String processId) {
        return inForce.running(processId);
    }

    /** The tasks at which processes ask this decision. */
    List<BusinessRuleTask> asking(String decision) {
        return Stream.concat(models.values().stream(), untouched().stream())
                .flatMap(model -> model.all(BusinessRuleTask.class).stream())
                .filter(task -> decision.equals(ProcessModel.camunda(task, "decisionRef")))
                .toList();
    }

    /** What is in force and stays so, as this deployment does not replace it. */
    Collection<ProcessModel> untouched() {
        Map<String, ProcessModel> others = new HashMap<>(processesInForce);
        others.keySet().removeAll(processes);
        return others.values();
    }

    /** Every process that will be in force beside this one. */
    Collection<ProcessModel> besides(ProcessModel model) {
        Map<String, ProcessModel> others = new HashMap<>(processesInForce);
        models.values().forEach(other -> others.put(other.process().getId(), other));
        others.remove(model.process().getId());
        return others.values();
    }
}
