package dev.kulanz.cases;

import dev.kulanz.journal.Happening;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.ItemHold;
import dev.kulanz.receivables.ItemHolds;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells cases what holds their items. It is kept with the item, which may be in no case; the caller holds the locks of the
 * accounts.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ItemCases {

    private static final String LOOK = "%1$s (%2$s): please look / bitte ansehen";

    private final JdbcClient jdbc;
    private final ItemHolds holds;
    private final FollowUps followUps;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    ItemCases(
            JdbcClient jdbc, ItemHolds holds, FollowUps followUps, Journal journal, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.holds = holds;
        this.followUps = followUps;
        this.journal = journal;
        this.events = events;
    }

    private record Place(
            UUID itemId,
            String creditorId,
            UUID debtorId,
            String invoiceId,
            @Nullable DunningCase in) {}

    /** These items are held by what is wanted, and by nothing else; their cases hear what is new and what is over. */
    public void set(Collection<UUID> itemIds, List<ItemHolds.Wanted> wanted) {
        ItemHolds.Changed changed = holds.set(itemIds, wanted);
        Map<UUID, Place> places = places(Stream.concat(changed.placed().stream(), changed.lifted().stream()));
        tellLifted(changed.lifted(), places);
        tellPlaced(changed.placed(), places);
    }

    /** Nothing of this holds any more. */
    public void lift(Collection<UUID> holdIds) {
        List<ItemHold> lifted = holds.lift(holdIds);
        tellLifted(lifted, places(lifted.stream()));
    }

    /** A person looks on another day at what holds an item. */
    public void lookOn(UUID holdId, LocalDate day) {
        holds.lookOn(holdId, day);
    }

    /** The cases at whose items a person is to look from today on have a follow-up. */
    public void askToLook() {
        List<ItemHold> due = holds.askedToLook();
        while (!due.isEmpty()) {
            askToLook(due, places(due.stream()));
            due = holds.askedToLook();
        }
    }

    private void askToLook(List<ItemHold> due, Map<UUID, Place> places) {
        followUps.askToLook(due.stream()
                .map(hold -> Map.entry(hold, at(hold, places)))
                .filter(one -> one.getValue().in() != null)
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.getValue().in()).id(),
                        Collectors.mapping(
                                one -> LOOK.formatted(
                                        one.getKey().reason(), one.getValue().invoiceId()),
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(TreeSet::new),
                                        all -> all.stream().limit(3).collect(Collectors.joining(" · ")))))));
    }

    private void tellPlaced(List<ItemHold> placed, Map<UUID, Place> places) {
        journal.recordAll(placed.stream()
                .map(hold -> about("BlockPlaced", hold, places)
                        .with("until", Objects.toString(hold.until(), null))
                        .with("lookOn", Objects.toString(hold.lookOn(), null)))
                .toList());
        open(placed, places).forEach((hold, of) -> events.publishEvent(new BlockPlaced(of, block(hold, of))));
        askToLook(
                placed.stream()
                        .filter(hold -> isAtAgency(at(hold, places).in()))
                        .toList(),
                places); // the agency does not know it yet
    }

    private static boolean isAtAgency(@Nullable DunningCase of) {
        return of != null && of.status() == DunningCase.Status.HANDED_OVER;
    }

    private void tellLifted(List<ItemHold> lifted, Map<UUID, Place> places) {
        journal.recordAll(
                lifted.stream().map(hold -> about("BlockLifted", hold, places)).toList());
        open(lifted, places).forEach((hold, of) -> events.publishEvent(new BlockLifted(of, block(hold, of))));
    }

    private static Map<ItemHold, DunningCase> open(List<ItemHold> some, Map<UUID, Place> places) {
        Map<ItemHold, DunningCase> open = new HashMap<>();
        some.forEach(hold -> {
            DunningCase of = at(hold, places).in();
            if (of != null && of.isOpen()) {
                open.put(hold, of);
            }
        });
        return open;
    }

    private static Happening about(String kind, ItemHold hold, Map<UUID, Place> places) {
        Place place = at(hold, places);
        Happening happening = Happening.of(kind)
                .creditor(place.creditorId())
                .debtor(place.debtorId())
                .with("reason", hold.reason().name())
                .with("scope", CaseBlock.Scope.ITEM.name())
                .with("invoiceId", place.invoiceId());
        return place.in() == null ? happening : happening.inCase(place.in().number());
    }

    private static Place at(ItemHold hold, Map<UUID, Place> places) {
        return Objects.requireNonNull(places.get(hold.openItemId()));
    }

    private static CaseBlock block(ItemHold hold, DunningCase of) {
        return new CaseBlock(
                hold.id(),
                of.id(),
                hold.openItemId(),
                false,
                BlockReason.valueOf(hold.reason().name()),
                hold.fromAt(),
                hold.until(),
                "ORDER",
                null,
                hold.placedBy());
    }

    private Map<UUID, Place> places(Stream<ItemHold> of) {
        UUID[] items = of.map(ItemHold::openItemId).distinct().toArray(UUID[]::new);
        if (items.length == 0) {
            return Map.of();
        }
        Map<UUID, DunningCase> cases = jdbc.sql("""
                        select k.* from dunning_case k where k.id in (
                            select case_id from case_item where open_item_id = any(:items))""").param("items", items).query(DunningCase.class).list().stream()
                .collect(Collectors.toMap(DunningCase::id, Function.identity()));
        return jdbc
                .sql("""
                        select i.id, i.creditor_id, a.debtor_id, i.invoice_id, ci.case_id
                        from open_item i join account a on a.id = i.account_id
                        left join case_item ci on ci.open_item_id = i.id where i.id = any(:items)""")
                .param("items", items)
                .query((row, index) -> new Place(
                        row.getObject("id", UUID.class),
                        row.getString("creditor_id"),
                        row.getObject("debtor_id", UUID.class),
                        row.getString("invoice_id"),
                        cases.get(row.getObject("case_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Place::itemId, Function.identity()));
    }
}
