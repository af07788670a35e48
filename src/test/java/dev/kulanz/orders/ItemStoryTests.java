package dev.kulanz.orders;

import static dev.kulanz.orders.OrderEventKind.CANCELLED;
import static dev.kulanz.orders.OrderEventKind.DEBIT_PRESENTED;
import static dev.kulanz.orders.OrderEventKind.DEBIT_RETURNED;
import static dev.kulanz.orders.OrderEventKind.DELIVERED;
import static dev.kulanz.orders.OrderEventKind.MANDATE_REVOKED;
import static dev.kulanz.orders.OrderEventKind.NOT_DELIVERED;
import static dev.kulanz.orders.OrderEventKind.RETURN_ANNOUNCED;
import static dev.kulanz.orders.OrderEventKind.RETURN_RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.shared.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds an item, from all that is known of its order. */
class ItemStoryTests {

    private static final BusinessCalendar CALENDAR = new BusinessCalendar();
    private static final LocalDate DUE = LocalDate.parse("2026-10-30"); // a Friday
    private static final LocalDate TODAY = LocalDate.parse("2026-11-10");

    private static OrderEvent event(OrderEventKind kind, String day) {
        return event(kind, day, null, null);
    }

    private static OrderEvent event(OrderEventKind kind, String day, @Nullable String until, @Nullable String reason) {
        return new OrderEvent(
                UUID.randomUUID(),
                "E",
                "acme",
                null,
                "R-1",
                null,
                null,
                kind,
                LocalDate.parse(day),
                until == null ? null : LocalDate.parse(until),
                reason,
                true,
                Instant.parse("2026-11-10T08:00:00Z"));
    }

    private static List<String> holds(boolean mandate, @Nullable String credited, OrderEvent... events) {
        return holds(mandate, 8, credited, List.of(events));
    }

    private static List<String> holds(
            boolean mandate, int debitDays, @Nullable String credited, List<OrderEvent> events) {
        return new ItemStory(DUE, mandate, credited == null ? null : LocalDate.parse(credited), events)
                .holds(debitDays, TODAY, CALENDAR).stream()
                        .map(hold -> hold.reason()
                                + (hold.until() == null ? "" : " until " + hold.until())
                                + (hold.lookOn() == null ? "" : " looked at on " + hold.lookOn()))
                        .toList();
    }

    @Test
    void anItemOfWhichNothingIsKnownIsHeldByNothing() {
        assertThat(holds(false, null)).isEmpty();
    }

    /** The 8th bank day after the 30 October is the 11 November. */
    @Test
    void aMandateHoldsUntilADebitCanNoLongerComeBackAndSomebodyLooks() {
        assertThat(holds(true, null)).containsExactly("DIRECT_DEBIT looked at on 2026-11-12");
        assertThat(holds(true, 0, null, List.of())).isEmpty();
    }

    /** Due on a Saturday it is collected on Monday. */
    @Test
    void aDebitIsCollectedOnABankDay() {
        assertThat(new ItemStory(LocalDate.parse("2026-10-31"), true, null, List.of()).holds(1, TODAY, CALENDAR))
                .singleElement()
                .satisfies(hold -> assertThat(hold.lookOn()).isEqualTo("2026-11-04"));
    }

    @Test
    void aPresentedDebitHoldsWithAMandateOrWithout() {
        OrderEvent presented = event(DEBIT_PRESENTED, "2026-11-09");
        assertThat(holds(false, null, presented)).containsExactly("DIRECT_DEBIT looked at on 2026-11-20");
        assertThat(holds(false, 0, null, List.of(presented))).containsExactly("DIRECT_DEBIT looked at on 2026-11-20");
    }

    /** Presented before the due date it is looked at when there is something to be asked for. */
    @Test
    void aDebitThatWasPresentedEarlyIsNotLookedAtBeforeTheDueDate() {
        assertThat(holds(true, null, event(DEBIT_PRESENTED, "2026-10-01")))
                .containsExactly("DIRECT_DEBIT looked at on 2026-10-31");
    }

    @Test
    void aReturnedDebitOrARevokedMandateHoldsNothing() {
        assertThat(holds(true, null, event(DEBIT_RETURNED, "2026-11-05", null, "AM04")))
                .isEmpty();
        assertThat(holds(true, null, event(DEBIT_RETURNED, "2026-11-05"))).isEmpty();
        assertThat(holds(true, null, event(MANDATE_REVOKED, "2026-11-05"))).isEmpty();
    }

    /** A shop revokes the mandate of whoever died or objected; that is no reason to ask for it. */
    @Test
    void anObjectionIsLookedAtWhateverCameAfterIt() {
        OrderEvent objection = event(DEBIT_RETURNED, "2026-11-05", null, "MD07");
        assertThat(holds(true, null, objection, event(MANDATE_REVOKED, "2026-11-05")))
                .containsExactly("DIRECT_DEBIT looked at on 2026-11-05");
        assertThat(holds(true, null, objection, event(DEBIT_RETURNED, "2026-11-06")))
                .containsExactly("DIRECT_DEBIT looked at on 2026-11-05");
    }

