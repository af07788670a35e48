package dev.kulanz.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kulanz.access.CreditorScope;
import dev.kulanz.orders.HeldItems;
import dev.kulanz.receivables.HeldItem;
import dev.kulanz.receivables.ItemHold;
import dev.kulanz.receivables.ItemHolds.First;
import dev.kulanz.receivables.ItemHolds.Sought;
import dev.kulanz.shared.ListPage;
import dev.kulanz.support.KulanzTest;
import dev.kulanz.support.Story;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of very many items that are held back the first are listed, in the order in which all of them are. */
@KulanzTest
class HeldItemListTests {

    private static final int HELD = 1_010;

    @Autowired
    private HeldItems holds;

    @Autowired
    private JdbcClient jdbc;

    @RegisterExtension
    private final Story story = Story.beginsAt("2026-11-02T07:00");

    private void many() {
        jdbc.sql("""
                        with d as (
                            insert into debtor (id, creditor_id, external_id, type, name, language, created_at, updated_at)
                            values (new_id(), :creditor, 'D', 'CONSUMER', 'Karl Böhm', 'de', '2026-10-01', '2026-10-01') returning id),
                        a as (insert into account (id, debtor_id, currency) select new_id(), id, 'EUR' from d returning id),
                        i as (
                            insert into open_item (id, account_id, creditor_id, invoice_id, due_date, created_at, updated_at)
                            select new_id(), a.id, :creditor, 'R-' || n, date '2026-10-20' + n % 7, '2026-10-01', '2026-10-01'
                            from a, generate_series(1, :held) n returning *),
                        e as (
                            insert into ledger_entry (account_id, open_item_id, kind, amount, value_date, booked_at, source)
                            select account_id, id, 'PRINCIPAL', 10, '2026-10-01', '2026-10-01', 'TEST' from i)
                        insert into item_hold (open_item_id, reason, from_at, until_date, look_on, placed_by)
                        select id, case when due_date > '2026-10-22' then 'RETURN_RECEIVED' else 'DIRECT_DEBIT' end, '2026-10-21',
                               case when due_date <= '2026-10-22' then due_date + 30 end,
                               case when due_date > '2026-10-22' then due_date + 10 end, 'test'
                        from i""").param("creditor", story.creditorId()).param("held", HELD).update();
    }

    @AfterEach
    void letGo() {
        jdbc.sql("""
                        update item_hold set lifted_at = now() where open_item_id in (
                            select id from open_item where creditor_id = :creditor)""").param("creditor", story.creditorId()).update();
    }

    @Test
    void listsTheFirstOnesInTheOrderOfAll() {
        many();
        Sought any = new Sought(false, null, null);
        First first = first(any, 1);
        assertThat(first.items()).hasSize(25).isEqualTo(holds.found(any, scope(), new ListPage(1, 25)));
        assertThat(first.total()).isEqualTo(1_000);
        assertThat(first.isBounded()).isTrue();
        assertThat(first(any, 39).items()).isEqualTo(holds.found(any, scope(), new ListPage(39, 25)));
        assertThat(first(any, 40).items()).isEmpty();
    }

    @Test
    void listsAllOfThoseThatAreFew() {
        many();
        for (Sought few : List.of(
                new Sought(true, null, null),
                new Sought(false, ItemHold.Reason.RETURN_RECEIVED, null),
                new Sought(false, null, "r-77"),
                new Sought(true, ItemHold.Reason.RETURN_RECEIVED, "R-1"))) {
            First first = first(few, 0);
            List<HeldItem> all = holds.found(few, scope(), new ListPage(0, 500));
            assertThat(first.items())
                    .as(few.toString())
                    .isNotEmpty()
                    .isEqualTo(all.subList(0, first.items().size()));
            assertThat(first.total()).as(few.toString()).isEqualTo(holds.count(few, scope()));
            assertThat(first.isBounded()).as(few.toString()).isFalse();
        }
        assertThat(first(new Sought(true, ItemHold.Reason.DIRECT_DEBIT, null), 0)
                        .items())
                .isEmpty();
    }

    private First first(Sought sought, int page) {
        return holds.first(sought, scope(), new ListPage(page, 25));
    }

    private CreditorScope scope() {
        return new CreditorScope(false, Set.of(story.creditorId()));
    }
}
