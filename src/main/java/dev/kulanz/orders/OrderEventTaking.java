package dev.kulanz.orders;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.LockedBatches;
import dev.kulanz.cases.OverdueSweep;
import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.Creditors;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Ids;
import dev.kulanz.shared.Legible;
import dev.kulanz.shared.Refusal;
import dev.kulanz.shared.Said;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what is told of orders, each exactly once, and does at once what follows. */
@Component
class OrderEventTaking {

    private static final int LOCKED_AT_ONCE = 300;

    private final OrderEvents events;
    private final Creditors creditors;
    private final Cases cases;
    private final OverdueSweep overdue;
    private final LockedBatches batches;
    private final Journal journal;
    private final BusinessClock clock;

    OrderEventTaking(
            OrderEvents events,
            Creditors creditors,
            Cases cases,
            OverdueSweep overdue,
            LockedBatches batches,
            Journal journal,
            BusinessClock clock) {
        this.events = events;
        this.creditors = creditors;
        this.cases = cases;
        this.overdue = overdue;
        this.batches = batches;
        this.journal = journal;
        this.clock = clock;
    }

    /** What became of one that was told. */
    sealed interface Outcome {

        /** @param isNew false: the same was told before, and nothing was done */
        record Taken(OrderEvent event, boolean isNew) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    private record Key(String creditorId, String externalId) {
        static Key of(OrderEventOrder order) {
            return new Key(order.creditorId(), order.externalId());
        }
    }

    /**
     * Takes each of these that can be taken, whatever the others are about.
     *
     * @return what became of each, in the same order
     */
    @Transactional
    public List<Outcome> take(List<OrderEventOrder> orders, CreditorScope scope) {
        List<@Nullable Outcome> outcomes = new ArrayList<>(Collections.nCopies(orders.size(), null));
        Map<String, Boolean> known = new HashMap<>();
        for (int i = 0; i < orders.size(); i++) {
            String creditor = orders.get(i).creditorId();
            if (outcomes.get(i) == null && !known.computeIfAbsent(creditor, id -> isThere(id, scope))) {
                outcomes.set(i, new Outcome.Refused(unknownCreditor(creditor)));
            }
        }
        Items items = new Items(open(orders, outcomes));
        for (int i = 0; i < orders.size(); i++) {
            if (outcomes.get(i) == null && items.areOfAnother(orders.get(i))) {
                outcomes.set(i, new Outcome.Refused(anotherDebtor(orders.get(i))));
            }
        }
        keep(orders, outcomes, items);
        return outcomes.stream().map(Objects::requireNonNull).toList();
    }

    private static List<OrderEventOrder> open(List<OrderEventOrder> orders, List<@Nullable Outcome> outcomes) {
        List<OrderEventOrder> open = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            if (outcomes.get(i) == null) {
                open.add(orders.get(i));
            }
        }
        return open;
    }

    private void keep(List<OrderEventOrder> orders, List<@Nullable Outcome> outcomes, Items items) {
        Map<Key, OrderEvent> first = new TreeMap<>(Comparator.comparing(Key::creditorId)
                .thenComparing(
                        Key::externalId)); // whoever tells the same things at this moment takes them in this order, too
        open(orders, outcomes)
                .forEach(order -> first.computeIfAbsent(Key.of(order), key -> event(order, items.areKnown(order))));
        if (first.isEmpty()) {
            return;
        }
        Set<UUID> kept = events.insert(List.copyOf(first.values()));
        Map<Key, OrderEvent> told = events
                .told(
                        first.keySet().stream().map(Key::creditorId).toList(),
                        first.keySet().stream().map(Key::externalId).toList())
                .stream()
                .collect(Collectors.toMap(
                        event -> new Key(event.creditorId(), Objects.requireNonNull(event.externalId())),
                        event -> event));
        Set<Key> answered = new HashSet<>();
        for (int i = 0; i < orders.size(); i++) {
            if (outcomes.get(i) == null) {
                OrderEventOrder order = orders.get(i);
                OrderEvent event = Objects.requireNonNull(told.get(Key.of(order)));
                boolean isNew = kept.contains(event.id()) && answered.add(Key.of(order));
                outcomes.set(
                        i,
                        event.says(order) ? new Outcome.Taken(event, isNew) : new Outcome.Refused(otherContent(order)));
            }
        }
        List<OrderEvent> fresh = told.values().stream()
                .filter(event -> kept.contains(event.id()))
                .toList();
        journal.recordAll(fresh.stream().map(OrderEventTaking::happening).toList());
        look(items.accounts(fresh));
    }

