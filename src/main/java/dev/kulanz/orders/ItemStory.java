package dev.kulanz.orders;

import dev.kulanz.orders.OrderEventKind.Matter;
import dev.kulanz.receivables.ItemHold;
import dev.kulanz.shared.BusinessCalendar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of the order behind an item, in whatever order it came, and what holds the item therefore. Of each matter its
 * last event counts, by the day on which it happened; and what a person is to look at, until he has.
 *
 * @param hasMandate a debit is expected, though nothing was told of one
 * @param creditedOn when it was last credited or lowered; null: never
 */
record ItemStory(
        LocalDate dueDate, boolean hasMandate, @Nullable LocalDate creditedOn, List<OrderEvent> events) {

    /** Two weeks to send it back (§ 355 III, § 357 BGB), and a week on the way. */
    static final int RETURN_DAYS = 21;

    /** Within these a creditor pays back what came back (§ 357 I BGB). */
    static final int CREDIT_DAYS = 14;

    static final int DELIVERY_DAYS = 14;

    /** Where mandates are not read and a debit is presented all the same. */
    private static final int USUAL_DEBIT_DAYS = 8;

    /** The debtor objected, or is dead: nobody asks for it before a person has looked. */
    private static final Set<String> OBJECTIONS = Set.of("MD06", "MS02", "MD07");

    private static final Comparator<OrderEvent> AS_IT_HAPPENED = Comparator.comparing(OrderEvent::occurredOn)
            .thenComparing(OrderEvent::kind)
            .thenComparing(OrderEvent::receivedAt)
            .thenComparing(OrderEvent::id);

    /**
     * What is to hold the item.
     *
     * @param about null: its mandate
     * @param until null: it does not end by itself
     * @param lookOn null: it ends by itself
     */
    record Hold(
            ItemHold.Reason reason,
            @Nullable UUID about,
            @Nullable LocalDate until,
            @Nullable LocalDate lookOn) {

        private static Hold ending(ItemHold.Reason reason, OrderEvent event, int days) {
            LocalDate until = event.until() == null ? event.occurredOn().plusDays(days) : event.until();
            return new Hold(reason, event.id(), until, null);
        }

        private static Hold lookedAt(ItemHold.Reason reason, OrderEvent event, LocalDate lastDay) {
            LocalDate last = event.until() == null ? lastDay : event.until();
            return new Hold(reason, event.id(), null, last.plusDays(1));
        }
    }

    /**
     * What holds the item on this day; what would have ended before it holds no longer.
     *
     * @param debitBankDays for so many of them after its day a debit may still come back; 0: mandates are not read
     */
    List<Hold> holds(int debitBankDays, LocalDate today, BusinessCalendar calendar) {
        return Arrays.stream(Matter.values())
                .flatMap(matter -> holds(matter, debitBankDays, calendar))
                .filter(hold -> hold.until() == null || !hold.until().isBefore(today))
                .toList();
    }

    /** Also what came before the last event holds, if a person is to look at it: an objection, goods that are here. */
    private Stream<Hold> holds(Matter matter, int debitBankDays, BusinessCalendar calendar) {
        Optional<OrderEvent> last = last(matter, event -> true);
        if (last.isEmpty()) {
            return matter == Matter.DEBIT && hasMandate && debitBankDays > 0
                    ? Stream.of(new Hold(
                            ItemHold.Reason.DIRECT_DEBIT,
                            null,
                            null,
                            endOfDebit(dueDate, debitBankDays, calendar).plusDays(1)))
                    : Stream.empty();
        }
        int bankDays = debitBankDays == 0 ? USUAL_DEBIT_DAYS : debitBankDays;
        return Stream.of(last(matter, ItemStory::isLookedAt), last)
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(event -> hold(event, bankDays, calendar).stream());
    }

    private Optional<OrderEvent> last(Matter matter, Predicate<OrderEvent> which) {
        return events.stream()
                .filter(event -> event.kind().matter() == matter)
                .filter(which)
                .max(AS_IT_HAPPENED);
    }

    private static boolean isLookedAt(OrderEvent event) {
        return event.kind() == OrderEventKind.RETURN_RECEIVED || isObjection(event);
    }

    private static boolean isObjection(OrderEvent event) {
        return event.kind() == OrderEventKind.DEBIT_RETURNED
                && event.reason() != null
                && OBJECTIONS.contains(event.reason());
    }

    private Optional<Hold> hold(OrderEvent event, int debitBankDays, BusinessCalendar calendar) {
        LocalDate day = event.occurredOn();
        return switch (event.kind()) {
            case DEBIT_PRESENTED ->
                Optional.of(Hold.lookedAt(
                        ItemHold.Reason.DIRECT_DEBIT,
                        event,
                        Stream.of(endOfDebit(day, debitBankDays, calendar), dueDate)
                                .max(Comparator.naturalOrder())
                                .get()));
            case DEBIT_RETURNED ->
                isObjection(event)
                        ? Optional.of(new Hold(ItemHold.Reason.DIRECT_DEBIT, event.id(), null, day))
                        : Optional.empty();
            case RETURN_ANNOUNCED ->
                unlessCredited(event, Hold.ending(ItemHold.Reason.RETURN_ANNOUNCED, event, RETURN_DAYS));
            case RETURN_RECEIVED ->
                unlessCredited(event, Hold.lookedAt(ItemHold.Reason.RETURN_RECEIVED, event, day.plusDays(CREDIT_DAYS)));
            case NOT_DELIVERED ->
                Optional.of(Hold.lookedAt(ItemHold.Reason.NOT_DELIVERED, event, day.plusDays(DELIVERY_DAYS)));
            case CANCELLED ->
                unlessCredited(event, Hold.lookedAt(ItemHold.Reason.CANCELLED, event, day.plusDays(CREDIT_DAYS)));
            case MANDATE_REVOKED, DELIVERED -> Optional.empty();
        };
    }

    /** Once something was credited since, the rest is owed. */
    private Optional<Hold> unlessCredited(OrderEvent event, Hold hold) {
        return creditedOn != null && !creditedOn.isBefore(event.occurredOn()) ? Optional.empty() : Optional.of(hold);
    }

    /** Collected on a day, or on the next bank day, it may come back for so many of them. */
    private static LocalDate endOfDebit(LocalDate collected, int bankDays, BusinessCalendar calendar) {
        return calendar.plusBankDays(calendar.plusBankDays(collected.minusDays(1), 1), bankDays);
    }
}
