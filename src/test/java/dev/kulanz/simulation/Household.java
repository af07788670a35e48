package dev.kulanz.simulation;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.support.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A creditor who is in the house already: his debtors live on, his clerks work, and what must hold is watched. */
final class Household {

    private final Stories house;
    private final String creditorId;
    private final List<Inhabitant> town;
    private final Life life;
    private final Clerks clerks;
    private final DailyCheck daily;
    private final FinalCheck last;

    Household(Stories house, String creditorId, Scenario scenario) {
        this.house = house;
        this.creditorId = creditorId;
        Residents residents = new Residents(house.jdbc(), creditorId, scenario);
        Tally tally = residents.accounts();
        this.town = residents.inhabitants();
        this.life = new Life(
                house,
                house.returns(),
                creditorId,
                scenario,
                tally,
                new DueDates(house.jdbc(), house.clock()),
                new PersonsRecord(house.jdbc(), house.clock(), creditorId));
        this.clerks = new Clerks(house.jdbc(), house.port(), creditorId, scenario);
        this.daily = new DailyCheck(house.jdbc(), house.clock(), creditorId);
        this.last = new FinalCheck(house, creditorId, tally);
    }

    void liveAndWork(LocalDate day) {
        if (day.getDayOfMonth() % 5 == 0) {
            town.forEach(debtor -> life.answersThePhone(debtor, day));
        }
        Map<String, List<DunningCase>> cases = cases();
        town.forEach(debtor -> life.turn(debtor, cases.getOrDefault(debtor.id(), List.of()), day, "noon"));
        clerks.work(day);
    }

    private Map<String, List<DunningCase>> cases() {
        Map<String, DunningCase> byNumber = house
                .jdbc()
                .sql("select * from dunning_case where creditor_id = :creditor")
                .param("creditor", creditorId)
                .query(DunningCase.class)
                .list()
                .stream()
                .collect(Collectors.toMap(DunningCase::number, Function.identity()));
        record Whose(String debtor, String number) {}
        return house.jdbc().sql("""
                        select d.external_id as debtor, k.number from dunning_case k join debtor d on d.id = k.debtor_id
                        where k.creditor_id = :creditor order by k.currency, k.opened_at""").param("creditor", creditorId).query(Whose.class).list().stream()
                .collect(Collectors.groupingBy(
                        Whose::debtor, Collectors.mapping(one -> byNumber.get(one.number()), Collectors.toList())));
    }

    /** What is wrong at the end of a day. */
    List<Violation> wrongToday() {
        return daily.violations();
    }

    /** What is wrong with all that was ever sent and booked. */
    List<Violation> wrongAtAll() {
        return last.violations();
    }

    @Override
    public String toString() {
        return creditorId + " " + life.done() + " " + clerks.done();
    }
}