    private OrderEvent event(OrderEventOrder order, boolean isKnown) {
        return new OrderEvent(
                Ids.next(),
                order.externalId(),
                order.creditorId(),
                order.debtorId(),
                order.invoiceId(),
                null,
                order.instalment(),
                order.kind(),
                order.occurredOn(),
                order.until(),
                order.reason(),
                isKnown,
                clock.instant());
    }

    /** What holds the items of these accounts is decided anew; what is held no longer enters its case. */
    private void look(Collection<UUID> accounts) {
        if (!accounts.isEmpty()) {
            cases.lock(accounts);
            overdue.run(accounts);
        }
    }

    /** Items have come of which something was told before: nobody who came at the same moment is missed. */
    public void meet() {
        batches.each(events.accountsNotMet(), LOCKED_AT_ONCE, overdue::run);
    }

    private boolean isThere(String creditorId, CreditorScope scope) {
        return scope.allows(creditorId) && creditors.find(creditorId).isPresent();
    }

    private static Refusal unknownCreditor(String creditorId) {
        return Refusal.unacceptable(
                "creditorId", Said.of("feed.creditor", "There is no creditor {0}.", Legible.quoted(creditorId)));
    }

    private static Refusal anotherDebtor(OrderEventOrder order) {
        return Refusal.unacceptable(
                "debtorId",
                Said.of(
                        "order.debtor",
                        "Invoice {0} is one of another debtor than {1}.",
                        Legible.quoted(order.invoiceId()),
                        Legible.quoted(String.valueOf(order.debtorId()))));
    }

    private static Refusal otherContent(OrderEventOrder order) {
        return Refusal.conflict(Said.of(
                "order.other-content",
                "Event “{0}” was told before with other content. Nothing was changed; a new event needs a new externalId.",
                order.externalId()));
    }

    private static Happening happening(OrderEvent event) {
        return Happening.of("OrderEventTaken")
                .creditor(event.creditorId())
                .with("event", event.kind().name())
                .with("invoiceId", event.invoiceId())
                .with("instalment", event.instalment())
                .with("occurredOn", event.occurredOn().toString())
                .with("code", event.reason());
    }

    /** What is here of the invoices that are named. */
    private final class Items {

        private final Map<Key, List<OrderEvents.Named>> byInvoice;

        Items(List<OrderEventOrder> orders) {
            this.byInvoice = orders.isEmpty()
                    ? Map.of()
                    : events
                            .items(
                                    orders.stream()
                                            .map(OrderEventOrder::creditorId)
                                            .toList(),
                                    orders.stream()
                                            .map(OrderEventOrder::invoiceId)
                                            .toList())
                            .stream()
                            .collect(Collectors.groupingBy(
                                    item -> new Key(item.creditorId(), item.invoiceId()),
                                    LinkedHashMap::new,
                                    Collectors.toList()));
        }

        private List<OrderEvents.Named> of(String creditorId, String invoiceId, @Nullable Integer part) {
            return byInvoice.getOrDefault(new Key(creditorId, invoiceId), List.of()).stream()
                    .filter(item -> part == null || part.equals(item.instalment()))
                    .toList();
        }

        boolean areKnown(OrderEventOrder order) {
            return !of(order.creditorId(), order.invoiceId(), order.instalment())
                    .isEmpty();
        }

        boolean areOfAnother(OrderEventOrder order) {
            List<OrderEvents.Named> all = of(order.creditorId(), order.invoiceId(), null);
            return order.debtorId() != null
                    && !all.isEmpty()
                    && all.stream().noneMatch(item -> item.debtorId().equals(order.debtorId()));
        }

        Set<UUID> accounts(List<OrderEvent> told) {
            return told.stream()
                    .flatMap(event -> of(event.creditorId(), event.invoiceId(), event.instalment()).stream())
                    .map(OrderEvents.Named::accountId)
                    .collect(Collectors.toSet());
        }
    }
}
