package dev.kulanz.simulation;

import dev.kulanz.shared.BusinessCalendar;
import dev.kulanz.shared.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No escalation before the last pay-by date of its items + 3 bank days; nothing on a holiday. */
final class Patience {

    private final JdbcClient jdbc;
    private final String creditorId;
    private final BusinessCalendar calendar = new BusinessCalendar();

    Patience(JdbcClient jdbc, String creditorId) {
        this.jdbc = jdbc;
        this.creditorId = creditorId;
    }

    private record Sent(
            String caseNumber,
            String step,
            Instant at,
            @Nullable LocalDate payBy,
            @Nullable String state) {}

    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        for (Sent sent : sent()) {
            if (calendar.isHoliday(LocalDate.ofInstant(sent.at(), BusinessClock.ZONE), sent.state())) {
                found.add(violation("4 nothing goes out on a holiday", sent));
            }
            if (sent.payBy() != null
                    && sent.at().isBefore(BusinessCalendar.opening(calendar.plusBankDays(sent.payBy(), 3)))) {
                found.add(violation("3 no escalation before the last pay-by date + 3 bank days", sent));
            }
        }
        return found;
    }

    private static Violation violation(String rule, Sent sent) {
        return new Violation(rule, sent.caseNumber(), sent.at().toString(), sent.step() + " pay by " + sent.payBy());
    }

    private List<Sent> sent() {
        return jdbc.sql("""
                        select d.case_number, d.step, coalesce(d.composed_at, d.sent_at) as at, p.state, case
                            when d.step in ('second-reminder', 'dunning-notice', 'final-notice') then (
                                select max(n.pay_by) from contact_item ci join notice n on n.open_item_id = ci.open_item_id
                                join open_item i on i.id = ci.open_item_id
                                where ci.contact_id = d.id and n.told_at < d.composed_at
                                  and (n.told_at at time zone 'Europe/Berlin')::date > %s) end as pay_by
                        from contact d join dunning_case k on k.id = d.case_id
                        join debtor p on p.id = k.debtor_id
                        where d.creditor_id = :creditor and d.sent_at is not null""".formatted(DueDates.THEN))
                .param("creditor", creditorId)
                .query(Sent.class)
                .list();
    }
}
