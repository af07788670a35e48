package dev.kulanz.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.Browser;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Stories;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Data that the version before wrote go on here: cases at every wait of every diagram, with open tasks, promises, blocks and
 * hand-overs, live for two months more while debtors pay and promise and people work on them.
 */
@KulanzTest
@Import(FolderBefore.class)
class UpgradeTests {

    private static final Scenario SCENARIO = new Scenario(7, 0, 60, null);

    /** At a second at which nothing of the house is due, so that it is clear what came first. */
    private static final LocalTime TURN = LocalTime.of(11, 23, 17);

    @Autowired
    private Stories house;

    @Test
    void goesOnWithTheDataOfTheVersionBefore() {
        Waits waits = new Waits(house.repository(), house.jdbc());
        assertThat(waits.taken()).as("where the version before left instances").containsAll(waits.possible());
        Instant written = house.jdbc()
                .sql("select max(happened_at) from journal")
                .query((row, index) -> row.getTimestamp(1).toInstant())
                .single();
        house.time().standAt(written);
        opensEachPage();
        List<Household> households = households();
        assertThat(live(LocalDate.ofInstant(written, BusinessClock.ZONE), households))
                .as("what is wrong that was not so before; %s", households)
                .isEmpty();
        assertThat(house.jdbc()
                        .sql("select count(*) from contact where sent_at > :written")
                        .param("written", Timestamp.from(written))
                        .query(Long.class)
                        .single())
                .as("messages of these two months")
                .isGreaterThan(50);
        opensEachPage();
    }

    @AfterEach
    void givesTimeBack() {
        house.time().follow(Duration.ZERO);
    }

    private List<Household> households() {
        recordsAsTheyAre();
        return house
                .jdbc()
                .sql("select distinct creditor_id from dunning_case order by 1")
                .query(String.class)
                .list()
                .stream()
                .map(creditor -> new Household(house, creditor, SCENARIO))
                .toList();
    }

    private List<Violation> live(LocalDate first, List<Household> households) {
        List<Violation> before = wrongAtAll(households);
        Map<String, Violation> found = new LinkedHashMap<>();
        for (int day = 1; day <= SCENARIO.days(); day++) {
            LocalDate today = first.plusDays(day);
            goTo(today.atTime(TURN));
            house.time().standAt(berlin(today.atTime(TURN.plusSeconds(1))));
            households.forEach(one -> one.liveAndWork(today));
            goTo(today.atTime(22, 0));
            households.forEach(one -> note(found, one.wrongToday()));
        }
        // what broke a rule that was none yet when it happened is no fault of this version
        List<Violation> broken = wrongAtAll(households);
        broken.removeAll(before);
        note(found, broken);
        return List.copyOf(found.values());
    }

    private static List<Violation> wrongAtAll(List<Household> households) {
        List<Violation> wrong = new ArrayList<>();
        households.forEach(one -> wrong.addAll(one.wrongAtAll()));
        return wrong;
    }

    /** What stays wrong is told once. */
    private static void note(Map<String, Violation> found, List<Violation> wrong) {
        wrong.forEach(one -> found.putIfAbsent(one.rule() + one.caseNumber() + one.at(), one));
    }

    /** The desk, and the file of one case at each place. */
    private void opensEachPage() {
        List<String> pages =
                new ArrayList<>(List.of("/", "/cases", "/outbox", "/stock", "/ladder", "/incidents", "/import"));
        pages.addAll(house.jdbc().sql("""
                        select '/cases/' || min(k.number) from dunning_case k
                        left join act_ru_execution p on p.business_key_ = k.number
                        left join act_ru_execution e on e.root_proc_inst_id_ = p.id_ and e.act_id_ is not null
                        group by k.status, k.currency, e.act_id_""").query(String.class).list());
        Browser owner = Browser.loggedIn(house.port(), "owner");
        assertThat(pages)
                .allSatisfy(page ->
                        assertThat(owner.get(page).statusCode()).as(page).isEqualTo(200));
    }

    /** For the rules, which believe their own record. */
    private void recordsAsTheyAre() {
        new DueDates(house.jdbc(), house.clock());
        house.jdbc().sql("""
                        insert into simulated_due_date (item, due_date, since)
                        select invoice_id || '/' || coalesce(given_instalment, instalment), due_date, '-infinity' from open_item""").update();
        new PersonsRecord(house.jdbc(), house.clock(), "");
        house.jdbc().sql("""
                        insert into simulated_person (creditor_id, debtor, reason, since, until_date)
                        select d.creditor_id, d.external_id, b.reason, b.from_at, b.until_date
                        from person_block b join debtor d on d.id = b.debtor_id where b.lifted_at is null""").update();
    }

    private void goTo(LocalDateTime moment) {
        house.travel().to(berlin(moment), offset -> {});
        house.time().standAt(berlin(moment));
    }

    private static Instant berlin(LocalDateTime moment) {
        return moment.atZone(BusinessClock.ZONE).toInstant();
    }
}
