package dev.kulanz.simulation;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.payments.PaymentReturns;
import dev.kulanz.simulation.Inhabitant.Invoice;
import dev.kulanz.support.Stories;
import dev.kulanz.support.Story;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lets a town live for a while, and watches what the house does. */
final class Simulation {

    /** Seconds at which nothing of the house is due, so that it is clear what came first. */
    private static final List<LocalTime> TURNS =
            List.of(LocalTime.of(7, 59, 59), LocalTime.of(11, 23, 17), LocalTime.of(16, 41, 9));

    /** Then it is no use to go on. */
    private static final int ENOUGH = 40;

    private final Stories house;
    private final Scenario scenario;
    private final Story story;
    private final List<Inhabitant> town;
    private final Tally tally = new Tally();
    private final DueDates dueDates;
    private final PersonsRecord persons;
    private final Life life;
    private final Clerks clerks;
    private final DailyCheck daily;
    private final FinalCheck last;
    private final Map<String, Violation> violations = new LinkedHashMap<>();

    Simulation(Stories house, PaymentReturns returns, int port, Scenario scenario) {
        this.house = house;
        this.scenario = scenario;
        this.story = house.beginAt(scenario.begin() + "T04:00").namesItsAddress(3, 3);
        this.town = new Town(scenario, story.creditorId()).inhabitants();
        this.dueDates = new DueDates(house.jdbc(), house.clock());
        this.persons = new PersonsRecord(house.jdbc(), house.clock(), story.creditorId());
        this.life = new Life(house, returns, story.creditorId(), scenario, tally, dueDates, persons);
        this.clerks = new Clerks(house.jdbc(), port, story.creditorId(), scenario);
        this.daily = new DailyCheck(house.jdbc(), house.clock(), story.creditorId());
        this.last = new FinalCheck(house, story.creditorId(), tally);
    }

    List<Violation> run() {
        long started = System.nanoTime();
        try (story) {
            for (int day = 0; day < scenario.days() && violations.size() < ENOUGH; day++) {
                live(day);
            }
            note(last.violations());
            note(life.missing());
            new Summary(house.jdbc(), story.creditorId(), scenario, life, clerks).print(started);
            new Report(house, scenario).print(List.copyOf(violations.values()));
        }
        return List.copyOf(violations.values());
    }

    /** What stays wrong is told once. */
    private void note(List<Violation> found) {
        found.forEach(one -> violations.putIfAbsent(one.rule() + one.caseNumber() + one.at(), one));
    }

    private void live(int dayOfRun) {
        LocalDate day = scenario.begin().plusDays(dayOfRun);
        arriveFiles(dayOfRun);
        if (dayOfRun % 5 == 0) {
            town.forEach(debtor -> life.answersThePhone(debtor, day));
        }
        for (LocalTime turn : TURNS) {
            story.until(day.atTime(turn).toString());
            story.standAt(day.atTime(turn.plusSeconds(1)).toString());
            Map<String, List<DunningCase>> cases = cases();
            town.forEach(debtor -> life.turn(debtor, cases.getOrDefault(debtor.id(), List.of()), day, turn.toString()));
        }
        clerks.work(day);
        story.until(day + "T22:00");
        note(daily.violations());
    }

    private void arriveFiles(int day) {
        CreditorFile file = new CreditorFile(tally, dueDates, persons);
        for (Inhabitant debtor : town) {
            for (Invoice invoice : debtor.invoices()) {
                if (invoice.named() == day) {
                    file.name(debtor, invoice, invoice.amount());
                }
            }
        }
        file.isImportedBy(house.imports());
    }

    private Map<String, List<DunningCase>> cases() {
        Map<java.util.UUID, String> names = new HashMap<>();
        house.jdbc()
                .sql("select id, external_id from debtor where creditor_id = :creditor")
                .param("creditor", story.creditorId())
                .query(row -> {
                    names.put(row.getObject(1, java.util.UUID.class), row.getString(2));
                });
        return house
                .jdbc()
                .sql("select * from dunning_case where creditor_id = :creditor order by currency, opened_at")
                .param("creditor", story.creditorId())
                .query(DunningCase.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(of -> String.valueOf(names.get(of.debtorId()))));
    }
}
