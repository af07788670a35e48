package dev.kulanz.cases;

import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.BalancesChanged;
import dev.kulanz.receivables.ItemBalance;
import dev.kulanz.receivables.Ledger;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Refusal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How cases leave our dunning other than by payment, and how they come back. Callers hold the case's lock. */
@Component
@Transactional
public class CaseExits {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final CaseMoves moves;
    private final CaseItems items;
    private final Ledger ledger;
    private final Journal journal;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    CaseExits(
            JdbcClient jdbc,
            Cases cases,
            CaseMoves moves,
            CaseItems items,
            Ledger ledger,
            Journal journal,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.moves = moves;
        this.items = items;
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The agency gets the case with these items. Other open items leave the case: the next sweep opens a new one for them.
     *
     * @throws Refusal if the case is not open
     */
    public void handOver(DunningCase of, Collection<UUID> itemIds) {
        move(of, DunningCase.Status.OPEN, DunningCase.Status.HANDED_OVER);
        int left = jdbc.sql("""
                        update item_stay s set left_at = :now from item_balance b
                        where s.case_id = :case and s.left_at is null and b.id = s.open_item_id and b.open_amount > 0
                          and b.id <> all(:items)""")
                .param("now", Timestamp.from(clock.instant()))
                .param("case", of.id())
                .param("items", itemIds.toArray(UUID[]::new))
                .update();
        journal.record(Cases.inCase("CaseHandedOver", of)
                .with("amount", cases.openAmount(of))
                .with("currency", of.currency())
                .with("items", itemIds.size())
                .with("itemsKept", left));
        events.publishEvent(new CaseHandedOver(of));
    }

    /**
     * The agency does not take the case: it is open again, in the same round.
     *
     * @throws Refusal if it was not handed over
     */
    public void takeBack(DunningCase of) {
        joinYoungerCase(of);
        move(of, DunningCase.Status.HANDED_OVER, DunningCase.Status.OPEN);
        journal.record(Cases.inCase("CaseTakenBack", of));
    }

    /**
     * A case that was over comes back, as when the agency recalls it or a payment is returned: it is open again in the next
     * round, under the creditor's terms of this day, and its journey goes on where the case stood.
     *
     * @param nextStepDue when the journey goes on, in business time
     * @param why in one word, for its story
     * @throws Refusal if it is open
     */
    public DunningCase reopen(DunningCase of, Instant nextStepDue, String why) {
        if (of.isOpen()) {
            throw Refusal.conflict("Case " + of.number() + " is open already.");
        }
        joinYoungerCase(of);
        move(of, of.status(), DunningCase.Status.OPEN);
        jdbc.sql("""
                        update dunning_case set round = round + 1, settled_at = null, journey = null,
                            journey_started_at = null, first_contact_at = :due, waits_for = null,
                            terms_id = terms_in_force(creditor_id, :today) where id = :id""")
                .param("due", Timestamp.from(nextStepDue))
                .param("today", clock.today())
                .param("id", of.id())
                .update();
        DunningCase open = cases.get(of.number());
        journal.record(
                Cases.inCase("CaseReopened", open).with("round", open.round()).with("why", why));
        return open;
    }

    /**
     * Nobody asks for what is still open any more.
     *
     * @param why in the words of who decided it
     * @throws Refusal if the case is not open
     */
    public void writeOff(DunningCase of, String why) {
        move(of, DunningCase.Status.OPEN, DunningCase.Status.WRITTEN_OFF);
        List<ItemBalance> open =
                items.all(of.id()).stream().filter(ItemBalance::isOpen).toList();
        open.forEach(item -> ledger.book(
                of.accountId(),
                item.id(),
                Ledger.Kind.WRITE_OFF,
                item.openAmount().negate(),
                clock.today(),
                null,
                "WRITE_OFF"));
        journal.record(Cases.inCase("CaseWrittenOff", of)
                .with("why", why)
                .with("amount", CaseItems.sum(open))
                .with("currency", of.currency()));
        events.publishEvent(new BalancesChanged(List.of(of.accountId())));
        events.publishEvent(new CaseWrittenOff(of));
    }

    private void move(DunningCase of, DunningCase.Status from, DunningCase.Status to) {
        int moved = jdbc.sql("update dunning_case set status = :to where id = :id and status = :from")
                .param("to", to.name())
                .param("id", of.id())
                .param("from", from.name())
                .update();
        if (moved == 0) {
            throw Refusal.conflict(
                    "Case " + of.number() + " is not " + from.name() + " any more. Nothing was changed.");
        }
        moves.record(of);
    }

    /**
     * An account has one open case. What became overdue while the agency had this one, a younger case asked for: its items
     * and blocks join this one, and it ends.
     */
    private void joinYoungerCase(DunningCase into) {
        cases.openCaseOf(into.accountId()).ifPresent(younger -> {
            List<UUID> gone = jdbc.sql("""
                            update item_stay set left_at = :now where case_id = :younger and left_at is null
                            returning open_item_id""")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("younger", younger.id())
                    .query(UUID.class)
                    .list();
            jdbc.sql("insert into item_stay (case_id, open_item_id, joined_at) select :into, unnest(:items), :now")
                    .param("into", into.id())
                    .param("items", gone.toArray(UUID[]::new))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            jdbc.sql("update block set case_id = :into where case_id = :younger and lifted_at is null")
                    .param("younger", younger.id())
                    .param("into", into.id())
                    .update();
            events.publishEvent(new CaseJoined(younger, into));
            jdbc.sql("update dunning_case set status = 'SETTLED', settled_at = :now where id = :id")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("id", younger.id())
                    .update();
            moves.record(younger);
            journal.record(Cases.inCase("CaseJoined", younger).with("into", into.number()));
            events.publishEvent(new CaseSettled(younger));
        });
    }
}
