package dev.kulanz.cases;

import dev.kulanz.access.CreditorScope;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which of many cases somebody may see. */
@Component
public class VisibleCases {

    private final JdbcClient jdbc;

    VisibleCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers among these whose case is there and belongs to a creditor of the scope. */
    public Set<String> among(Collection<String> numbers, CreditorScope scope) {
        return jdbc.sql("""
                        select number from dunning_case
                        where number = any(:numbers) and (:all or creditor_id = any(:creditors))""")
                .param("numbers", numbers.toArray(String[]::new))
                .param("all", scope.all())
                .param("creditors", scope.idArray())
                .query(String.class)
                .set();
    }
}
