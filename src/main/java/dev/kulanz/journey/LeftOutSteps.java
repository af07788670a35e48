package dev.kulanz.journey;

import dev.kulanz.cases.DunningCase;
import dev.kulanz.shared.BusinessClock;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which steps a ladder left out, item by item: where the case stands is told by these as well. */
@Component
class LeftOutSteps {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    LeftOutSteps(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was left out of these items and counts, by item, the oldest first: not what was before their due date moved. */
    Map<UUID, List<LeftOut>> ofItems(Collection<UUID> itemIds) {
        return jdbc.sql("""
                        select open_item_id, step, by_hand, left_out_at as at from left_out_that_counts
                        where open_item_id = any(:items) order by left_out_at""").param("items", itemIds.toArray(UUID[]::new)).query(LeftOut.class).list().stream()
                .collect(Collectors.groupingBy(LeftOut::openItemId));
    }

    /** Once more, if this case left it out before and the debtor has heard nothing since. */
    void note(DunningCase of, String step, boolean byHand, Collection<UUID> itemIds) {
        jdbc.sql("""
                        insert into left_out as l (open_item_id, step, case_id, by_hand, times, left_out_at)
                        select item, :step, :case, :byHand, 1, :now from unnest(:items) item order by item
                        on conflict (open_item_id, step) do update set case_id = excluded.case_id, by_hand = excluded.by_hand,
                            left_out_at = excluded.left_out_at,
                            times = case when l.case_id <> excluded.case_id
                                           or not exists (select 1 from left_out_that_counts c
                                                          where c.open_item_id = l.open_item_id and c.step = l.step)
                                           or exists (select 1 from notice n
                                                      where n.case_id = excluded.case_id and n.told_at > l.left_out_at)
                                         then 1 else l.times + 1 end""")
                .param("step", step)
                .param("case", of.id())
                .param("byHand", byHand)
                .param("now", Timestamp.from(clock.instant()))
                .param("items", itemIds.toArray(UUID[]::new))
                .update();
    }
}
