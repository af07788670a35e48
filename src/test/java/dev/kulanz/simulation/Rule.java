package dev.kulanz.simulation;

import dev.kulanz.shared.BusinessClock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something that must never be found.
 *
 * @param sql finds it: case number, moment, what
 */
record Rule(String name, String sql) {

    List<Violation> violations(JdbcClient jdbc, String creditorId) {
        return jdbc.sql(sql)
                .param("creditor", creditorId)
                .param("zone", BusinessClock.ZONE.getId())
                .query((row, index) -> new Violation(name, row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
