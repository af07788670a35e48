package dev.kulanz.intake;

import dev.kulanz.cases.BlockReason;
import dev.kulanz.cases.Blocks;
import dev.kulanz.cases.CaseBlock;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.CasesOpened;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.LockedBatches;
import dev.kulanz.cases.Pending;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places the blocks and takes the promises of running cases, as soon as the items belong to a case. Each takes a while: so
 * the cases are held in the transaction that brings the items in, and worked off after it, some at a time.
 */
@Component
public class TakeOver {

    private static final int LOCKED_AT_ONCE = 25;

    private static final String SOURCE = "IMPORT";

    /** Concerns one invoice only; other reasons concern the person. */
    private static final Set<BlockReason> OF_ITEM = EnumSet.of(BlockReason.DISPUTE, BlockReason.UNCLEAR_PAYMENT);

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Blocks blocks;
    private final RunningPromises promises;
    private final Pending pending;
    private final LockedBatches batches;
    private final BusinessClock clock;

    TakeOver(
            JdbcClient jdbc,
            Cases cases,
            Blocks blocks,
            RunningPromises promises,
            Pending pending,
            LockedBatches batches,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.pending = pending;
        this.batches = batches;
        this.cases = cases;
        this.blocks = blocks;
        this.promises = promises;
        this.clock = clock;
    }

    private record Waiting(
            UUID openItemId,
            String caseNumber,
            BigDecimal openAmount,
            @Nullable String blockReason,
            @Nullable LocalDate blockedUntil,
            boolean blockWaits,
            @Nullable LocalDate promiseDate,
            boolean promiseWaits) {}

    @EventListener
    void on(CasesOpened opened) {
        hold(opened.accountIds());
    }

    /** Nobody is contacted in these accounts' cases until what waits for them is taken over; the caller holds the locks. */
    void hold(Collection<UUID> accountIds) {
        List<Waiting> waiting = waiting(accountIds);
        if (!waiting.isEmpty()) {
            pending.hold(waiting.stream().map(Waiting::openItemId).toList(), SOURCE);
        }
    }

    /** Works off all cases that are held, also those that a crash left; not within a transaction. */
    public void run() {
        batches.each(pending.accounts(), LOCKED_AT_ONCE, accounts -> {
            take(accounts);
            return accounts.size();
        });
    }

    /** The caller holds the locks. */
    void take(Collection<UUID> accountIds) {
        List<Waiting> waiting = waiting(accountIds);
        Map<String, List<Waiting>> byCase = waiting.stream()
                .collect(Collectors.groupingBy(Waiting::caseNumber, LinkedHashMap::new, Collectors.toList()));
        byCase.forEach((number, items) -> {
            DunningCase of = cases.get(number);
            items.stream().filter(Waiting::blockWaits).forEach(item -> block(of, item));
            promise(of, items.stream().filter(Waiting::promiseWaits).toList());
        });
        jdbc.sql("update running_item set block_waits = false, promise_waits = false where open_item_id = any(:items)")
                .param("items", waiting.stream().map(Waiting::openItemId).toArray(UUID[]::new))
                .update();
        pending.release(accountIds);
    }

    private List<Waiting> waiting(Collection<UUID> accountIds) {
        return jdbc.sql("""
                        select r.*, k.number as case_number, b.open_amount
                        from running_item r
                        join item_balance b on b.id = r.open_item_id
                        join case_item ci on ci.open_item_id = r.open_item_id
                        join dunning_case k on k.id = ci.case_id and k.status = 'OPEN'
                        where (r.block_waits or r.promise_waits) and b.account_id = any(:accounts) and b.open_amount > 0
                        order by k.number, b.due_date""")
                .param("accounts", accountIds.toArray(UUID[]::new))
                .query(Waiting.class)
                .list();
    }

    private void block(DunningCase of, Waiting item) {
        BlockReason reason = BlockReason.valueOf(Objects.requireNonNull(item.blockReason()));
        LocalDate until = item.blockedUntil();
        boolean over = until != null && until.isBefore(clock.today());
        @Nullable UUID itemId = OF_ITEM.contains(reason) ? item.openItemId() : null;
        if (!over && blocks.active(of).stream().noneMatch(held -> covers(held, reason, itemId, until))) {
            blocks.place(of.number(), new Blocks.Wanted(reason, itemId, null, until, SOURCE, null));
        }
    }

    private static boolean covers(
            CaseBlock held, BlockReason reason, @Nullable UUID itemId, @Nullable LocalDate until) {
        return held.reason() == reason
                && Objects.equals(held.openItemId(), itemId)
                && (held.until() == null || (until != null && !until.isAfter(held.until())));
    }

    /** A case has one promise at a time: all items that were promised, by the last of their days. */
    private void promise(DunningCase of, List<Waiting> items) {
        items.stream()
                .map(Waiting::promiseDate)
                .filter(Objects::nonNull)
                .filter(day -> !day.isBefore(clock.today()))
                .max(LocalDate::compareTo)
                .flatMap(day -> promises.take(
                        of.number(),
                        items.stream().map(Waiting::openAmount).reduce(BigDecimal.ZERO, BigDecimal::add),
                        day))
                .ifPresent(why -> jdbc.sql(
                                "update running_item set promise_refused = :why where open_item_id = any(:items)")
                        .param("why", why)
                        .param("items", items.stream().map(Waiting::openItemId).toArray(UUID[]::new))
                        .update());
    }
}
