package dev.kulanz.orders;

import dev.kulanz.payments.OwedAgain;
import dev.kulanz.shared.BusinessClock;
import dev.kulanz.shared.Ids;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A payment of who gave a mandate came back: that was the debit, which is awaited no longer. */
@Component
class ReturnedDebits {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4}");

    private final JdbcClient jdbc;
    private final OrderEvents events;
    private final BusinessClock clock;

    ReturnedDebits(JdbcClient jdbc, OrderEvents events, BusinessClock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    private record Item(UUID id, String creditorId, String invoiceId) {}

    @EventListener
    void on(OwedAgain again) {
        List<Item> items = jdbc.sql("""
                        select i.id, i.creditor_id, i.invoice_id from open_item i
                        where i.id = any(:items) and (i.mandate_id is not null or exists (
                            select from order_event e where e.creditor_id = i.creditor_id and e.invoice_id = i.invoice_id
                            and e.kind = 'DEBIT_PRESENTED'))""")
                .param("items", again.itemIds().toArray(UUID[]::new))
                .query(Item.class)
                .list();
        if (!items.isEmpty()) {
            events.insert(items.stream().map(item -> event(item, again)).toList());
        }
    }

    private OrderEvent event(Item item, OwedAgain again) {
        return new OrderEvent(
                Ids.next(),
                null,
                item.creditorId(),
                null,
                item.invoiceId(),
                item.id(),
                null,
                OrderEventKind.DEBIT_RETURNED,
                again.day(),
                null,
                code(again.reason()),
                true,
                clock.instant());
    }

    private static @Nullable String code(@Nullable String reason) {
        return reason != null && CODE.matcher(reason).matches() ? reason : null;
    }
}
