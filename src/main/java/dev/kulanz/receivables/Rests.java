package dev.kulanz.receivables;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Items of which the creditor's lists only ever named what was left: their amount is a rest. What they were for and what was
 * paid of them before is not known here, so nobody may say of them that nothing was.
 */
@Component
public class Rests {

    private final JdbcClient jdbc;

    Rests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of these items are rests. */
    public Set<UUID> among(Collection<ItemBalance> items) {
        return items.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select id from open_item where id = any(:ids) and principal_is_rest")
                        .param("ids", items.stream().map(ItemBalance::id).toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }
}
