package dev.kulanz.contact;

import dev.kulanz.receivables.ItemBalance;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payment that came back, by {@code payment:} and its id. */
@Component
class ReturnedPayment implements OccasionSource {

    private static final String KIND = "payment:";

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
        return jdbc.sql("""
                        select p.amount, p.value_date, (
                            select sum(least(paid.amount, greatest(b.open_amount, 0)))
                            from (select e.open_item_id, -sum(e.amount) as amount from ledger_entry e
                                  where e.payment_id = p.id and e.open_item_id is not null and e.amount < 0
                                  group by e.open_item_id) paid
                            join item_balance b on b.id = paid.open_item_id) as open_again
                        from payment p where p.id = :id""")
                .param("id", payment)
                .query((row, index) -> new Occasion(
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("open_again"),
                        row.getDate("value_date").toLocalDate(),
                        null,
                        null,
                        paidBy(payment)))
                .optional();
    }

    /** What it had paid: this alone is open again, whatever else is. */
    private List<ItemBalance> paidBy(UUID payment) {
        return jdbc.sql("""
                        select b.* from item_balance b
                        where b.id in (select e.open_item_id from ledger_entry e where e.payment_id = :id)
                        order by b.due_date, b.invoice_id""").param("id", payment).query(ItemBalance.class).list();
    }
}
