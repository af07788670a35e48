package dev.kulanz.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KulanzTest
class StockAndFlowTests {

    private static final LocalDate THIS_MONDAY = LocalDate.parse("2026-11-16");

    @Autowired
    private StockAndFlow stock;

    @Autowired
    private JdbcClient jdbc;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-20T12:00"); // a Friday

    private StockHistory history;

    @BeforeEach
    void begin() {
        history = new StockHistory(jdbc, story.creditorId());
    }

    @Test
    void tellsWhatCameWhatWentAndWhatIsLeft() {
        var one = history.opened("2026-11-03T08:00").owes("100.00", "2026-11-03T08:00");
        one.at("2026-11-10T09:00").books("PAYMENT", "-30.00", "BANK");
        one.at("2026-11-12T09:00").moves("OPEN", "friendly-reminder");
        one.at("2026-11-17T09:00").books("PAYMENT", "-70.00", "BANK");
        one.at("2026-11-17T09:00").moves("SETTLED", "friendly-reminder");
        one.at("2026-11-18T09:00").books("PAYMENT", "70.00", "RETURN");
        one.at("2026-11-18T09:00").moves("OPEN", "friendly-reminder");
        one.at("2026-11-19T09:00").moves("HANDED_OVER", "friendly-reminder");

        assertThat(told(THIS_MONDAY.minusWeeks(2))).containsExactly("none: 0 0 + NEW 1 100.00 = 1 100.00");
        assertThat(told(THIS_MONDAY.minusWeeks(1)))
                .containsExactly(
                        "none: 1 100.00 + PAID 0 -30.00 + TO_OTHER_STEPS -1 -70.00 = 0 0.00",
                        "friendly-reminder: 0 0 + FROM_OTHER_STEPS 1 70.00 = 1 70.00");
        assertThat(told(THIS_MONDAY))
                .containsExactly("friendly-reminder: 1 70.00 + RETURNED 1 70.00 + PAID -1 -70.00"
                        + " + HANDED_OVER -1 -70.00 = 0 0.00");
    }

    @Test
    void countsAWriteOffAsSuchHoweverItsBookingsAreOrdered() {
        var one = history.opened("2026-11-16T08:00").owes("40.00", "2026-11-16T08:00");
        one.at("2026-11-17T08:00").moves("WRITTEN_OFF", null);
        one.at("2026-11-17T08:01").books("WRITE_OFF", "-40.00", "WRITE_OFF");
        var other = history.opened("2026-11-16T08:00").owes("25.00", "2026-11-16T08:00");
        other.at("2026-11-17T08:00").books("WRITE_OFF", "-25.00", "WRITE_OFF");
        other.at("2026-11-17T08:00").moves("WRITTEN_OFF", null);

        assertThat(told(THIS_MONDAY)).containsExactly("none: 0 0 + NEW 2 65.00 + WRITTEN_OFF -2 -65.00 = 0 0.00");
    }

    @Test
    void countsAnItemThatJoinsAndOneThatIsClearedElsewhere() {
        var one = history.opened("2026-11-09T08:00").owes("40.00", "2026-11-09T08:00");
        one.owes("60.00", "2026-11-16T08:00");
        one.at("2026-11-17T08:00").books("CLEARED_ELSEWHERE", "-40.00", "IMPORT");

        assertThat(told(THIS_MONDAY)).containsExactly("none: 1 40.00 + NEW 0 60.00 + WAIVED 0 -40.00 = 1 60.00");
    }

    @RepeatedTest(3)
    void addsUpWhateverHappened() {
        long seed = ThreadLocalRandom.current().nextLong();
        history.invent(new Random(seed), 60);

        List<StockWeek> weeks = stock.weeks(CreditorScope.ALL, story.creditorId(), 12);

        assertThat(weeks).as("seed " + seed).hasSizeGreaterThanOrEqualTo(12);
        for (StockWeek week : weeks) {
            Instant end =
                    week.monday().plusWeeks(1).atStartOfDay(BusinessClock.ZONE).toInstant();
            assertThat(closing(week))
                    .as("seed %d, %s in the week of %s", seed, week.currency(), week.monday())
                    .isEqualTo(history.stockBefore(end, week.currency()));
            assertThat(week.lines()).allSatisfy(line -> assertThat(sum(line)).isEqualTo(line.closing()));
            assertThat(week.total().of(Flow.FROM_OTHER_STEPS))
                    .isEqualTo(negated(week.total().of(Flow.TO_OTHER_STEPS)));
        }
    }

    @Test
    void showsNobodyTheStockOfOthers() {
        history.opened("2026-11-16T08:00").owes("40.00", "2026-11-16T08:00");

        assertThat(stock.weeks(new CreditorScope(false, Set.of("another")), story.creditorId(), 12))
                .isEmpty();
        assertThat(stock.weeks(new CreditorScope(false, Set.of(story.creditorId())), null, 12))
                .isNotEmpty();
    }

    private static Quantity sum(StockLine line) {
        return java.util.Arrays.stream(Flow.values()).map(line::of).reduce(line.opening(), Quantity::plus);
    }

    private static Quantity negated(Quantity some) {
        return new Quantity(-some.cases(), some.amount().negate());
    }

    /** Step → cases and amount; without what is nothing. */
    private static Map<String, String> closing(StockWeek week) {
        Map<String, String> told = new HashMap<>();
        week.lines().stream()
                .filter(line -> !line.closing().isNone())
                .forEach(line -> told.put(line.step(), StockHistory.told(line.closing())));
        return told;
    }

    private List<String> told(LocalDate monday) {
        return stock.weeks(CreditorScope.ALL, story.creditorId(), 12).stream()
                .filter(week -> week.monday().equals(monday))
                .flatMap(week -> week.lines().stream())
                .map(StockAndFlowTests::told)
                .toList();
    }

    private static String told(StockLine line) {
        String flows = java.util.Arrays.stream(Flow.values())
                .filter(flow -> !line.of(flow).isNone())
                .map(flow -> "%s %d %s"
                        .formatted(flow, line.of(flow).cases(), line.of(flow).amount()))
                .collect(Collectors.joining(" + "));
        return "%s: %s%s = %s"
                .formatted(
                        line.step(),
                        plain(line.opening()),
                        flows.isEmpty() ? "" : " + " + flows,
                        plain(line.closing()));
    }

    private static String plain(Quantity some) {
        BigDecimal amount = some.amount();
        return some.cases() + " " + amount;
    }
}
