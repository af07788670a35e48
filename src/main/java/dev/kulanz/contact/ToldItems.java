package dev.kulanz.contact;

import dev.kulanz.contact.Divisions.Divided;
import dev.kulanz.receivables.ItemBalance;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which items a message tells of. */
@Component
class ToldItems {

    private final JdbcClient jdbc;

    ToldItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each item with the step that it is told of by this message and the day that it names for it. */
    void keep(Contact contact, Divided divided, List<ItemBalance> items) {
        jdbc.sql("""
                        insert into contact_item (contact_id, open_item_id, step, pay_by)
                        select :id, n.item, n.step, n.pay_by::date
                        from unnest(:items, :steps, :payBys) as n (item, step, pay_by)""")
                .param("id", contact.id())
                .param("items", items.stream().map(ItemBalance::id).toArray(UUID[]::new))
                .param(
                        "steps",
                        items.stream()
                                .map(item -> divided.step(item, contact).id())
                                .toArray(String[]::new))
                .param(
                        "payBys",
                        items.stream()
                                .map(item -> Objects.toString(divided.payBy(item), null))
                                .toArray(String[]::new))
                .update();
    }
}
