package dev.kulanz.receivables;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only ledger: entries go in, balances are their sums. */
@Component
public class Ledger {

    /** Source of the entries that move what was paid of an item beyond its amount to the account's credit. */
    public static final String SURPLUS = "SURPLUS";

    private final JdbcClient jdbc;
    private final Clock clock;

    Ledger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What an entry is. */
    public enum Kind {
        PRINCIPAL,
        PAYMENT,
        CREDIT,
        CLEARED_ELSEWHERE,
        /** Given up: nothing is asked for it any more. */
        WRITE_OFF,
        /** A small rest that is closed after money came in. */
        GOODWILL
    }

    /** All items of an account with their balances, the oldest due date first. */
    public List<ItemBalance> items(UUID accountId) {
        return jdbc.sql("select * from item_balance where account_id = :account order by due_date, invoice_id")
                .param("account", accountId)
                .query(ItemBalance.class)
                .list();
    }

    /**
     * Sum of all entries that belong to neither item nor credit note: negative while the debtor has paid more than he owed.
     */
    public BigDecimal overpaid(UUID accountId) {
        return jdbc.sql("""
                        select coalesce(sum(amount), 0) from ledger_entry
                        where account_id = :account and open_item_id is null and credit_note_id is null""").param("account", accountId).query(BigDecimal.class).single();
    }

    /**
     * Adds an entry. The caller holds the account's lock.
     *
     * @param amount positive: the debtor owes more; negative: less
     */
    public void book(
            UUID accountId,
            @Nullable UUID itemId,
            Kind kind,
            BigDecimal amount,
            LocalDate valueDate,
            @Nullable UUID paymentId,
            String source) {
        jdbc.sql("""
                        insert into ledger_entry
                            (account_id, open_item_id, kind, amount, value_date, booked_at, payment_id, source)
                        values (:account, :item, :kind, :amount, :valueDate, :now, :payment, :source)""")
                .param("account", accountId)
                .param("item", itemId)
                .param("kind", kind.name())
                .param("amount", amount)
                .param("valueDate", valueDate)
                .param("now", Timestamp.from(clock.instant()))
                .param("payment", paymentId)
                .param("source", source)
                .update();
    }

    /**
     * What of a credit note is used for an item.
     *
     * @param amount in major units; negative: the item gives it back
     */
    public record CreditUse(UUID accountId, UUID creditNoteId, UUID itemId, BigDecimal amount) {}

    /** Uses credit notes for items, or takes that back. The caller holds the accounts' locks. */
    public void use(Collection<CreditUse> uses, LocalDate valueDate) {
        jdbc.sql("""
                        insert into ledger_entry
                            (account_id, open_item_id, credit_note_id, kind, amount, value_date, booked_at, source)
                        select u.account, side.item, u.note, 'CREDIT', side.amount, :valueDate, :now, 'CREDIT'
                        from unnest(:accounts, :notes, :items, cast(:amounts as numeric[])) with ordinality
                             as u (account, note, item, amount, place)
                        cross join lateral (values (cast(null as uuid), u.amount), (u.item, -u.amount)) as side (item, amount)
                        order by u.place""")
                .param("accounts", uses.stream().map(CreditUse::accountId).toArray(UUID[]::new))
                .param("notes", uses.stream().map(CreditUse::creditNoteId).toArray(UUID[]::new))
                .param("items", uses.stream().map(CreditUse::itemId).toArray(UUID[]::new))
                .param(
                        "amounts",
                        uses.stream().map(use -> use.amount().toPlainString()).toArray(String[]::new))
                .param("valueDate", valueDate)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The account's id, if this debtor ever had an item in this currency. */
    public @Nullable UUID accountOf(UUID debtorId, String currency) {
        return jdbc.sql("select id from account where debtor_id = :debtor and currency = :currency")
                .param("debtor", debtorId)
                .param("currency", currency)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /** Locks debtor, then account, in this order, until the end of the transaction. */
    public void lock(UUID debtorId, UUID accountId) {
        lock(List.of(debtorId), List.of(accountId));
    }

    /** Locks these debtors, then these accounts, each by id, until the end of the transaction. */
    public void lock(Collection<UUID> debtorIds, Collection<UUID> accountIds) {
        lock("debtor", debtorIds);
        lock("account", accountIds);
    }

    private void lock(String table, Collection<UUID> ids) {
        jdbc.sql("select count(*) from (select id from %s where id = any(:ids) order by id for no key update) locked"
                        .formatted(table))
                .param("ids", ids.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }
}
