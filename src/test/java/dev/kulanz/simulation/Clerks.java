package dev.kulanz.simulation;

import dev.kulanz.support.Stories;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.task.Task;

/** Case workers: they come to each task after a few days and decide by chance. */
final class Clerks {

    private final Stories house;
    private final String creditorId;
    private final Scenario scenario;
    private final Map<String, Integer> done = new TreeMap<>();

    Clerks(Stories house, String creditorId, Scenario scenario) {
        this.house = house;
        this.creditorId = creditorId;
        this.scenario = scenario;
    }

    Map<String, Integer> done() {
        return done;
    }

    /** @param debtors external id of the debtor by case number */
    void work(LocalDate day, Map<String, String> debtors) {
        List<Task> tasks = house.tasks()
                .createTaskQuery()
                .tenantIdIn(creditorId)
                .initializeFormKeys()
                .list();
        for (Task task : tasks) {
            String caseNumber = house.runtime()
                    .createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult()
                    .getBusinessKey();
            Chance chance = Chance.of(scenario.seed(), debtors.getOrDefault(caseNumber, caseNumber), day, "clerk");
            if (chance.happens(0.3)) {
                answer(task, caseNumber, chance);
            }
        }
    }

    private void answer(Task task, String caseNumber, Chance chance) {
        Map<String, Object> answers = new HashMap<>();
        switch (task.getTaskDefinitionKey()) {
            case "Task_FindContactDetails" -> {
                boolean found = chance.happens(0.6);
                answers.put("decision", found ? "FOUND" : "NOTHING_FOUND");
                if (found) {
                    answers.put("email", "gefunden-" + caseNumber + "@example.com");
                }
            }
            case "Task_CallBackDebtor" -> answers.put("decision", chance.oneOf("TALKED", "NOT_REACHED"));
            default -> {
                done.merge(task.getName() + " left open", 1, Integer::sum);
                return;
            }
        }
        house.forms().submitTaskForm(task.getId(), answers);
        done.merge(task.getName() + ": " + answers.get("decision"), 1, Integer::sum);
    }
}