    @Test
    void goodsThatAreHereAreLookedAtAlsoWhenMoreIsAnnounced() {
        assertThat(holds(
                        false,
                        null,
                        event(RETURN_RECEIVED, "2026-11-02"),
                        event(RETURN_ANNOUNCED, "2026-11-04", "2026-11-09", null)))
                .containsExactly("RETURN_RECEIVED looked at on 2026-11-17");
        assertThat(holds(
                        false,
                        "2026-11-03",
                        event(RETURN_RECEIVED, "2026-11-02"),
                        event(RETURN_ANNOUNCED, "2026-11-04")))
                .containsExactly("RETURN_ANNOUNCED until 2026-11-25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD06", "MS02", "MD07"})
    void aDebitToWhichTheDebtorObjectsIsLookedAtAtOnce(String reason) {
        assertThat(holds(true, null, event(DEBIT_RETURNED, "2026-11-05", null, reason)))
                .containsExactly("DIRECT_DEBIT looked at on 2026-11-05");
    }

    @Test
    void aDebitThatIsPresentedAgainIsAwaitedAgain() {
        assertThat(holds(
                        true,
                        null,
                        event(DEBIT_PRESENTED, "2026-11-09"),
                        event(DEBIT_RETURNED, "2026-11-05", null, "AM04")))
                .containsExactly("DIRECT_DEBIT looked at on 2026-11-20");
    }

    @Test
    void anAnnouncedReturnEndsByItself() {
        assertThat(holds(false, null, event(RETURN_ANNOUNCED, "2026-11-01")))
                .containsExactly("RETURN_ANNOUNCED until 2026-11-22");
        assertThat(holds(false, null, event(RETURN_ANNOUNCED, "2026-10-01"))).isEmpty();
        assertThat(holds(false, null, event(RETURN_ANNOUNCED, "2026-11-01", "2026-11-10", null)))
                .containsExactly("RETURN_ANNOUNCED until 2026-11-10");
    }

    @Test
    void aReceivedReturnIsLookedAtUnlessItIsCredited() {
        OrderEvent announced = event(RETURN_ANNOUNCED, "2026-11-01");
        OrderEvent received = event(RETURN_RECEIVED, "2026-11-05");
        assertThat(holds(false, null, received, announced)).containsExactly("RETURN_RECEIVED looked at on 2026-11-20");
        assertThat(holds(false, "2026-11-04", received))
                .as("a credit before it is about something else")
                .containsExactly("RETURN_RECEIVED looked at on 2026-11-20");
        assertThat(holds(false, "2026-11-05", received, announced)).isEmpty();
    }

    @Test
    void aSecondReturnIsAnnouncedAfterTheFirstCameBack() {
        assertThat(holds(false, null, event(RETURN_RECEIVED, "2026-11-05"), event(RETURN_ANNOUNCED, "2026-11-08")))
                .containsExactly("RETURN_RECEIVED looked at on 2026-11-20", "RETURN_ANNOUNCED until 2026-11-29");
    }

    @Test
    void whatWasNotDeliveredIsHeldUntilItIs() {
        OrderEvent missing = event(NOT_DELIVERED, "2026-11-05");
        assertThat(holds(false, "2026-11-06", missing)).containsExactly("NOT_DELIVERED looked at on 2026-11-20");
        assertThat(holds(false, null, missing, event(DELIVERED, "2026-11-05"))).isEmpty();
        assertThat(holds(false, null, missing, event(DELIVERED, "2026-11-04")))
                .containsExactly("NOT_DELIVERED looked at on 2026-11-20");
    }

    @Test
    void aCancelledOrderIsHeldUntilItIsCredited() {
        assertThat(holds(false, null, event(CANCELLED, "2026-11-05")))
                .containsExactly("CANCELLED looked at on 2026-11-20");
        assertThat(holds(false, "2026-11-09", event(CANCELLED, "2026-11-05"))).isEmpty();
    }

    @Test
    void eachMatterHoldsByItself() {
        assertThat(holds(true, null, event(CANCELLED, "2026-11-05"), event(NOT_DELIVERED, "2026-11-01")))
                .containsExactly(
                        "DIRECT_DEBIT looked at on 2026-11-12",
                        "NOT_DELIVERED looked at on 2026-11-16",
                        "CANCELLED looked at on 2026-11-20");
    }

    /** Messages overtake each other. */
    @Test
    void itDoesNotMatterInWhichOrderItIsTold() {
        List<OrderEvent> all = new ArrayList<>(List.of(
                event(DEBIT_PRESENTED, "2026-11-02"),
                event(DEBIT_RETURNED, "2026-11-04", null, "AM04"),
                event(DEBIT_PRESENTED, "2026-11-09"),
                event(RETURN_ANNOUNCED, "2026-11-05"),
                event(RETURN_RECEIVED, "2026-11-08"),
                event(NOT_DELIVERED, "2026-11-02"),
                event(DELIVERED, "2026-11-03")));
        List<String> expected = holds(true, 8, null, all);
        assertThat(expected).hasSize(2);
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(all, random);
            assertThat(holds(true, 8, null, all)).isEqualTo(expected);
        }
    }
}
