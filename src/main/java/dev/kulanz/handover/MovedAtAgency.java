package dev.kulanz.handover;

import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DueDatesMoved;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.cases.FollowUp;
import dev.kulanz.cases.FollowUps;
import dev.kulanz.shared.BusinessClock;
import java.util.LinkedHashMap;
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
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final FollowUps followUps;
    private final ObstacleWords words;
    private final BusinessClock clock;

    MovedAtAgency(JdbcClient jdbc, Cases cases, FollowUps followUps, ObstacleWords words, BusinessClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.followUps = followUps;
        this.words = words;
        this.clock = clock;
    }

    @EventListener
    void on(DueDatesMoved event) {
        Map<String, List<String>> byCase = new LinkedHashMap<>();
        jdbc.sql("""
                        select k.number, array_agg(i.invoice_id || ' (' || i.due_date || ')' order by i.invoice_id) as moved
                        from open_item i
                        join case_item ci on ci.open_item_id = i.id
                        join dunning_case k on k.id = ci.case_id and k.status = 'HANDED_OVER'
                        where i.id = any(:items) group by k.number order by k.number""").param("items", event.itemIds().toArray(UUID[]::new)).query(row -> {
            byCase.put(row.getString("number"), List.of((String[])
                    row.getArray("moved").getArray()));
        });
        byCase.forEach((number, moved) -> remind(cases.get(number), moved));
    }

    private static String named(List<String> moved) {
        return moved.size() <= MOST_NAMED
                ? String.join(", ", moved)
                : String.join(", ", moved.subList(0, MOST_NAMED)) + " … (" + moved.size() + ")";
    }

    private void remind(DunningCase of, List<String> moved) {
        String before = followUps.of(of).map(FollowUp::reason).orElse("");
        String why = words.ofMoved(named(moved));
        String reason = before.isEmpty() || before.contains(why) ? why : why + " · " + before;
        followUps.set(of, clock.today(), reason.substring(0, Math.min(LONGEST, reason.length())));
    }
}
