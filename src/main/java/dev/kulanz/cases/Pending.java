package dev.kulanz.cases;

import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases of which another system has said more than is taken over yet. Until it is, nobody is asked for money: a block
 * without a trace, placed in sets, which is also how they are found again.
 */
@Component
@Transactional
public class Pending {

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Blocks blocks;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Pending(JdbcClient jdbc, Cases cases, Blocks blocks, BusinessClock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.blocks = blocks;
        this.clock = clock;
        this.events = events;
    }

    /** The cases that have these items wait; the caller holds their locks. */
    public void hold(Collection<UUID> itemIds, String source) {
        jdbc.sql("""
                        insert into block (id, case_id, reason, from_at, source, placed_by)
                        select gen_random_uuid(), k.id, 'TAKE_OVER', :now, :source, 'system'
                        from dunning_case k
                        where k.id in (select case_id from case_item where open_item_id = any(:items))
                          and not exists (select 1 from block b where b.case_id = k.id and b.reason = 'TAKE_OVER')""")
                .param("now", Timestamp.from(clock.instant()))
                .param("source", source)
                .param("items", itemIds.toArray(UUID[]::new))
                .update();
    }

    /** The accounts of all cases that wait, by id. */
    @Transactional(readOnly = true)
    public List<UUID> accounts() {
        return jdbc.sql("""
                        select distinct k.account_id from block b join dunning_case k on k.id = b.case_id
                        where b.reason = 'TAKE_OVER' order by k.account_id""").query(UUID.class).list();
    }

    /** The cases of these accounts wait no longer; the caller holds their locks. */
    public void release(Collection<UUID> accountIds) {
        jdbc.sql("""
                        select k.number from block b join dunning_case k on k.id = b.case_id
                        where b.reason = 'TAKE_OVER' and k.account_id = any(:accounts) order by k.number""")
                .param("accounts", accountIds.toArray(UUID[]::new))
                .query(String.class)
                .list()
                .forEach(number -> release(cases.get(number)));
    }

    /** Whoever waits for the end of a block is told only if no other holds the case. */
    private void release(DunningCase of) {
        List<CaseBlock> held = blocks.active(of).stream()
                .filter(block -> block.reason() == BlockReason.TAKE_OVER)
                .toList();
        jdbc.sql("delete from block where case_id = :case and reason = 'TAKE_OVER'")
                .param("case", of.id())
                .update();
        if (of.isOpen() && of.journey() != null && !blocks.isBlocked(of)) {
            held.forEach(block -> events.publishEvent(new BlockLifted(of, block)));
        }
    }
}
