package dev.kulanz.contact;

import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks up the {@link Pace} of many cases at once. */
@Component
public class Paces {

    private final JdbcClient jdbc;
    private final BusinessCalendar calendar;
    private final BusinessClock clock;

    Paces(JdbcClient jdbc, BusinessCalendar calendar, BusinessClock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** By case number; one statement for any number of cases. What is being sent, or may have gone out, counts as asked. */
    @Transactional(readOnly = true)
    public Map<String, Pace> of(Collection<String> caseNumbers) {
        Map<String, Pace> paces = new HashMap<>();
        jdbc.sql("""
                        select k.number, d.state,
                               (select max(n.pay_by) from case_item ci
                                join item_balance b on b.id = ci.open_item_id
                                join notice_that_counts n on n.open_item_id = ci.open_item_id
                                where ci.case_id = k.id and b.open_amount > 0) as last_pay_by,
                               (select array_agg(c.composed_at order by c.composed_at desc)
                                from dunning_case other join contact c on c.case_id = other.id
                                where other.debtor_id = k.debtor_id and c.purpose = 'DEMAND' and c.composed_at > :weekAgo
                                  and c.status in ('SENDING', 'SENT', 'DELIVERED', 'UNKNOWN')) as asked
                        from dunning_case k join debtor d on d.id = k.debtor_id
                        where k.number = any(:cases)""")
                .param("cases", caseNumbers.toArray(String[]::new))
                .param("weekAgo", clock.instant().minus(Pace.WEEK).atOffset(ZoneOffset.UTC))
                .query((ResultSet row) -> {
                    paces.put(row.getString("number"), pace(row));
                });
        return paces;
    }

    private Pace pace(ResultSet row) throws SQLException {
        var asked = row.getArray("asked");
        List<Instant> moments = asked == null
                ? List.of()
                : Arrays.stream((Timestamp[]) asked.getArray())
                        .map(Timestamp::toInstant)
                        .toList();
        return new Pace(calendar, row.getObject("last_pay_by", LocalDate.class), moments, row.getString("state"));
    }
}
