package dev.kulanz.handover;

import dev.kulanz.cases.DueDatesMoved;
import dev.kulanz.cases.FollowUps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The agency asks for an item whose due date moves: nobody here may stop it, so a person is told at once, by a follow-up
 * that keeps what it said before.
 */
@Component
class MovedAtAgency {

    private static final int MOST_NAMED = 5;

    private final JdbcClient jdbc;
    private final FollowUps followUps;
    private final ObstacleWords words;

    MovedAtAgency(JdbcClient jdbc, FollowUps followUps, ObstacleWords words) {
        this.jdbc = jdbc;
        this.followUps = followUps;
        this.words = words;
    }

    @EventListener
    void on(DueDatesMoved event) {
        Map<UUID, String> reasons = new HashMap<>();
        jdbc.sql("""
                        select ci.case_id, array_agg(i.invoice_id || ' (' || i.due_date || ')' order by i.invoice_id) as moved
                        from open_item i
                        join case_item ci on ci.open_item_id = i.id
                        join dunning_case k on k.id = ci.case_id and k.status = 'HANDED_OVER'
                        where i.id = any(:items) group by ci.case_id""").param("items", event.itemIds().toArray(UUID[]::new)).query(row -> {
            String[] moved = (String[]) row.getArray("moved").getArray();
            reasons.put(row.getObject("case_id", UUID.class), words.ofMoved(named(List.of(moved))));
        });
        followUps.askToLook(reasons);
    }

    private static String named(List<String> moved) {
        return moved.size() <= MOST_NAMED
                ? String.join(", ", moved)
                : String.join(", ", moved.subList(0, MOST_NAMED)) + " … (" + moved.size() + ")";
    }
}
