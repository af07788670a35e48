package dev.kulanz.cases;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What debtors have to their credit in the account of their case: paid beyond what was owed, or left of credit notes. It is
 * used for what becomes overdue in that account.
 */
@Component
public class CaseCredits {

    private final JdbcClient jdbc;

    CaseCredits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By case, in major units of its currency; absent: none. One statement for any number. */
    public Map<UUID, BigDecimal> of(Collection<UUID> caseIds) {
        Map<UUID, BigDecimal> credits = new HashMap<>();
        jdbc.sql("""
                        select k.id, -sum(e.amount) as credit
                        from dunning_case k join ledger_entry e on e.account_id = k.account_id and e.open_item_id is null
                        where k.id = any(:cases) group by k.id having sum(e.amount) < 0""").param("cases", caseIds.toArray(UUID[]::new)).query((ResultSet row) -> {
            credits.put(row.getObject("id", UUID.class), row.getBigDecimal("credit"));
        });
        return credits;
    }

    /** Zero: none. */
    public BigDecimal of(DunningCase of) {
        return of(List.of(of.id())).getOrDefault(of.id(), BigDecimal.ZERO);
    }
}
