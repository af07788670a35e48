package dev.kulanz.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kulanz.cases.CaseSettled;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.BalancesChanged;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the agency is told of a case that it has: each payment once, and that all is paid. Written with the fact. */
@Component
class Reports {

    private final JdbcClient jdbc;
    private final HandoverTable table;
    private final Journal journal;
    private final BusinessClock clock;
    private final ObjectMapper json;

    Reports(JdbcClient jdbc, HandoverTable table, Journal journal, BusinessClock clock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.table = table;
        this.journal = journal;
        this.clock = clock;
        this.json = json;
    }

    private record Movement(
            UUID handoverId, String kind, String id, BigDecimal amount, LocalDate valueDate, BigDecimal openAmount) {}

    /** Whatever moved the balance of handed-over items: payments, credits, corrections, returned payments. */
    @EventListener
    void on(BalancesChanged event) {
        jdbc.sql("""
                        select h.id as handover_id,
                               case when e.source = 'RETURN' then 'PAYMENT_RETURNED' else e.kind end as kind, coalesce(e.payment_id::text, min(e.id)::text) as id,
                               -sum(e.amount) as amount, max(e.value_date) as value_date,
                               (select sum(greatest(b.open_amount, 0)) from handover_item x join item_balance b
                                on b.id = x.open_item_id where x.handover_id = h.id) as open_amount
                        from open_item i
                        join handover_item hi on hi.open_item_id = i.id
                        join handover h on h.id = hi.handover_id and h.status in ('TRANSMITTING', 'TRANSMITTED', 'ACCEPTED')
                        join ledger_entry e on e.open_item_id = i.id and e.id > h.last_entry
                        where i.account_id = any(:accounts)
                        group by h.id, e.kind, e.source = 'RETURN', e.source, e.payment_id, case when e.payment_id is null then e.id end""")
                .param("accounts", event.accountIds().toArray(UUID[]::new))
                .query(Movement.class)
                .list()
                .forEach(this::report);
    }

    private void report(Movement movement) {
        Handover at = table.get(movement.handoverId());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", movement.kind());
        body.put("caseNumber", at.caseNumber());
        body.put("amount", movement.amount());
        body.put("currency", at.currency());
        body.put("valueDate", movement.valueDate());
        body.put("outstanding", movement.openAmount());
        String name = movement.kind().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + movement.id();
        if (add(at, name, body)) {
            journal.record(dev.kulanz.journal.Happening.of("AgencyTold")
                    .creditor(at.creditorId())
                    .inCase(at.caseNumber())
                    .with("amount", movement.amount())
                    .with("currency", at.currency()));
        }
    }

    /** Nothing is owed any more of a case that the agency has: it is told to stop. */
    @EventListener
    void on(CaseSettled event) {
        DunningCase settled = event.settled();
        if (settled.status() != DunningCase.Status.HANDED_OVER) {
            return;
        }
        table.latest(settled.id()).filter(one -> one.status().isAtAgency()).ifPresent(one -> {
            add(
                    one,
                    "settled",
                    Map.of("kind", "SETTLED", "caseNumber", one.caseNumber(), "outstanding", BigDecimal.ZERO));
            table.move(one, Handover.Status.SETTLED);
            journal.record(Cases.inCase("AgencyToldSettled", settled));
        });
    }

    /** @return false if it was written down before */
    boolean add(Handover to, String name, Map<String, Object> body) {
        return jdbc.sql("""
                        insert into handover_report (handover_id, name, body, created_at)
                        values (:handover, :name, :body, :now) on conflict do nothing""")
                        .param("handover", to.id())
                        .param("name", name)
                        .param("body", text(body))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private String text(Map<String, Object> body) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report to the agency can't be written", e);
        }
    }
}
