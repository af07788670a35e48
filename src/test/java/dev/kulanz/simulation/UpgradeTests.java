package dev.kulanz.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Data that the version before wrote go on here: cases at every wait of every diagram, with open tasks, promises, blocks and
 * hand-overs, live for two months more while people work on them.
 */
@KulanzTest
@Import(FolderBefore.class)
class UpgradeTests {

    private static final int DAYS = 60;

    @LocalServerPort
    private int port;

    @Autowired
    private Stories house;

    @Test
    void goesOnWithTheDataOfTheVersionBefore() {
        assertThat(placesWhereInstancesWait()).containsAll(waitsOfTheDiagrams());
        Instant written = house.jdbc()
                .sql("select max(happened_at) from journal")
                .query((row, index) -> row.getTimestamp(1).toInstant())
                .single();
        house.time().standAt(written);
        dueDatesAsTheyAre();
        List<String> creditors = house.jdbc()
                .sql("select distinct creditor_id from dunning_case order by 1")
                .query(String.class)
                .list();
        assertThat(live(LocalDate.ofInstant(written, BusinessClock.ZONE), creditors))
                .isEmpty();
        assertThat(house.jdbc()
                        .sql("select count(*) from contact where sent_at > :written")
                        .param("written", java.sql.Timestamp.from(written))
                        .query(Long.class)
                        .single())
                .as("messages of these two months")
                .isGreaterThan(50);
    }

    private Collection<Violation> live(LocalDate first, List<String> creditors) {
        Scenario scenario = new Scenario(7, 0, DAYS, null);
        List<Clerks> clerks = creditors.stream()
                .map(creditor -> new Clerks(house.jdbc(), port, creditor, scenario))
                .toList();
        List<DailyCheck> checks = creditors.stream()
                .map(creditor -> new DailyCheck(house.jdbc(), house.clock(), creditor))
                .toList();
        Collection<Violation> before = rules(creditors);
        Map<String, Violation> found = new LinkedHashMap<>();
        for (int day = 1; day <= DAYS; day++) {
            LocalDate today = first.plusDays(day);
            goTo(today, 11);
            clerks.forEach(one -> one.work(today));
            goTo(today, 22);
            checks.stream().flatMap(check -> check.violations().stream()).forEach(one -> note(found, one));
        }
        List<Violation> broken = new ArrayList<>(rules(creditors));
        broken.removeAll(before);
        broken.forEach(one -> note(found, one));
        return found.values();
    }

    /** What breaks a rule that was not one yet when it happened is no fault of this version. */
    private List<Violation> rules(List<String> creditors) {
        List<Rule> rules = new ArrayList<>(ContactRules.ALL);
        rules.addAll(MoneyRules.ALL);
        return creditors.stream()
                .flatMap(creditor -> rules.stream().flatMap(rule -> rule.violations(house.jdbc(), creditor).stream()))
                .toList();
    }

    /** For the rules, which believe their own record. */
    private void dueDatesAsTheyAre() {
        new DueDates(house.jdbc(), house.clock());
        house.jdbc().sql("""
                        insert into simulated_due_date (invoice_id, due_date, since)
                        select invoice_id, due_date, '-infinity' from open_item""").update();
    }

    private static void note(Map<String, Violation> found, Violation one) {
        found.putIfAbsent(one.rule() + one.caseNumber() + one.at(), one);
    }

    private void goTo(LocalDate day, int hour) {
        Instant moment = day.atTime(hour, 0).atZone(BusinessClock.ZONE).toInstant();
        house.travel().to(moment, offset -> {});
        house.time().standAt(moment);
    }

    private Set<String> placesWhereInstancesWait() {
        return new TreeSet<>(house.jdbc().sql("""
                        select distinct d.key_ || '/' || e.act_id_ from act_ru_execution e
                        join act_re_procdef d on d.id_ = e.proc_def_id_ where e.act_id_ is not null""").query(String.class).list());
    }

    /** Wherever a shipped diagram lets an instance wait, but for the wait for a message that is sent at once. */
    private Set<String> waitsOfTheDiagrams() {
        Set<String> waits = new TreeSet<>();
        house.repository().createProcessDefinitionQuery().latestVersion().list().forEach(definition -> {
            BpmnModelInstance model = house.repository().getBpmnModelInstance(definition.getId());
            for (Class<? extends FlowNode> kind :
                    List.of(IntermediateCatchEvent.class, UserTask.class, EventBasedGateway.class)) {
                model.getModelElementsByType(kind).stream()
                        .filter(node -> node.getIncoming().stream()
                                .noneMatch(flow -> flow.getSource() instanceof EventBasedGateway))
                        .forEach(node -> waits.add(definition.getKey() + "/" + node.getId()));
            }
        });
        return waits;
    }
}
