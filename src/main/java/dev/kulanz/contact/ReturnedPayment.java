package dev.kulanz.contact;

import dev.kulanz.receivables.ItemBalance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payment that came back, by {@code payment:} and its id. */
@Component
class ReturnedPayment implements OccasionSource {

    private static final String KIND = "payment:";
    private static final RowMapper<ItemBalance> BALANCE = new DataClassRowMapper<>(ItemBalance.class);

    private final JdbcClient jdbc;

    ReturnedPayment(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Occasion> behind(Contact contact) {
        return contact.occasion().startsWith(KIND)
                ? find(UUID.fromString(contact.occasion().substring(KIND.length())))
                : Optional.empty();
    }

    private Optional<Occasion> find(UUID payment) {
        return jdbc.sql("select amount, value_date from payment where id = :id")
                .param("id", payment)
                .query((row, index) -> about(
                        row.getBigDecimal("amount"), row.getDate("value_date").toLocalDate(), openedBy(payment)))
                .optional();
    }

    private static Occasion about(BigDecimal amount, LocalDate day, Map<UUID, Opened> opened) {
        Map<UUID, BigDecimal> amounts = new LinkedHashMap<>();
        opened.forEach((item, one) -> amounts.put(item, one.amount()));
        BigDecimal left = amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<ItemBalance> items = opened.values().stream().map(Opened::item).toList();
        return new Occasion(amount, left, day, null, null, items, amounts);
    }

    private record Opened(ItemBalance item, BigDecimal amount) {}

    /**
     * What is open again because it came back, whatever else is, and as far as nobody has paid it since: what it had paid
     * itself, and what its surplus had paid. The latter is taken back in the same booking, from the account's credit, and so
     * names no payment: it stands behind the return's own entries and before those of another return.
     */
    private Map<UUID, Opened> openedBy(UUID payment) {
        Map<UUID, Opened> opened = new LinkedHashMap<>();
        jdbc.sql("""
                        with own as (
                            select account_id, max(id) as last from ledger_entry
                            where payment_id = :id and source = 'RETURN' group by account_id),
                        other as (
                            select coalesce(min(e.id), 9223372036854775807) as first from ledger_entry e join own o on o.account_id = e.account_id
                            where e.source = 'RETURN' and e.id > o.last),
                        entry as (
                            select e.open_item_id, e.amount from own o join ledger_entry e on e.account_id = o.account_id
                            where e.open_item_id is not null and e.amount > 0
                              and (e.payment_id = :id and e.source = 'RETURN'
                                   or e.kind = 'PAYMENT' and e.source = 'CREDIT'
                                      and e.id > o.last and e.id < (select first from other)))
                        select b.*, least(t.amount, b.open_amount) as opened
                        from (select open_item_id, sum(amount) as amount from entry group by open_item_id) t
                        join item_balance b on b.id = t.open_item_id
                        where b.open_amount > 0
                        order by b.due_date, b.invoice_id""")
                .param("id", payment)
                .query((row, index) -> new Opened(BALANCE.mapRow(row, index), row.getBigDecimal("opened")))
                .list()
                .forEach(one -> opened.put(one.item().id(), one));
        return opened;
    }
}
