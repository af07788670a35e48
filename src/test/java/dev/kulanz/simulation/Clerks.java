package dev.kulanz.simulation;

import dev.kulanz.support.Browser;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Case workers and the agency: they come to each case after a few days, and decide by chance. */
final class Clerks {

    private static final double A_DAY = 0.3;

    private final JdbcClient jdbc;
    private final int port;
    private final String creditorId;
    private final Scenario scenario;
    private final Map<String, Integer> done = new TreeMap<>();
    private int answers;

    Clerks(JdbcClient jdbc, int port, String creditorId, Scenario scenario) {
        this.jdbc = jdbc;
        this.port = port;
        this.creditorId = creditorId;
        this.scenario = scenario;
    }

    private record Task(String id, String element, String caseNumber, String debtor) {}

    private record AtAgency(String caseNumber, String status, String debtor) {}

    /** How often what was decided or refused. */
    Map<String, Integer> done() {
        return done;
    }

    void work(LocalDate day) {
        for (Task task : tasks()) {
            Chance chance = Chance.of(scenario.seed(), task.debtor(), day, task.element());
            if (chance.happens(A_DAY)) {
                answer(task, day, chance);
            }
        }
        for (AtAgency at : atAgency()) {
            Chance chance = Chance.of(scenario.seed(), at.debtor(), day, "agency");
            if (chance.happens(at.status().equals("ACCEPTED") ? 0.01 : A_DAY)) {
                hearFromAgency(at, chance);
            }
        }
    }

    private List<Task> tasks() {
        return jdbc.sql("""
                        select t.id_ as id, t.task_def_key_ as element, p.business_key_ as case_number, d.external_id as debtor
                        from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                        join dunning_case k on k.number = p.business_key_ join debtor d on d.id = k.debtor_id
                        where k.creditor_id = :creditor order by p.business_key_""").param("creditor", creditorId).query(Task.class).list();
    }

    private List<AtAgency> atAgency() {
        return jdbc.sql("""
                        select h.case_number, h.status, d.external_id as debtor from handover h
                        join dunning_case k on k.id = h.case_id join debtor d on d.id = k.debtor_id
                        where k.creditor_id = :creditor and h.status in ('TRANSMITTED', 'ACCEPTED') order by 1""").param("creditor", creditorId).query(AtAgency.class).list();
    }

    private void answer(Task task, LocalDate day, Chance chance) {
        switch (task.element()) {
            case "Task_FindContactDetails" -> {
                if (chance.happens(0.6)) {
                    submit("clerk", task, "FOUND", Map.of("email", "gefunden." + task.caseNumber() + "@example.com"));
                } else {
                    submit("clerk", task, "NOTHING_FOUND", Map.of());
                }
            }
            case "Task_CallBackDebtor" -> submit("clerk", task, chance.oneOf("TALKED", "NOT_REACHED"), Map.of());
            case "Task_ReleaseHandOver" -> release(task, day, chance);
            case "Task_ConfirmHandOver" ->
                submit(
                        chance.oneOf("owner", "clerk"),
                        task,
                        chance.oneOf("RELEASE", "RELEASE", "DECLINE"),
                        Map.of("comment", "Gesehen."));
            default -> throw new IllegalStateException("Nobody knows how to do " + task.element());
        }
    }

    private void release(Task task, LocalDate day, Chance chance) {
        switch (chance.between(0, 9)) {
            case 0 -> submit("clerk", task, "WRITE_OFF", Map.of("comment", "Zu wenig."));
            case 1, 2 ->
                submit(
                        "clerk",
                        task,
                        "RETURN",
                        Map.of(
                                "comment",
                                "Abwarten.",
                                "until",
                                day.plusDays(chance.between(0, 30)).toString()));
            default -> submit("clerk", task, "RELEASE", Map.of());
        }
    }

    private void submit(String user, Task task, String decision, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(more);
        fields.put("decision", decision);
        String variables = fields.entrySet().stream()
                .map(field -> "\"%s\": {\"value\": \"%s\"}".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(", "));
        note(
                task.element() + " " + decision,
                Browser.withPassword(port, user, user)
                        .post(
                                "/engine-rest/task/" + task.id() + "/submit-form",
                                "{\"variables\": {" + variables + "}}"));
    }

    private void hearFromAgency(AtAgency at, Chance chance) {
        Browser owner = Browser.withPassword(port, "owner", "owner");
        String path = "/api/v1/handovers/" + at.caseNumber();
        if (at.status().equals("ACCEPTED") && chance.happens(0.5)) {
            note("recall", owner.post(path + "/recall", "{\"reason\": \"Irrtum.\"}"));
            return;
        }
        String word = at.status().equals("ACCEPTED") ? "RECALLED" : chance.oneOf("ACCEPTED", "ACCEPTED", "REJECTED");
        String answer = "{\"answerId\": \"%s-%d\", \"answer\": \"%s\", \"reason\": \"Weil.\"}"
                .formatted(creditorId, ++answers, word);
        note("agency " + word, owner.post(path + "/answers", answer));
    }

    private void note(String what, HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) {
            throw new AssertionError(what + ": " + answer.statusCode() + " " + answer.body());
        }
        done.merge(what + (answer.statusCode() < 300 ? "" : " refused"), 1, Integer::sum);
    }
}
