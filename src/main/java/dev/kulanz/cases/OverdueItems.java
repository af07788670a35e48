package dev.kulanz.cases;

import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Overdue items that no case asks for, and their way into one. */
@Component
class OverdueItems {

    /**
     * The agency's cases and those written off keep theirs; what is owed again of a settled one waits for a case. What is held
     * back enters none.
     */
    private static final String WAITING = """
             from open_item i
            where i.due_date < :today
              and not exists (
                select 1 from case_item ci join dunning_case k on k.id = ci.case_id
                where ci.open_item_id = i.id and k.status <> 'SETTLED')
              and not exists (
                select from item_hold h where h.open_item_id = i.id and holds_on(h.lifted_at, h.until_date, :today))
              and (select coalesce(sum(e.amount), 0) from ledger_entry e where e.open_item_id = i.id) > 0
            """;

    private final JdbcClient jdbc;
    private final CaseOpening opening;
    private final Blocks blocks;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    OverdueItems(
            JdbcClient jdbc,
            CaseOpening opening,
            Blocks blocks,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.opening = opening;
        this.blocks = blocks;
        this.clock = clock;
        this.events = events;
    }

    /** The accounts that have such items, by id; as it is now, without locks. */
    List<UUID> waitingAccounts() {
        return jdbc.sql("select distinct i.account_id" + WAITING + "order by i.account_id")
                .param("today", clock.today())
                .query(UUID.class)
                .list();
    }

    private record Item(UUID id, UUID accountId) {}

    /**
     * Brings such items of these accounts into the open case of their account, which is opened if there is none. The caller
     * holds the locks of the accounts.
     *
     * @return how many cases were opened
     */
    int intoCases(Collection<UUID> accountIds) {
        events.publishEvent(new AccountsLookedAt(accountIds));
        List<Item> waiting = jdbc.sql(
                        "select i.id, i.account_id" + WAITING + "and i.account_id = any(:accounts) order by i.id")
                .param("today", clock.today())
                .param("accounts", accountIds.toArray(UUID[]::new))
                .query(Item.class)
                .list();
        if (waiting.isEmpty()) {
            return 0;
        }
        UUID[] items = waiting.stream().map(Item::id).toArray(UUID[]::new);
        int opened = opening.openFor(items);
        join(items);
        blocks.joined(items);
        Set<UUID> joined = waiting.stream().map(Item::accountId).collect(Collectors.toSet());
        events.publishEvent(new CasesOpened(joined));
        return opened;
    }

    private void join(UUID[] items) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("update item_stay set left_at = :now where open_item_id = any(:items) and left_at is null")
                .param("now", now)
                .param("items", items)
                .update();
        jdbc.sql("""
                        insert into item_stay (case_id, open_item_id, joined_at)
                        select k.id, i.id, :now
                        from open_item i join dunning_case k on k.account_id = i.account_id and k.status = 'OPEN'
                        where i.id = any(:items)""").param("now", now).param("items", items).update();
    }
}
