package dev.kulanz.contact;

import dev.kulanz.shared.BusinessClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that messages may have to wait for. */
@Component
class Holds {

    private final List<Hold> all;
    private final BusinessClock clock;

    Holds(List<Hold> all, BusinessClock clock) {
        this.all = List.copyOf(all);
        this.clock = clock;
    }

    /** That nothing holds a row {@code c} of the table contact, as an SQL condition; bind it with {@link #bind}. */
    String none() {
        return all.isEmpty()
                ? "true"
                : all.stream().map(Hold::condition).collect(Collectors.joining(" or ", "not (", ")"));
    }

    /** Why a row {@code c} is held, by the first that holds it, as an SQL expression; null: nothing does. */
    String why() {
        return all.isEmpty()
                ? "cast(null as text)"
                : all.stream()
                        .map(hold -> "when %s then '%s'".formatted(hold.condition(), hold.why()))
                        .collect(Collectors.joining(" ", "case ", " end"));
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        Map<String, Object> values = new HashMap<>();
        values.put("today", clock.today());
        all.forEach(hold -> values.putAll(hold.parameters()));
        return statement.params(values);
    }
}
