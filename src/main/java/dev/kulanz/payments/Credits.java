package dev.kulanz.payments;

import dev.kulanz.cases.CaseItems;
import dev.kulanz.cases.Cases;
import dev.kulanz.cases.CasesOpened;
import dev.kulanz.cases.DunningCase;
import dev.kulanz.journal.Journal;
import dev.kulanz.receivables.BalancesChanged;
import dev.kulanz.receivables.Ledger;
import dev.kulanz.shared.BusinessClock;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A debtor with a credit is not asked for what it covers: it pays items that became overdue. A credit comes from a credit
 * note ({@link CreditNoteUse}), from an overpayment, or from an invoice that was lowered below what had been paid of it.
 */
@Component
class Credits {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Cases cases;
    private final CaseItems items;
    private final CreditNoteUse notes;
    private final Journal journal;
    private final BusinessClock clock;

    Credits(
            JdbcClient jdbc,
            Ledger ledger,
            Cases cases,
            CaseItems items,
            CreditNoteUse notes,
            Journal journal,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.cases = cases;
        this.items = items;
        this.notes = notes;
        this.journal = journal;
        this.clock = clock;
    }

    /** First of all: what is left is no rest before the credit was set off. */
    @EventListener
    @Order(0)
    void on(CasesOpened opened) {
        setOff(opened.accountIds());
    }

    /** First of all who listen: the others then see what is owed in the end. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(BalancesChanged changed) {
        setOff(changed.accountIds());
    }

    /**
     * Whoever tells of changed accounts holds their locks. Books without telling of changed balances again: whoever
     * listens reads them after the commit.
     */
    private void setOff(Collection<UUID> accountIds) {
        if (notes.use(accountIds)) {
            cases.settlePaid(accountIds);
        }
        jdbc.sql("""
                        select distinct account_id from (
                            select account_id from ledger_entry
                            where account_id = any(:accounts) and (open_item_id is not null or credit_note_id is null)
                            group by account_id, open_item_id having sum(amount) < 0) surplus
                        order by account_id""")
                .param("accounts", accountIds.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .forEach(account -> {
                    release(account);
                    cases.openCaseOf(account).ifPresent(this::use);
                });
    }

    /** What was paid of an item beyond its amount becomes a credit of the account. */
    private void release(UUID account) {
        ledger.items(account).stream()
                .filter(item -> item.openAmount().signum() < 0)
                .forEach(item -> {
                    BigDecimal surplus = item.openAmount().negate();
                    book(account, item.id(), Ledger.Kind.PAYMENT, surplus, Ledger.SURPLUS);
                    book(account, null, Ledger.Kind.CREDIT, surplus.negate(), Ledger.SURPLUS);
                });
    }

    private void use(DunningCase open) {
        UUID account = open.accountId();
        BigDecimal credit = ledger.overpaid(account).negate();
        for (Allocation.Part part : Allocation.of(credit, null, items.all(open.id()))) {
            if (part.itemId() != null) {
                book(account, null, Ledger.Kind.CREDIT, part.amount(), "CREDIT");
                book(account, part.itemId(), Ledger.Kind.PAYMENT, part.amount().negate(), "CREDIT");
                journal.record(Cases.inCase("CreditUsed", open)
                        .with("amount", part.amount())
                        .with("currency", open.currency()));
            }
        }
        cases.settleIfPaid(account);
    }

    private void book(UUID account, @Nullable UUID item, Ledger.Kind kind, BigDecimal amount, String source) {
        ledger.book(account, item, kind, amount, clock.today(), null, source);
    }
}
